namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// Contexts by address: the known ones, then those that the caller may load. Each is read once, and no document makes
/// the program open an address by itself.
/// </summary>
internal sealed class ContextLoader(JsonLdReport report)
{
    private readonly Dictionary<string, JsonValue> _loaded = new(StringComparer.Ordinal);

    public JsonValue Load(string address, JsonValue at)
    {
        if (_loaded.TryGetValue(address, out var known)) return known;
        var limits = report.Options.Limits;
        if (_loaded.Count >= limits.MaxRdfContexts)
            throw new JsonLdFault(JsonLdCodes.ContextOverflow, $"The document names more than {limits.MaxRdfContexts} contexts.", at);
        var bytes = KnownContexts.Find(address) ?? (Uri.TryCreate(address, UriKind.Absolute, out var uri) ? report.Options.LoadContext?.Invoke(uri) : null);
        if (bytes is null)
            throw new JsonLdFault(RdfErrorCodes.ContextRefused, $"The context {address} is neither known nor to be had from the host of the document.", at);
        var tree = JsonTree.ReadDetached(bytes, limits)
            ?? throw new JsonLdFault(JsonLdCodes.LoadingRemoteContextFailed, $"The context {address} is no JSON.", at);
        _loaded.Add(address, tree);
        return tree;
    }
}
