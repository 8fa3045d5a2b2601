using System.Buffers;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>Whether a text can be an IRI of a graph. What cannot is dropped (JSON-LD 1.1 API §8.1.2), so this is strict about little.</summary>
internal static class IriForm
{
    /// <summary>What no IRI may hold (RFC 3987 §2.2), as far as N-Triples forbids it too.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create([.. "<>\"{}|\\^`", .. Enumerable.Range(0, 0x21).Select(c => (char)c)]);

    public static bool IsWellFormed(string iri)
    {
        if (!IriReference.IsAbsolute(iri) || iri.AsSpan().ContainsAny(Forbidden)) return false;
        var fragment = iri.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 || iri.IndexOf('#', fragment + 1) < 0;
    }
}
