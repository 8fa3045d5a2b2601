using System.Globalization;

namespace Catalog.Core.Rdf;

/// <summary>The quoted string that Turtle (§6.4) and N-Triples (§7) share.</summary>
internal static class QuotedString
{
    /// <summary>
    /// On one line, with ", \, LF and CR escaped as the grammar demands, and what a reader cannot see escaped too, so
    /// that a document survives editors and terminals.
    /// </summary>
    public static void Write(RdfOutput output, string value)
    {
        var text = RdfText.Clean(value);
        output.Write("\""u8);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (EscapeOf(text[i]) is not { } escape) continue;
            output.Write(text.AsSpan(start, i - start));
            output.Write(escape);
            start = i + 1;
        }
        output.Write(text.AsSpan(start));
        output.Write("\""u8);
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
