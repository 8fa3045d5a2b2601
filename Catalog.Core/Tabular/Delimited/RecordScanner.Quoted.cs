namespace Catalog.Core.Tabular.Delimited;

/// <content>Cells within quotes.</content>
internal sealed partial class RecordScanner
{
    /// <summary>Reads a cell that begins with a quote. Returns where the next one begins, or -1 when the window is too short.</summary>
    private int Quoted(int open, out bool ended)
    {
        ended = false;
        Marks |= RecordMarks.Quoted;
        var chars = Window.Chars;
        var length = Window.Length;
        var at = open + 1;
        var escapes = false;
        var longest = Window.Offset + open < _noCloseBefore ? Math.Min(ShortSearch, longestCell) : longestCell;
        while (true)
        {
            var step = _hasEscape ? chars.AsSpan(at, length - at).IndexOfAny(_quote, _escape) : chars.AsSpan(at, length - at).IndexOf(_quote);
            if (step < 0 || at + step - open > longest)
            {
                if (step < 0 && !Window.AtEnd && length - open <= longest) return -1;
                _noCloseBefore = Math.Max(_noCloseBefore, Window.Offset + Window.Bytes(0, at));
                break;
            }
            at += step;
            if (_hasEscape && chars[at] == _escape && _escape != _quote)
            {
                if (at + 1 >= length && !Window.AtEnd) return -1;
                escapes = true;
                at = Math.Min(at + 2, length);
                continue;
            }
            if (at + 1 + _delimiter.Length >= length && !Window.AtEnd) return -1;
            if (at + 1 < length && chars[at + 1] == _quote)
            {
                escapes = true;
                at += 2;
                continue;
            }
            var after = at + 1;
            var closing = Closing(ref after);
            if (closing == 0)
            {
                if (after >= length && !Window.AtEnd) return -1;
                Marks |= RecordMarks.StrayQuote;
                at++;
                continue;
            }
            if (after != at + 1) Marks |= RecordMarks.BlankAroundQuote;
            InnerLines += LineEnds(chars.AsSpan(open, at - open));
            Add(open + 1, at, escapes);
            if (closing == 'd') return after + _delimiter.Length;
            ended = true;
            if (closing == '\0' + 1) return Finish(length, length, '\0');
            if (chars[after] == '\r' && after + 1 < length && chars[after + 1] == '\n') return Finish(after, after + 2, 'w');
            return Finish(after, after + 1, chars[after] == '\n' ? 'n' : 'r');
        }
        // Never closed: the quote is a character like any other, and the cell ends as cells without quotes do.
        Marks |= RecordMarks.UnclosedQuote;
        return Unclosed(open, out ended);
    }

    private int Unclosed(int open, out bool ended)
    {
        ended = false;
        var chars = Window.Chars;
        for (var at = open; ; at++)
        {
            if (at >= Window.Length)
            {
                if (!Window.AtEnd) return -1;
                Add(open, at);
                ended = true;
                return Finish(at, at, '\0');
            }
            if (chars[at] == _first && chars.AsSpan(at, Window.Length - at).StartsWith(_delimiter))
            {
                Add(open, at);
                return at + _delimiter.Length;
            }
            if (chars[at] is not ('\n' or '\r')) continue;
            if (chars[at] == '\r' && at + 1 == Window.Length && !Window.AtEnd) return -1;
            Add(open, at);
            ended = true;
            var both = chars[at] == '\r' && at + 1 < Window.Length && chars[at + 1] == '\n';
            return Finish(at, at + (both ? 2 : 1), both ? 'w' : chars[at] == '\n' ? 'n' : 'r');
        }
    }

    private int Finish(int contentEnd, int next, char terminator)
    {
        End(contentEnd, next, terminator);
        return next;
    }

    /// <summary>What follows a quote: 'd' a delimiter, 'n' a line end, 1 the end of the text, 0 something else. Blanks may stand between.</summary>
    private char Closing(ref int after)
    {
        var chars = Window.Chars;
        var length = Window.Length;
        var at = after;
        while (true)
        {
            if (at >= length)
            {
                if (!Window.AtEnd)
                {
                    after = at;
                    return '\0';
                }
                after = at;
                return (char)1;
            }
            if (chars.AsSpan(at, length - at).StartsWith(_delimiter))
            {
                after = at;
                return 'd';
            }
            if (chars[at] is '\n' or '\r')
            {
                // A carriage return at the end of the window may be the first half of a line end.
                if (chars[at] == '\r' && at + 1 == length && !Window.AtEnd)
                {
                    after = length;
                    return '\0';
                }
                after = at;
                return 'n';
            }
            if (chars[at] != ' ' || _first == ' ') return '\0';
            at++;
        }
    }

    private static int LineEnds(ReadOnlySpan<char> text)
    {
        var feeds = text.Count('\n');
        var returns = text.Count('\r');
        return returns == 0 ? feeds : feeds + returns - text.Count("\r\n");
    }
}
