using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Catalog.Core.Rdf;

internal abstract partial class RdfTextReader
{
    private static readonly SearchValues<byte> EndOfQuoted = SearchValues.Create("\"\\\n\r"u8);
    private static readonly SearchValues<byte> EndOfApostrophes = SearchValues.Create("'\\\n\r"u8);
    private static readonly SearchValues<byte> EndOfLong = SearchValues.Create("\"'\\"u8);

    /// <summary>Parts of a literal that is not in one piece: escapes, or the end of the window in its midst.</summary>
    private char[] _text = new char[256];
    private int _textLength;
    private bool _textTooLong;

    /// <summary>What stands between the words of a statement: blanks, and in Turtle line ends and comments. The next byte, or -1.</summary>
    protected abstract int SkipSpace();

    /// <summary>At the first of what may name a datatype.</summary>
    protected abstract RdfNode? ReadDatatype();

    /// <summary>At a quotation mark: a string with what says its language or datatype.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected RdfNode? ReadLiteral(bool mayBeLong)
    {
        Source.Mark();
        if (ReadString(mayBeLong) is not { } text) return null;
        switch (SkipSpace())
        {
            case '@':
                return ReadLanguage() is { } language ? RdfNode.OfText(text, language) : null;
            case '^':
                if (!Source.StartsWith("^^"u8)) return NoNode(Expected("'^^'"));
                Source.Advance(2);
                _ = SkipSpace();
                return ReadDatatype() is { } datatype ? RdfNode.OfTyped(text, datatype.Value) : null;
            default:
                return RdfNode.OfText(text);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? ReadString(bool mayBeLong)
    {
        var quote = Source.Unread[0];
        if (mayBeLong && Source.Ensure(2) && Source.Unread[1] == quote)
        {
            if (!Source.Ensure(3) || Source.Unread[2] != quote)
            {
                Source.Advance(2);
                return "";
            }
            Source.Advance(3);
            return ReadLong(quote);
        }
        Source.Advance(1);
        return ReadShort(quote);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? ReadShort(byte quote)
    {
        StartText();
        while (true)
        {
            var unread = Source.Unread;
            var end = unread.IndexOfAny(quote == '"' ? EndOfQuoted : EndOfApostrophes);
            var part = end < 0 ? unread : unread[..end];
            if (end >= 0 && unread[end] == quote)
            {
                Source.Advance(end + 1);
                return EndText(part);
            }
            Append(part);
            Source.Advance(part.Length);
            if (_textTooLong && !Options.Lenient) return EndText([]);
            if (end < 0)
            {
                if (!Source.Fill()) return NoText(Expected("a quotation mark at the end of a string"));
            }
            else if (unread[end] == '\\')
            {
                if (!ReadEscape()) return null;
            }
            else
            {
                return NoText(Expected("a quotation mark before the end of the line"));
            }
        }
    }

    private string? ReadLong(byte quote)
    {
        StartText();
        while (true)
        {
            var unread = Source.Unread;
            var end = unread.IndexOfAny(EndOfLong);
            var part = end < 0 ? unread : unread[..end];
            if (end >= 0 && unread[end] == quote && IsEndOfLong(ref unread, end, quote))
            {
                part = unread[..end];
                Source.Advance(end + 3);
                return EndText(part);
            }
            Append(part);
            Source.Advance(part.Length);
            if (_textTooLong && !Options.Lenient) return EndText([]);
            if (end < 0)
            {
                if (!Source.Fill()) return NoText(Expected("three quotation marks at the end of a string"));
            }
            else if (Source.Unread[0] == '\\')
            {
                if (!ReadEscape()) return null;
            }
            else
            {
                Append(Source.Unread[..1]);
                Source.Advance(1);
            }
        }
    }

    /// <summary>
    /// Whether three quotation marks stand here. A string that ends in quotation marks has to escape them; in a lenient
    /// reading, of more than three the last ones end it.
    /// </summary>
    private bool IsEndOfLong(ref ReadOnlySpan<byte> unread, int at, byte quote)
    {
        _ = Source.Ensure(at + 4);
        unread = Source.Unread;
        if (unread.Length < at + 3 || unread[at + 1] != quote || unread[at + 2] != quote) return false;
        if (!Options.Lenient || unread.Length < at + 4 || unread[at + 3] != quote) return true;
        return !Odd(RdfErrorCodes.Syntax, "Expected three quotation marks at the end of a string but found more.");
    }

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

    /// <summary>At <c>@</c>: the language in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? ReadLanguage()
    {
        var length = 1;
        while (length <= MaxNameBytes && Source.Ensure(length + 1) && (char.IsAsciiLetterOrDigit((char)Source.Unread[length]) || Source.Unread[length] == '-')) length++;
        if (length > MaxNameBytes) return NoText(TooLong("language", Options.Limits.MaxRdfIriLength));
        var tag = Source.Unread[1..length];
        // A place for each shape of tag: the handful of languages of a document rarely meet in one.
        ref var known = ref _languages[tag.IsEmpty ? 0 : (tag[0] * 5 + tag[^1] + tag.Length) & 63];
        if (known is null || !Ascii.Equals(tag, known))
        {
            if (!IsLanguage(tag)) return NoText(Expected("a language tag"));
            known = Encoding.ASCII.GetString(tag).ToLowerInvariant();
        }
        Source.Advance(length);
        return known;
    }

    // LANGTAG: letters, then subtags of letters and digits.
    private static bool IsLanguage(ReadOnlySpan<byte> tag)
    {
        var first = true;
        foreach (var range in tag.Split((byte)'-'))
        {
            var subtag = tag[range];
            if (subtag.IsEmpty) return false;
            foreach (var b in subtag)
                if (first && !char.IsAsciiLetter((char)b)) return false;
            first = false;
        }
        return true;
    }

    private void StartText()
    {
        _textLength = 0;
        _textTooLong = false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? EndText(ReadOnlySpan<byte> last)
    {
        var max = Options.Limits.MaxRdfLiteralLength;
        if (_textLength > 0) Append(last);
        // Three bytes make at least one character.
        if (_textTooLong || last.Length / 3 > max) return NoText(TooLong("literal", max));
        if (_textLength == 0)
        {
            var text = Encoding.UTF8.GetString(last);
            return text.Length > max ? NoText(TooLong("literal", max)) : text;
        }
        if (_textLength > max) return NoText(TooLong("literal", max));
        // Only a lenient reading lets half characters in.
        if (Options.Lenient) ReplaceHalves(_text.AsSpan(0, _textLength));
        return new string(_text, 0, _textLength);
    }

    private static void ReplaceHalves(Span<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else text[i] = '\uFFFD';
        }
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        if (!Reserve(utf8.Length)) return;
        _textLength += Encoding.UTF8.GetChars(utf8, _text.AsSpan(_textLength));
    }

    private void Append(char c)
    {
        if (Reserve(1)) _text[_textLength++] = c;
    }

    private void AppendRune(Rune rune)
    {
        if (Reserve(2)) _textLength += rune.EncodeToUtf16(_text.AsSpan(_textLength));
    }

    /// <summary>Room for that many characters more, within the bound on literals (and one window beyond it, which is seen to at the end).</summary>
    private bool Reserve(int characters)
    {
        if (_textLength > Options.Limits.MaxRdfLiteralLength) _textTooLong = true;
        if (_textTooLong) return false;
        var needed = _textLength + characters;
        if (needed > _text.Length) Array.Resize(ref _text, Math.Max(needed, _text.Length * 2));
        return true;
    }

    private static string? NoText(bool failed) => failed ? throw new System.Diagnostics.UnreachableException() : null;
}
