using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>The characters of a literal that every serialization can carry.</summary>
public static class RdfText
{
    /// <summary>
    /// The text without the control characters and non-characters that XML 1.0 §2.2 cannot write at all, and with
    /// U+FFFD for a lone surrogate. Applied by every writer, so that one graph is the same in all of them.
    /// </summary>
    public static string Clean(string text)
    {
        var bad = IndexOfBad(text, 0);
        if (bad < 0) return text;
        var clean = new StringBuilder(text.Length);
        var start = 0;
        for (; bad >= 0; bad = IndexOfBad(text, start))
        {
            clean.Append(text, start, bad - start);
            if (char.IsSurrogate(text[bad])) clean.Append('\uFFFD');
            start = bad + 1;
        }
        return clean.Append(text, start, text.Length - start).ToString();
    }

    private static int IndexOfBad(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            // To the next control character, or half of a surrogate pair, or what lies beyond them.
            var good = text.AsSpan(i).IndexOfAnyExceptInRange(' ', '\uD7FF');
            if (good < 0) return -1;
            i += good;
            var c = text[i];
            if (c < ' ' ? c is not ('\t' or '\n' or '\r') : c >= '\uFFFE') return i;
            if (!char.IsSurrogate(c)) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(c, text[i + 1])) return i;
            i++;
        }
        return -1;
    }
}
