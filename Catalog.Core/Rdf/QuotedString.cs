using System.Buffers;
using System.Globalization;
using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>The quoted string that Turtle (§6.4) and N-Triples (§7) share.</summary>
internal static class QuotedString
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        ['"', '\\', '\n', '\r', '\t', .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c), '\u2028', '\u2029', .. "\u202A\u202B\u202C\u202D\u202E\uFEFF"]);

    /// <summary>
    /// On one line, with ", \, LF and CR escaped as the grammar demands, and what a reader cannot see escaped too, so
    /// that a document survives editors and terminals.
    /// </summary>
    public static void Write(RdfOutput output, string value)
    {
        var text = RdfText.Clean(value);
        output.Write("\""u8);
        if (text.AsSpan().ContainsAny(Escaped)) WriteEscaped(output, text);
        else output.Write(text);
        output.Write("\""u8);
    }

    // One byte after the other: JSON in a literal has a quote every few characters, and finding each by itself costs more.
    private static void WriteEscaped(RdfOutput output, string text)
    {
        var utf8 = output.Reserve(text.Length * 6);
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x7F && c is not ('\n' or '\r' or '\t'))
            {
                if (c is '"' or '\\') utf8[written++] = (byte)'\\';
                utf8[written++] = (byte)c;
            }
            else if (EscapeOf(c) is { } escape)
            {
                written += Encoding.UTF8.GetBytes(escape, utf8[written..]);
            }
            else
            {
                var length = char.IsHighSurrogate(c) ? 2 : 1;
                written += Encoding.UTF8.GetBytes(text.AsSpan(i, length), utf8[written..]);
                i += length - 1;
            }
        }
        output.Advance(written);
    }

    private static string? EscapeOf(char c) => c switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or '\uFEFF' =>
            "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
        _ => null,
    };
}
