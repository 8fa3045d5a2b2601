using System.Buffers;
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
    private bool _textHasLineEnd;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? ReadString(bool mayBeLong)
    {
        var quote = Source.Unread[0];
        _textHasLineEnd = false;
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
        return ReadShort(quote, mayHaveLineEnd: mayBeLong && Options.Lenient);
    }

    /// <param name="mayHaveLineEnd">
    /// Programs that paste descriptions between quotation marks write such strings; no syntax allows them.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? ReadShort(byte quote, bool mayHaveLineEnd)
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
                if (!mayHaveLineEnd || LooksEnded()) return NoText(Expected("a quotation mark before the end of the line"));
                if (!_textHasLineEnd) _ = Missing("a quotation mark before the end of the line");
                _textHasLineEnd = true;
                Append((char)Source.Unread[0]);
                Source.Advance(1);
            }
        }
    }

    /// <summary>
    /// Whether a line of the string ends as those of Turtle do and those of descriptions do not: in a dot, semicolon or
    /// comma that stands alone. Then its quotation mark was lost, and it must not take the next statements with it.
    /// </summary>
    private bool LooksEnded()
    {
        var text = _text.AsSpan(0, _textLength).TrimEnd(" \t\r");
        return text.Length >= 2 && text[^1] is '.' or ';' or ',' && text[^2] is ' ' or '\t' or '>' or ']';
    }

    private string? ReadLong(byte quote)
    {
        StartText();
        while (true)
        {
            var unread = Source.Unread;
            var end = unread.IndexOfAny(EndOfLong);
            var part = end < 0 ? unread : unread[..end];
            if (end >= 0 && unread[end] == quote)
            {
                var ends = IsEndOfLong(ref unread, end, quote);
                part = unread[..end];
                if (ends)
                {
                    Source.Advance(end + 3);
                    // Nothing that may follow a string begins so: another string was meant than the one read.
                    return unread.Length > end + 3 && unread[end + 3] == quote ? NoText(Expected("what may follow a string")) : EndText(part);
                }
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
        if (_textTooLong || last.Length / 3 > max) return NoText(TooLong("a literal", max));
        if (_textLength == 0)
        {
            var text = Encoding.UTF8.GetString(last);
            return text.Length > max ? NoText(TooLong("a literal", max)) : text;
        }
        if (_textLength > max) return NoText(TooLong("a literal", max));
        // Only a lenient reading lets half characters in.
        if (Options.Lenient) ReplaceHalves(_text.AsSpan(0, _textLength));
        return new string(_text, 0, _textLength);
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
