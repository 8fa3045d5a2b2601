using System.Collections.Frozen;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>The words that JSON-LD keeps for itself (JSON-LD 1.1 §1.7).</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> All = new[]
    {
        "@base", "@container", "@context", "@default", "@direction", "@embed", "@explicit", "@graph", "@id", "@import",
        "@included", "@index", "@json", "@language", "@list", "@nest", "@none", "@null", "@omitDefault", "@prefix",
        "@preserve", "@propagate", "@protected", "@requireAll", "@reverse", "@set", "@type", "@value", "@version",
        "@vocab",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string text) => text.Length > 0 && text[0] == '@' && All.Contains(text);

    /// <summary>An @ and letters: kept for keywords to come, and passed over until then.</summary>
    public static bool HasTheForm(string text)
    {
        if (text.Length < 2 || text[0] != '@') return false;
        foreach (var c in text.AsSpan(1))
            if (!char.IsAsciiLetter(c)) return false;
        return true;
    }
}
