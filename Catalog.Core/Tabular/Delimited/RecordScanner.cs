using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Catalog.Core.Tabular.Archives;

namespace Catalog.Core.Tabular.Delimited;

/// <summary>What was odd about a record.</summary>
[Flags]
internal enum RecordMarks
{
    None = 0,

    /// <summary>A quote inside a cell that is neither doubled nor escaped.</summary>
    StrayQuote = 1,

    /// <summary>A quote that opens a cell and is not closed before the end or the bound.</summary>
    UnclosedQuote = 2,

    /// <summary>Blanks between a quote and a delimiter.</summary>
    BlankAroundQuote = 4,

    /// <summary>Cells with doubled or escaped quotes, which are undone when the record is handed on.</summary>
    Escapes = 8,

    /// <summary>Some cell is quoted.</summary>
    Quoted = 16,
}

/// <summary>
/// Finds the cells of one record after the other in a window of text: RFC 4180, and whatever else can be read without
/// a doubt. What is doubtful is marked and left to <see cref="RowRepair"/>. Separators are searched sixteen characters
/// at a time; cells are places in the window, not copies. CsvHelper reads well-formed files; it neither says where a
/// quote was wrong nor lets one read such a record a second way, which is most of the work here, so that all text is
/// read by this one parser and CsvHelper's part is the writing of exports.
/// </summary>
internal sealed class RecordScanner(TextWindow window, TableDialect dialect, int longestCell, long firstLine = 1)
{
    /// <summary>Cells of one record. 4 Mi: no table, but a file whose line ends are missing.</summary>
    private const int MostCells = 4 * 1024 * 1024;

    private readonly string _delimiter = dialect.Delimiter;
    private readonly char _first = dialect.Delimiter[0];
    private readonly char _quote = dialect.QuoteChar ?? '\uFFFF';
    private readonly bool _hasQuote = dialect.QuoteChar is not null;
    private readonly char _escape = dialect.EscapeChar ?? '\uFFFF';
    private readonly bool _hasEscape = dialect.EscapeChar is not null;
    private readonly bool _skipSpace = dialect.SkipInitialSpace;
    private int _knownPosition;
    private long _knownOffset = window.Offset;
    private int _next;
    private long _line = firstLine;

    /// <summary>How far a closing quote is looked for where none was found from an earlier place, in characters.</summary>
    private const int ShortSearch = 4096;

    // Up to this byte of the file no closing quote was found: the next unclosed one must not search all of it again.
    private long _noCloseBefore = -1;

    public TextWindow Window { get; } = window;

    public int[] Starts { get; private set; } = new int[32];

    /// <summary>The ends of the cells; the complement of the end where quotes in the cell are still doubled.</summary>
    public int[] Ends { get; private set; } = new int[32];

    public int Count { get; private set; }

    public RecordMarks Marks { get; private set; }

    /// <summary>Where the record begins in the window.</summary>
    public int Start { get; private set; }

    /// <summary>Where its last cell ends, before the line end.</summary>
    public int ContentEnd { get; private set; }

    /// <summary>The line on which it begins.</summary>
    public long Line { get; private set; }

    /// <summary>Line ends within it.</summary>
    public int InnerLines { get; private set; }

    /// <summary>What ended it: 'n' for "\n", 'r' for "\r", 'w' for both, '\0' for the end of the text.</summary>
    public char Terminator { get; private set; }

    /// <summary>Not one character in it.</summary>
    public bool IsBlank => Count == 1 && ContentEnd == Start;

    public ReadOnlySpan<char> Content => Window.Chars.AsSpan(Start, ContentEnd - Start);

    /// <summary>The text of a cell, its quotes still doubled.</summary>
    public ReadOnlySpan<char> Cell(int i)
    {
        var end = Ends[i];
        return Window.Chars.AsSpan(Starts[i], (end < 0 ? ~end : end) - Starts[i]);
    }

    /// <summary>The byte of the file at which the record begins.</summary>
    public long Offset
    {
        get
        {
            // From the last known place on, which makes it one walk over the text in all.
            _knownOffset += Window.Bytes(_knownPosition, Start);
            _knownPosition = Start;
            return _knownOffset;
        }
    }

    /// <summary>Finds the next record; false at the end of the text.</summary>
    public bool Next()
    {
        while (true)
        {
            if (_next >= Window.Length && !More(_next)) return false;
            if (Scan()) return true;
            if (Window.Length - Start > longestCell * 4L) throw new LimitExceededException("una fila es demasiado larga", "a row is too long");
            // The record goes on beyond the window, which slides so that it begins with it; then it is scanned anew.
            Slide(Start);
        }
    }

    /// <summary>Takes back what the record has beyond a position: the next one begins at <paramref name="next"/>.</summary>
    public void EndAt(int contentEnd, int next, int innerLines, char terminator)
    {
        ContentEnd = contentEnd;
        Terminator = terminator;
        InnerLines = innerLines;
        _next = next;
        _line = Line + innerLines + (terminator == '\0' ? 0 : 1);
    }

    /// <summary>What stands in the window between the record's content and the next record.</summary>
    public int TerminatorLength => Terminator switch { 'w' => 2, '\0' => 0, _ => 1 };

