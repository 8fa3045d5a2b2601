using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>The contexts that catalogs name by address, written from the definitions of their vocabularies and kept in the program.</summary>
internal static class KnownContexts
{
    /// <summary>Addresses without their scheme, and without slashes or <c>#</c> at their end: both schemes and spellings occur.</summary>
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["schema.org"] = "schema-org",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<string, byte[]> Loaded = new(StringComparer.Ordinal);

    public static byte[]? Find(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal);
        var name = (start < 0 ? address : address[(start + 3)..]).TrimEnd('/', '#');
        return Names.TryGetValue(name, out var file) ? Loaded.GetOrAdd(file, Read) : null;
    }

    private static byte[] Read(string file)
    {
        using var stream = typeof(KnownContexts).Assembly.GetManifestResourceStream($"Catalog.Core.Rdf.JsonLd.Contexts.{file}.jsonld")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
