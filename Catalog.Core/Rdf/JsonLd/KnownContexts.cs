using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// The contexts that catalogs name by address, written from the definitions of their vocabularies and kept in the
/// program: what a document means must not depend on whether somebody else's server answers. They say no more than what
/// the names mean: which of them goes with which class is left to who reads the graph.
/// </summary>
internal static class KnownContexts
{
    private const string Dcat = "dcat";
    private const string DcatUs = "dcat dcat-us";
    private const string ProjectOpenData = "project-open-data";
    private const string Schema = "schema-org";
    private const string Hydra = "hydra";

    /// <summary>Addresses without their scheme, and without what may or may not stand at their end; the files, in their order.</summary>
    private static readonly FrozenDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["w3.org/ns/dcat"] = Dcat,
        ["semiceu.github.io/uri.semic.eu-generated/DCAT-AP/releases/3.0.0/html/examples/context"] = "dcat dcat-ap-examples",
        ["raw.githubusercontent.com/DOI-DO/dcat-us/main/context/dcat-us-3.0"] = DcatUs,
        ["resources.data.gov/dcat-us/v3.0/context"] = DcatUs,
        ["project-open-data.cio.gov/v1.1/schema/catalog"] = ProjectOpenData,
        ["project-open-data.cio.gov/v1.1/schema"] = ProjectOpenData,
        ["schema.org"] = Schema,
        ["schema.org/docs/jsonldcontext"] = Schema,
        ["w3.org/ns/hydra/context"] = Hydra,
        ["w3.org/ns/hydra/core"] = Hydra,
        ["w3.org/ns/activitystreams"] = "activitystreams",
        ["w3id.org/ldes/context"] = "ldes",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<string, byte[]> Read = new(StringComparer.Ordinal);

    /// <summary>A document with its <c>@context</c>, or null when the address is not known.</summary>
    public static byte[]? Find(string address)
    {
        var name = Shorten(address);
        if (!Files.TryGetValue(name, out var files) && (files = OfRelease(name)) is null) return null;
        return Read.GetOrAdd(files, Compose);
    }

    /// <summary>Both schemes occur, with and without www, the ending, a slash or a number sign.</summary>
    private static string Shorten(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal);
        var name = (start < 0 ? address : address[(start + 3)..]).TrimEnd('/', '#');
        if (name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) name = name[4..];
        foreach (var ending in (ReadOnlySpan<string>)[".jsonld", ".json"])
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return name[..^ending.Length];
        return name;
    }

    /// <summary>The releases of a profile have an address each, and the same names.</summary>
    private static string? OfRelease(string name)
    {
        if (name.StartsWith("semiceu.github.io/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("raw.githubusercontent.com/SEMICeu/", StringComparison.OrdinalIgnoreCase))
            return name.Contains("dcat-ap", StringComparison.OrdinalIgnoreCase) ? Dcat : null;
        if (name.StartsWith("doi-do.github.io/dcat-us", StringComparison.OrdinalIgnoreCase) || name.StartsWith("raw.githubusercontent.com/DOI-DO/dcat-us/", StringComparison.OrdinalIgnoreCase))
            return DcatUs;
        return null;
    }

    private static byte[] Compose(string files)
    {
        var text = new StringBuilder("{\"@context\":[");
        foreach (var file in files.Split(' '))
        {
            if (text[^1] != '[') text.Append(',');
            using var reader = new StreamReader(typeof(KnownContexts).Assembly.GetManifestResourceStream($"Catalog.Core.Rdf.JsonLd.Contexts.{file}.jsonld")!);
            text.Append(reader.ReadToEnd());
        }
        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }
}