    /// <summary>Undoes doubled and escaped quotes where they stand.</summary>
    public void Unescape()
    {
        for (var i = 0; i < Count; i++)
        {
            if (Ends[i] >= 0) continue;
            var start = Starts[i];
            var cell = Window.Chars.AsSpan(start, ~Ends[i] - start);
            Ends[i] = start + Quotes.Undo(cell, _quote, _hasEscape ? _escape : null);
        }
    }

    /// <summary>Adds empty cells at the end.</summary>
    public void Fill(int columns)
    {
        while (Count < columns) Add(ContentEnd, ContentEnd);
    }

    private bool More(int from)
    {
        while (!Window.AtEnd)
        {
            Slide(from);
            from = 0;
            if (Window.Length > 0) return true;
        }
        return false;
    }

    private void Slide(int from)
    {
        Window.Slide(from);
        _knownPosition = 0;
        _knownOffset = Window.Offset;
        _next -= from;
        Start = 0;
    }

    /// <summary>Scans one record from the next position; false when the window ends before it does.</summary>
    private bool Scan()
    {
        Start = _next;
        Line = _line;
        Count = 0;
        InnerLines = 0;
        Marks = RecordMarks.None;
        var chars = Window.Chars;
        var length = Window.Length;
        var cell = _next;
        var at = Skip(ref cell);
        ref var origin = ref MemoryMarshal.GetArrayDataReference(chars);
        var delimiter = Vector256.Create((ushort)_first);
        var quote = Vector256.Create((ushort)_quote);
        var feed = Vector256.Create((ushort)'\n');
        var carriage = Vector256.Create((ushort)'\r');
        while (true)
        {
            if (_hasQuote && at == cell && at < length && chars[at] == _quote)
            {
                at = Quoted(cell, out var ended);
                if (at < 0) return false;
                if (ended) return true;
                cell = at;
                at = Skip(ref cell);
                continue;
            }
            uint bits = 0;
            var bitsOfOne = false;
            for (; at + Vector256<ushort>.Count <= length; at += Vector256<ushort>.Count)
            {
                var block = Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref origin), (nuint)at);
                var found = Vector256.Equals(block, delimiter) | Vector256.Equals(block, feed) | Vector256.Equals(block, carriage) | Vector256.Equals(block, quote);
                bits = found.ExtractMostSignificantBits();
                if (bits != 0) break;
            }
            if (bits == 0)
            {
                // The last characters of the window, one by one.
                while (at < length && !IsSign(chars[at])) at++;
                if (at >= length)
                {
                    if (!Window.AtEnd) return false;
                    Add(cell, length);
                    return End(length, length, '\0');
                }
                bits = 1;
                bitsOfOne = true;
            }
            // All signs of this block, until a quoted cell makes the block worthless.
            var basis = at;
            var again = false;
            while (bits != 0)
            {
                at = basis + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
                if (at < cell) continue;
                var sign = chars[at];
                if (sign == _first)
                {
                    if (_delimiter.Length > 1)
                    {
                        if (at + _delimiter.Length > length && !Window.AtEnd) return false;
                        if (!Window.Chars.AsSpan(at, length - at).StartsWith(_delimiter)) continue;
                    }
                    Add(cell, at);
                    cell = at + _delimiter.Length;
                    at = Skip(ref cell);
                    again = (_hasQuote && cell < length && chars[cell] == _quote) || cell > basis + Vector256<ushort>.Count;
                    if (again) break;
                    continue;
                }
                if (sign is '\n' or '\r')
                {
                    if (sign == '\r' && at + 1 == length && !Window.AtEnd) return false;
                    Add(cell, at);
                    var both = sign == '\r' && at + 1 < length && chars[at + 1] == '\n';
                    return End(at, at + (both ? 2 : 1), both ? 'w' : sign == '\n' ? 'n' : 'r');
                }
                // A quote in a cell that does not begin with one.
                Marks |= RecordMarks.StrayQuote;
            }
            if (!again) at = Math.Min(length, Math.Max(basis + (bitsOfOne ? 1 : Vector256<ushort>.Count), cell));
        }
    }

    private bool IsSign(char c) => c == _first || c == '\n' || c == '\r' || (c == _quote && _hasQuote);

    // Blanks after a delimiter, where the dialect has them; returns where the cell's text begins.
    private int Skip(ref int cell)
    {
        if (_skipSpace)
            while (cell < Window.Length && Window.Chars[cell] == ' ') cell++;
        return cell;
    }

    private bool End(int contentEnd, int next, char terminator)
    {
        ContentEnd = contentEnd;
        Terminator = terminator;
        _next = next;
        _line += InnerLines + (terminator == '\0' ? 0 : 1);
        return true;
    }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int start, int end, bool escapes = false)
    {
        var count = Count;
        if (count == Ends.Length) Widen();
        Starts[count] = start;
        Ends[count] = escapes ? ~end : end;
        if (escapes) Marks |= RecordMarks.Escapes;
        Count = count + 1;
    }

    private void Widen()
    {
        if (Ends.Length >= MostCells) throw new LimitExceededException("una fila tiene demasiadas celdas", "a row has too many cells");
        var starts = Starts;
        var ends = Ends;
        Array.Resize(ref starts, starts.Length * 2);
        Array.Resize(ref ends, ends.Length * 2);
        Starts = starts;
        Ends = ends;
    }
}
