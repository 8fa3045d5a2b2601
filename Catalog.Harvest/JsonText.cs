using System.Text;
using System.Text.RegularExpressions;

namespace Catalog.Harvest;

/// <summary>
/// JSON may escape half of a surrogate pair, which is no text and makes readers throw. Half a character becomes the
/// replacement character; the record is not lost for it, and its raw form stays as it was.
/// </summary>
internal static partial class JsonText
{
    public static byte[] Mend(byte[] raw)
    {
        // Escapes of surrogates begin with \ud8 to \udf; hardly any record has one.
        var bytes = raw.AsSpan();
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0) return raw;
        return Encoding.UTF8.GetBytes(Surrogates().Replace(Encoding.UTF8.GetString(raw), static match =>
            match.Groups["pair"].Success || match.Groups["other"].Success ? match.Value : "\\ufffd"));
    }

    /// <summary>A whole pair, half of one, or any other escape, which is stepped over so that "\\ud800" stays the text it is.</summary>
    [GeneratedRegex(@"(?<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|(?<other>\\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Surrogates();
}
