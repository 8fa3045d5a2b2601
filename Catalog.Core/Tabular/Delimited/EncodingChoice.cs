using System.Text;
using UtfUnknown;

namespace Catalog.Core.Tabular.Delimited;

/// <summary>How the bytes of a text become characters.</summary>
internal enum Decoding
{
    /// <summary>UTF-8; bytes that are none are read as Windows-1252, one by one.</summary>
    Utf8,

    /// <summary>One byte, one character.</summary>
    SingleByte,

    /// <summary>Whatever a decoder of the platform makes of it.</summary>
    Other,
}

/// <summary>In which encoding a text is, and why.</summary>
internal sealed record EncodingChoice
{
    public required Encoding Encoding { get; init; }

    /// <summary>The IANA name.</summary>
    public required string Name { get; init; }

    public required Decoding Decoding { get; init; }

    /// <summary>Bytes of the byte order mark.</summary>
    public int Mark { get; init; }

    public required TableEvidence Evidence { get; init; }

    static EncodingChoice() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static EncodingChoice Of(TextSurvey survey, string? declared, string? charset)
    {
        var marked = Marked(survey.Head);
        if (declared is not null && Named(declared) is { } named)
            return Make(named, marked?.Encoding.CodePage == named.CodePage ? marked.Mark : 0, $"declarada por quien publica: {named.WebName}", $"declared by the publisher: {named.WebName}");
        if (marked is not null) return marked;
        if (Wide(survey) is { } wide) return wide;
        if (!survey.BeyondAscii) return Make(Encoding.UTF8, 0, "solo caracteres ASCII", "nothing but ASCII");
        if (survey.BadBytes == 0) return Make(Encoding.UTF8, 0, "todos los bytes son UTF-8 válido", "all bytes are valid UTF-8");
        // A text in another encoding makes a valid sequence of UTF-8 by accident once in some dozens of letters.
        if (survey.Sequences * 4 >= survey.BadBytes && survey.Sequences >= 2)
            return Make(Encoding.UTF8, 0, $"UTF-8 en su mayor parte; {survey.BadBytes} bytes no lo son y se leen como Windows-1252", $"UTF-8 for the most part; {survey.BadBytes} bytes are not and are read as Windows-1252");
        if (charset is not null && Named(charset) is { } told && told.CodePage != Encoding.UTF8.CodePage)
            return Make(told, 0, $"no es UTF-8; el servidor dice {told.WebName}", $"not UTF-8; the server says {told.WebName}");
        return Guessed(survey);
    }

