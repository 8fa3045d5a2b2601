using System.Text;
using System.Text.Unicode;

namespace Catalog.Harvest.Sources;

/// <summary>JSON in whatever bytes old programs write it, made into the UTF-8 that JSON is (RFC 8259 §8.1).</summary>
internal static class SourceText
{
    /// <summary>What is no UTF-8 was most likely written on Windows; its code page 1252 is Latin-1 and typographic marks.</summary>
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// The encoding of a document that begins so, when it is UTF-16: told by its mark or, since JSON begins with an
    /// ASCII character, by the zero beside it.
    /// </summary>
    public static Encoding? Utf16(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>A whole document, without its byte order mark.</summary>
    public static byte[] DocumentAsUtf8(byte[] raw)
    {
        var text = Utf16(raw) is { } encoding ? Encoding.UTF8.GetBytes(encoding.GetString(raw)) : raw;
        return AsUtf8(text.AsSpan().StartsWith("\uFEFF"u8) ? text[3..] : text);
    }

    /// <summary>A part of a document: a wrong letter is better than a lost record.</summary>
    public static byte[] AsUtf8(byte[] raw) => WithoutLoneSurrogates(Utf8.IsValid(raw) ? raw : Encoding.UTF8.GetBytes(Windows.GetString(raw)));

    /// <summary>
    /// Escapes of half a character ("\ud83d" alone, as programs write that cut texts by length) are legal JSON but no
    /// text (RFC 8259 §8.2): each becomes U+FFFD, or every later reader of the record would stumble.
    /// </summary>
    private static byte[] WithoutLoneSurrogates(byte[] json)
    {
        if (json.AsSpan().IndexOf("\\ud"u8) < 0 && json.AsSpan().IndexOf("\\uD"u8) < 0) return json;
        byte[]? mended = null;
        for (var i = 0; i + 1 < json.Length; i++)
        {
            if (json[i] != '\\') continue;
            if (Escaped(json, i) is not { } unit)
            {
                // An escaped backslash must not lend its second half to a "u" behind it.
                i++;
                continue;
            }
            if (char.IsHighSurrogate(unit) && Escaped(json, i + 6) is { } low && char.IsLowSurrogate(low)) i += 11;
            else
            {
                if (char.IsSurrogate(unit)) "FFFD"u8.CopyTo((mended ??= [.. json]).AsSpan(i + 2));
                i += 5;
            }
        }
        return mended ?? json;
    }

    /// <summary>The UTF-16 unit of the escape at a place, or null when there is none.</summary>
    private static char? Escaped(byte[] json, int at)
    {
        if (at + 6 > json.Length || json[at] != '\\' || json[at + 1] != 'u') return null;
        var unit = 0;
        foreach (var digit in json.AsSpan(at + 2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit)) return null;
            unit = unit * 16 + Convert.ToInt32(((char)digit).ToString(), 16);
        }
        return (char)unit;
    }
}
