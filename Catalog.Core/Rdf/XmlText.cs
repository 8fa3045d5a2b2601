using System.Buffers;
using System.Globalization;

namespace Catalog.Core.Rdf;

/// <summary>Character data and attribute values of XML, escaped alike.</summary>
internal static class XmlText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "<>&\r" + string.Concat(Enumerable.Range(0x7F, 0x21).Select(c => (char)c)) + "\u2028\u2029\u202A\u202B\u202C\u202D\u202E\uFEFF");

    /// <summary>
    /// Escapes what the grammar demands (XML 1.0 §2.4); a carriage return, which a reader would take for a line feed
    /// (§2.11); and what nobody sees in an editor. Quotes, tabs and line feeds stay: only IRIs stand in attributes, and no
    /// IRI has any.
    /// </summary>
    public static void Write(RdfOutput output, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Escaped) is >= 0 and var at)
        {
            output.Write(text[..at]);
            switch (text[at])
            {
                case '<': output.Write("&lt;"u8); break;
                case '>': output.Write("&gt;"u8); break;
                case '&': output.Write("&amp;"u8); break;
                case var c: output.Write(string.Create(CultureInfo.InvariantCulture, $"&#x{(int)c:X};")); break;
            }
            text = text[(at + 1)..];
        }
        output.Write(text);
    }
}
