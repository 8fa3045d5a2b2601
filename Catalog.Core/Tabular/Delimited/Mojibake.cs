using System.Buffers;
using System.Text;

namespace Catalog.Core.Tabular.Delimited;

/// <summary>
/// Text that was UTF-8, was read as Windows-1252 and written as UTF-8 once more: "ó" became "Ã³". The characters that
/// such an accident makes of one are a lead ("Ã", "Â", "â") and what UTF-8 has after it; together they are no word of any
/// language, so that undoing them is safe, one by one, also in cells that hold sound letters beside them.
/// </summary>
internal static class Mojibake
{
    private static readonly SearchValues<char> Leads = SearchValues.Create("ÃÂâÅð");

    private static readonly Dictionary<char, byte> Bytes = Table();

    public static bool MayBe(ReadOnlySpan<char> text) => text.ContainsAny(Leads);

    /// <summary>The text with every twice encoded character mended; null when there is none. Says whether a doubtful one is left.</summary>
    public static string? Mend(ReadOnlySpan<char> text, out bool doubtful)
    {
        doubtful = false;
        StringBuilder? mended = null;
        Span<byte> bytes = stackalloc byte[4];
        var done = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Bytes.TryGetValue(text[i], out var lead) || lead < 0xC2 || lead > 0xF4) continue;
            var length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
            var got = 1;
            bytes[0] = lead;
            while (got < length && i + got < text.Length && Bytes.TryGetValue(text[i + got], out var next) && next is >= 0x80 and <= 0xBF) bytes[got++] = next;
            if (got < length || Rune.DecodeFromUtf8(bytes[..length], out var rune, out _) != OperationStatus.Done)
            {
                // "Ã" before nothing that fits: its second half was lost or turned into a blank.
                if (text[i] is 'Ã' or 'Â' && (i + 1 == text.Length || !char.IsLetter(text[i + 1]) || char.IsLower(text[i + 1]))) doubtful = true;
                continue;
            }
            mended ??= new StringBuilder(text.Length);
            mended.Append(text[done..i]).Append(rune.ToString());
            done = i + length;
            i = done - 1;
        }
        return mended?.Append(text[done..]).ToString();
    }

    private static Dictionary<char, byte> Table()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(1252);
        var table = new Dictionary<char, byte>();
        for (var b = 0x80; b < 0x100; b++)
        {
            var c = encoding.GetString([(byte)b])[0];
            table[c == '\uFFFD' ? (char)b : c] = (byte)b;
            table.TryAdd((char)b, (byte)b);
        }
        return table;
    }
}
