namespace Catalog.Core.Rdf;

/// <summary>Language tags by shape (RFC 5646 §2.1): subtags of one to eight letters or digits joined by hyphens.</summary>
public static class LanguageTag
{
    /// <summary>
    /// The tag in lower case, as RDF compares them (RDF 1.1 Concepts §3.3), with the underscore of locale names
    /// mended; null when it is no language tag, and the literal is then written without one.
    /// </summary>
    public static string? Clean(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag)) return null;
        // "es", as nearly all are written.
        if (tag.Length == 2 && char.IsAsciiLetterLower(tag[0]) && char.IsAsciiLetterLower(tag[1])) return tag;
        var clean = tag.Trim().Replace('_', '-').ToLowerInvariant();
        var first = true;
        foreach (var range in clean.AsSpan().Split('-'))
        {
            var subtag = clean.AsSpan(range);
            if (subtag.Length is < 1 or > 8) return null;
            foreach (var c in subtag)
                if (!char.IsAsciiLetterLower(c) && (first || !char.IsAsciiDigit(c))) return null;
            // Only private use (x-) and grandfathered tags (i-) begin with one letter, and never stand alone.
            if (first && subtag.Length == 1 && (subtag[0] is not ('x' or 'i') || clean.Length == 1)) return null;
            first = false;
        }
        return clean;
    }
}
