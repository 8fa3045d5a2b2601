using System.Buffers;
using System.Globalization;
using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>The quoted string that Turtle (§6.4) and N-Triples (§7) share.</summary>
internal static class QuotedString
{
    /// <summary>
    /// On one line, with ", \, LF and CR escaped as the grammar demands, and what a reader cannot see escaped too, so
    /// that a document survives editors and terminals.
    /// </summary>
    public static void Write(IBufferWriter<byte> buffer, string value)
    {
        var text = RdfText.Clean(value);
        buffer.Write("\""u8);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (EscapeOf(text[i]) is not { } escape) continue;
            Encoding.UTF8.GetBytes(text.AsSpan(start, i - start), buffer);
            Encoding.UTF8.GetBytes(escape, buffer);
            start = i + 1;
        }
        Encoding.UTF8.GetBytes(text.AsSpan(start), buffer);
        buffer.Write("\""u8);
    }

    private static string? EscapeOf(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or '\uFEFF' =>
            "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
        _ => null,
    };
}
