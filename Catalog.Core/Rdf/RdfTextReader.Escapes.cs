using System.Globalization;
using System.Text;

namespace Catalog.Core.Rdf;

internal abstract partial class RdfTextReader
{
    /// <summary>At a backslash in a string.</summary>
    private bool ReadEscape()
    {
        if (!Source.Ensure(2)) return Expected("an escape");
        var c = Source.Unread[1] switch
        {
            (byte)'t' => '\t',
            (byte)'b' => '\b',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'f' => '\f',
            (byte)'"' => '"',
            (byte)'\'' => '\'',
            (byte)'\\' => '\\',
            _ => '\0',
        };
        if (c != '\0')
        {
            Source.Advance(2);
            Append(c);
            return true;
        }
        var digits = Source.Unread[1] switch
        {
            (byte)'u' => 4,
            (byte)'U' => 8,
            _ => 0,
        };
        if (digits == 0 || !Source.Ensure(2 + digits) || !TryHex(Source.Unread.Slice(2, digits), out var value))
        {
            if (!Missing("an escape that there is")) return false;
            Append('\\');
            Source.Advance(1);
            return true;
        }
        if (Rune.IsValid(value))
        {
            Source.Advance(2 + digits);
            AppendRune(new Rune(value));
            return true;
        }
        if (!Missing("the escape of a character")) return false;
        Source.Advance(2 + digits);
        // Programs that think in UTF-16 write half characters; in a pair they mean one. EndText sees to the others.
        if (value <= char.MaxValue) Append((char)value);
        else AppendRune(Rune.ReplacementChar);
        return true;
    }

    /// <summary>The escapes of an IRI: only \u and \U. Null with the error set.</summary>
    private string? Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }
            var digits = i + 1 >= text.Length ? 0 : text[i + 1] switch { 'u' => 4, 'U' => 8, _ => 0 };
            if (digits > 0 && i + 1 + digits < text.Length
                && uint.TryParse(text.AsSpan(i + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && Rune.IsValid(value))
            {
                plain.Append(new Rune(value).ToString());
                i += 1 + digits;
                continue;
            }
            if (!Odd(RdfErrorCodes.BadIri, $"Expected \\u or \\U and the digits of a character in an IRI but found '{Short(text[i..])}'.")) return null;
            plain.Append('\\');
        }
        return plain.ToString();
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out uint value) =>
        uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static void ReplaceHalves(Span<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else text[i] = '\uFFFD';
        }
    }
}