    private static EncodingChoice? Marked(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) return Make(Encoding.UTF8, 3, "empieza con la marca de UTF-8", "begins with the mark of UTF-8");
        if (head.StartsWith((byte[])[0xFF, 0xFE, 0, 0]) && IsUtf32(head)) return Make(Encoding.UTF32, 4, "empieza con la marca de UTF-32", "begins with the mark of UTF-32");
        if (head.StartsWith((byte[])[0, 0, 0xFE, 0xFF])) return Make(new UTF32Encoding(true, false), 4, "empieza con la marca de UTF-32", "begins with the mark of UTF-32");
        if (head.StartsWith((byte[])[0xFF, 0xFE])) return Make(Encoding.Unicode, 2, "empieza con la marca de UTF-16", "begins with the mark of UTF-16");
        if (head.StartsWith((byte[])[0xFE, 0xFF])) return Make(Encoding.BigEndianUnicode, 2, "empieza con la marca de UTF-16", "begins with the mark of UTF-16");
        return null;
    }

    /// <summary>The mark of UTF-32 is also that of UTF-16 before a zero: every further character tells (U+10FFFF is the last).</summary>
    private static bool IsUtf32(ReadOnlySpan<byte> head)
    {
        for (var i = 4; i + 3 < head.Length && i < 4096; i += 4) if (head[i + 3] != 0 || head[i + 2] > 0x10) return false;
        return true;
    }

    /// <summary>Without a mark: where the zero bytes of a text stand tells how wide its characters are.</summary>
    private static EncodingChoice? Wide(TextSurvey survey)
    {
        if (survey.Nuls == 0) return null;
        var head = survey.Head.AsSpan(0, Math.Min(survey.Head.Length & ~3, 64 * 1024));
        Span<int> zeros = stackalloc int[4];
        zeros.Clear();
        for (var i = 0; i < head.Length; i++) if (head[i] == 0) zeros[i & 3]++;
        double quarter = head.Length / 4;
        if (quarter < 2) return null;
        bool Full(int z) => z > quarter * 0.6;
        bool Bare(int z) => z < quarter * 0.1;
        if (Full(zeros[1]) && Full(zeros[2]) && Full(zeros[3]) && Bare(zeros[0])) return Zeros(Encoding.UTF32);
        if (Full(zeros[0]) && Full(zeros[1]) && Full(zeros[2]) && Bare(zeros[3])) return Zeros(new UTF32Encoding(true, false));
        if (Full(zeros[1]) && Full(zeros[3]) && Bare(zeros[0]) && Bare(zeros[2])) return Zeros(Encoding.Unicode);
        if (Full(zeros[0]) && Full(zeros[2]) && Bare(zeros[1]) && Bare(zeros[3])) return Zeros(Encoding.BigEndianUnicode);
        return null;
    }

    private static EncodingChoice Zeros(Encoding encoding) =>
        Make(encoding, 0, $"sin marca; los bytes cero están donde {encoding.WebName} los tiene", $"no mark; the zero bytes stand where {encoding.WebName} has them");

    /// <summary>
    /// The detector is believed where it is sure, and where it names an encoding of other letters than the Latin ones.
    /// Of the western ones it is known to be wrong on short texts; there, Windows-1252 is what the spreadsheet wrote. It
    /// contains Latin-1's letters.
    /// </summary>
    private static EncodingChoice Guessed(TextSurvey survey)
    {
        var found = CharsetDetector.DetectFromBytes(survey.Foreign).Detected;
        var name = found?.EncodingName?.ToLowerInvariant();
        var sure = found?.Confidence ?? 0;
        if (name is "ibm850" or "ibm437" && survey.HighControls > survey.BadBytes / 2) return Make(Encoding.GetEncoding(850), 0, "las letras están donde IBM 850 las tiene", "the letters stand where IBM 850 has them");
        var western = name is null or "ascii" or "utf-8" or "windows-1252" or "iso-8859-1" or "iso-8859-15" or "iso-8859-9" or "iso-8859-3" or "windows-1254" or "windows-1257" or "windows-1258" or "iso-8859-10" or "iso-8859-13" or "iso-8859-16" or "iso-8859-4" or "ibm850" or "ibm437" or "ibm852" or "ibm865" or "x-mac-cyrillic" or "macintosh";
        // Central European encodings share most letters with the western ones: "año" is "ańo" there.
        if (name is "windows-1250" or "iso-8859-2" && survey.HighControls == 0 && IsSpanish(survey.Foreign)) western = true;
        if (!western && sure >= 0.5 && Named(name!) is { } other && Letters(other, survey.Foreign))
            return Make(other, 0, $"no es UTF-8; se parece más a {other.WebName}", $"not UTF-8; looks most like {other.WebName}");
        if (survey.HighControls == 0) return Make(Encoding.GetEncoding(28591), 0, "no es UTF-8; todas las letras son de ISO-8859-1", "not UTF-8; all letters are of ISO-8859-1");
        return Make(Encoding.GetEncoding(1252), 0, "no es UTF-8; tiene signos que solo Windows-1252 tiene", "not UTF-8; has signs that only Windows-1252 has");
    }

    /// <summary>Nothing beyond ASCII but the letters and signs of Spanish in Latin-1.</summary>
    private static bool IsSpanish(byte[] bytes) =>
        Encoding.Latin1.GetString(bytes).All(c => c < 128 || "áéíóúüñÁÉÍÓÚÜÑ¿¡ºª°«»".Contains(c, StringComparison.Ordinal));

    /// <summary>Most of what is beyond ASCII are letters: a wrong guess yields signs and holes.</summary>
    private static bool Letters(Encoding encoding, byte[] bytes)
    {
        int letters = 0, others = 0;
        foreach (var c in encoding.GetString(bytes))
        {
            if (c < 128) continue;
            if (char.IsLetter(c)) letters++;
            else others++;
        }
        return letters > others * 3;
    }

    private static EncodingChoice Make(Encoding encoding, int mark, string spanish, string english) => new()
    {
        Encoding = encoding,
        Name = encoding.WebName,
        Mark = mark,
        Decoding = encoding.CodePage == Encoding.UTF8.CodePage ? Decoding.Utf8 : encoding.IsSingleByte ? Decoding.SingleByte : Decoding.Other,
        Evidence = Say.Evidence(TableEvidenceCodes.Encoding, "Codificación: " + spanish + ".", "Encoding: " + english + "."),
    };

    /// <summary>Null for a name that the platform does not know.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name.Trim().Trim('"'));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
