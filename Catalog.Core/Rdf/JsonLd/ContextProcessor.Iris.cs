namespace Catalog.Core.Rdf.JsonLd;

/// <content>IRI expansion (JSON-LD 1.1 API §5.2.2).</content>
internal sealed partial class ContextProcessor
{
    /// <summary>The IRI, keyword or blank node that a text stands for; the text itself when it is none; null when it is to be passed over.</summary>
    public string? ExpandIri(ActiveContext active, string value, bool documentRelative = false, bool vocab = false) =>
        ExpandIri(active, value, documentRelative, vocab, null);

    private string? ExpandIri(ActiveContext active, string value, bool documentRelative, bool vocab, Definitions? defining)
    {
        if (Keywords.Contains(value)) return value;
        if (Keywords.HasTheForm(value)) return null;
        DefineFirst(defining, value);
        var term = active.Find(value);
        if (term?.Iri is { } keyword && Keywords.Contains(keyword)) return keyword;
        if (vocab && term is not null) return term.Iri;
        var colon = value.Length > 1 ? value.IndexOf(':', 1) : -1;
        if (colon > 0)
        {
            var prefix = value[..colon];
            if (prefix == "_" || value.AsSpan(colon + 1).StartsWith("//")) return value;
            DefineFirst(defining, prefix);
            if (active.Find(prefix) is { IsPrefix: true, Iri: { } space }) return string.Concat(space, value.AsSpan(colon + 1));
            if (IriReference.IsAbsolute(value)) return value;
        }
        if (vocab && active.Vocab is { } vocabulary) return vocabulary + value;
        if (documentRelative && active.BaseIri is { } baseIri) return IriReference.Resolve(baseIri, value);
        return value;
    }

    private void DefineFirst(Definitions? defining, string term)
    {
        if (defining?.Local.Find(term) is not null && !(defining.States.TryGetValue(term, out var done) && done)) Define(defining, term);
    }

    private static bool IsBlank(string iri) => iri.StartsWith("_:", StringComparison.Ordinal);

    private static bool IsIriOrBlank(string iri) => IsBlank(iri) || IriReference.IsAbsolute(iri);
}
