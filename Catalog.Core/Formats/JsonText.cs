using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Catalog.Core.Formats;

/// <summary>
/// JSON whose strings can be read. A parser takes text that is not UTF-8, and escapes of half a surrogate pair, for
/// what they are and only throws when somebody asks for the string; one such letter must not end a harvest.
/// </summary>
public static class JsonText
{
    /// <summary>The same bytes when they are in order; else with U+FFFD where there is no character.</summary>
    public static byte[] Mend(byte[] json)
    {
        if (Utf8.IsValid(json) && json.AsSpan().IndexOf("\\ud"u8) < 0 && json.AsSpan().IndexOf("\\uD"u8) < 0) return json;
        // Decoding replaces what is not UTF-8; escapes remain.
        var text = Encoding.UTF8.GetString(json);
        var mended = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                mended.Append(text[i]);
                continue;
            }
            var pair = Escape(text, i) is { } high && char.IsHighSurrogate(high) && Escape(text, i + 6) is { } low && char.IsLowSurrogate(low);
            var length = pair ? 12 : Escape(text, i) is null ? 2 : 6;
            if (!pair && Escape(text, i) is { } half && char.IsSurrogate(half)) mended.Append("\\uFFFD");
            else mended.Append(text, i, length);
            i += length - 1;
        }
        return Encoding.UTF8.GetBytes(mended.ToString());
    }

    private static char? Escape(string text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? (char)code : null;
}
