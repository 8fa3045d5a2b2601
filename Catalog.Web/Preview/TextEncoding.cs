using System.Text;
using UtfUnknown;

namespace Catalog.Web.Preview;

/// <summary>In which encoding a text file is, and whether that was seen or only guessed.</summary>
public sealed record TextEncoding(Encoding Encoding, string Name, bool Guessed, int PreambleLength)
{
    // Throws where bytes are not UTF-8, which is what tells it from everything else.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of the beginning of a file, or null when it is not text.</summary>
    public static TextEncoding? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) return new TextEncoding(Encoding.UTF8, "UTF-8", false, 3);
        if (bytes.StartsWith((byte[])[0xFF, 0xFE])) return new TextEncoding(Encoding.Unicode, "UTF-16 LE", false, 2);
        if (bytes.StartsWith((byte[])[0xFE, 0xFF])) return new TextEncoding(Encoding.BigEndianUnicode, "UTF-16 BE", false, 2);
        if (Wide(bytes) is { } wide) return wide;
        if (bytes.Contains((byte)0)) return null;
        if (IsUtf8(bytes)) return new TextEncoding(Encoding.UTF8, "UTF-8", false, 0);
        return Named(CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected?.EncodingName);
    }

    /// <summary>
    /// The detector is believed where it names an encoding that files in Spanish come in. Of the others it is known to
    /// be wrong on short texts; there, Windows-1252 is what the spreadsheet wrote. It contains Latin-1's letters.
    /// </summary>
    private static TextEncoding Named(string? detected) => detected?.ToLowerInvariant() switch
    {
        "iso-8859-15" => new TextEncoding(Encoding.GetEncoding("iso-8859-15"), "ISO 8859-15", true, 0),
        "ibm850" => new TextEncoding(Encoding.GetEncoding(850), "IBM 850", true, 0),
        _ => new TextEncoding(Encoding.GetEncoding(1252), "Windows-1252", true, 0),
    };

    /// <summary>UTF-16 without a mark: nearly every second byte of a western text is zero.</summary>
    private static TextEncoding? Wide(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] == 0) odd++;
        }
        var pairs = bytes.Length / 2;
        if (pairs < 8) return null;
        if (odd > pairs * 0.7 && even < pairs * 0.05) return new TextEncoding(Encoding.Unicode, "UTF-16 LE", true, 0);
        if (even > pairs * 0.7 && odd < pairs * 0.05) return new TextEncoding(Encoding.BigEndianUnicode, "UTF-16 BE", true, 0);
        return null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // The beginning of a file may end within a character.
        for (var cut = 0; cut < 4 && cut < bytes.Length; cut++)
        {
            try
            {
                Utf8.GetCharCount(bytes[..^cut]);
                return true;
            }
            catch (DecoderFallbackException)
            {
                // Tried again with one byte less.
            }
        }
        return bytes.IsEmpty;
    }
}
