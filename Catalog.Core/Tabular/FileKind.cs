using System.Numerics;
using System.Text;

namespace Catalog.Core.Tabular;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
internal enum FileKind
{
    Text,
    Json,
    Zip,
    Gzip,
    CompoundDocument,
    Parquet,
    Markup,
    Other,
}

internal static class FileKinds
{
    /// <summary>Bytes that are enough to tell.</summary>
    public const int HeadSize = 4096;

    // What is no table, by the bytes it begins with.
    private static readonly string[] Documents = ["PDF", "PostScript", "RTF"];

    private static readonly (string Name, byte[] Magic)[] Others =
    [
        ("PDF", "%PDF"u8.ToArray()), ("PNG", [0x89, (byte)'P', (byte)'N', (byte)'G']), ("GIF", "GIF8"u8.ToArray()), ("JPEG", [0xFF, 0xD8, 0xFF]), ("RIFF", "RIFF"u8.ToArray()),
        ("RAR", "Rar!"u8.ToArray()), ("7z", [(byte)'7', (byte)'z', 0xBC, 0xAF]), ("bzip2", "BZh"u8.ToArray()), ("xz", [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z']), ("Zstandard", [0x28, 0xB5, 0x2F, 0xFD]),
        ("ELF", [0x7F, (byte)'E', (byte)'L', (byte)'F']), ("Ogg", "OggS"u8.ToArray()), ("MP3", "ID3"u8.ToArray()), ("SQLite", "SQLite format 3\0"u8.ToArray()), ("TIFF", [(byte)'I', (byte)'I', 0x2A, 0]), ("TIFF", [(byte)'M', (byte)'M', 0, 0x2A]),
        ("PostScript", "%!PS"u8.ToArray()), ("RTF", "{\\rtf"u8.ToArray()), ("shapefile", [0, 0, 0x27, 0x0A]), ("class", [0xCA, 0xFE, 0xBA, 0xBE]),
    ];

    public static (FileKind Kind, string Name) Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8)) return (FileKind.Zip, "ZIP");
        if (head.StartsWith((byte[])[0x1F, 0x8B])) return (FileKind.Gzip, "gzip");
        if (head.StartsWith((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return (FileKind.CompoundDocument, "OLE");
        if (head.StartsWith("PAR1"u8)) return (FileKind.Parquet, "Parquet");
        foreach (var (name, magic) in Others) if (head.StartsWith(magic) && (head[magic.Length..] is [] or [not (>= (byte)' ' and < 0x7F), ..] || Documents.Contains(name) || IsBinary(head))) return (FileKind.Other, name);
        var start = Beginning(head);
        if (IsMarkup(start)) return (FileKind.Markup, start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "XML" : "HTML");
        if (start.Length > 0 && start[0] is '{' or '[') return (FileKind.Json, "JSON");
        return IsBinary(head) ? (FileKind.Other, "binary") : (FileKind.Text, "text");
    }

    /// <summary>The first characters that are no blanks, whatever the encoding.</summary>
    private static string Beginning(ReadOnlySpan<byte> head)
    {
        var encoding = head.StartsWith((byte[])[0xFF, 0xFE]) ? Encoding.Unicode : head.StartsWith((byte[])[0xFE, 0xFF]) ? Encoding.BigEndianUnicode : Encoding.Latin1;
        if (head.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) head = head[3..];
        return encoding.GetString(head[..Math.Min(head.Length & ~1 | (head.Length < 64 ? head.Length & 1 : 0), 256)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }

    private static bool IsMarkup(string start)
    {
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!--", StringComparison.Ordinal)) return true;
        if (start.Length < 3 || start[0] != '<' || !char.IsAsciiLetter(start[1])) return false;
        var end = start.AsSpan().IndexOfAny(">\n,;\t");
        return end > 0 && start[end] == '>';
    }

    /// <summary>
    /// Control characters of many kinds, as no text has; zeros are judged elsewhere, for they may be UTF-16. A few kinds are a
    /// text's own: some program took them for quotes or separators, and zeros after the last line are nothing.
    /// </summary>
    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        int controls = 0, zeros = 0, inRuns = 0;
        var kinds = 0u;
        byte before = 1;
        foreach (var b in head.TrimEnd((byte)0))
        {
            if (b == 0)
            {
                zeros++;
                if (before == 0) inRuns++;
            }
            else if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A or 0x1B or 0x01 or 0x1C or 0x1D or 0x1E or 0x1F))
            {
                controls++;
                kinds |= 1u << b;
            }
            before = b;
        }
        return (controls > head.Length / 20 && BitOperations.PopCount(kinds) > 2) || (zeros > head.Length / 10 && (controls > 0 || inRuns > zeros / 2) && !LooksWide(head));
    }

    private static bool LooksWide(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((byte[])[0xFF, 0xFE]) || head.StartsWith((byte[])[0xFE, 0xFF]) || head.StartsWith((byte[])[0, 0, 0xFE, 0xFF])) return true;
        Span<int> zeros = stackalloc int[4];
        zeros.Clear();
        for (var i = 0; i < head.Length; i++) if (head[i] == 0) zeros[i & 3]++;
        var most = Math.Max(Math.Max(zeros[0], zeros[1]), Math.Max(zeros[2], zeros[3]));
        var least = Math.Min(Math.Min(zeros[0], zeros[1]), Math.Min(zeros[2], zeros[3]));
        return most > head.Length / 4 * 0.6 && least < head.Length / 4 * 0.1;
    }
}
