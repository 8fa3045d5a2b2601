namespace Catalog.Core.Tabular.Delimited;

/// <summary>
/// Reads a record a second way where its quotes make no sense. Every way to cut its text at delimiters is weighed by
/// what one has to believe to accept it: a cell that is quoted as RFC 4180 says costs nothing, a stray quote a little, a
/// quote that is opened and never closed more, a number of cells that the other rows do not have most of all. The
/// cheapest way is taken. The search is a table over (delimiter, cells so far), bounded by a budget of steps for the
/// whole file, beyond which records stay as the scanner read them.
/// </summary>
internal sealed class RowRepair(TableDialect dialect, int width)
{
    /// <summary>Delimiters and line ends of a record that is weighed. 600: wider rows would take millions of steps.</summary>
    private const int MostCuts = 600;

    /// <summary>Lines that a record may be taken to have. 40: an address or a comment, no more.</summary>
    private const int MostLines = 40;

    /// <summary>Characters of a record that is weighed. 64 Ki.</summary>
    private const int MostCharacters = 64 * 1024;

    /// <summary>What it costs to believe that a delimiter is missing where a quote tells two cells apart.</summary>
    private const int MissingDelimiter = 12;

    /// <summary>
    /// What it costs to believe that a cell was quoted for the delimiters in it and one of its quotes is missing: more than a
    /// quote that means nothing, less than that and a number of cells which the other rows do not have.
    /// </summary>
    private const int MissingQuote = 30;

    /// <summary>The same of a cell with a line end in it.</summary>
    private const int MissingQuoteInALine = 40;

    /// <summary>What it costs to believe in a line end within a record.</summary>
    private const int Line = 2;

    private const int Impossible = int.MaxValue / 2;

    private readonly char _quote = dialect.QuoteChar ?? '"';
    private readonly List<(int At, int Length, CutKind Kind)> _cuts = [];
    private long _budget = 400_000_000;
    private int[] _best = [];
    private (int From, int Cells)[] _from = [];

    /// <summary>The cells found by the last <see cref="TryRead"/>.</summary>
    public List<string> Cells { get; } = [];

    /// <summary>Characters of the text that the record takes, its line end not counted.</summary>
    public int Length { get; private set; }

    public int InnerLines { get; private set; }

    /// <summary>Whether some cells were told apart by their quotes alone.</summary>
    public bool Split { get; private set; }

    /// <summary>Whether some cell was taken with a quote that is opened and not closed.</summary>
    public bool Unclosed { get; private set; }

    /// <summary>Finds the cheapest reading of the record that begins a text; false when the text is too large to weigh.</summary>
    public bool TryRead(ReadOnlySpan<char> text)
    {
        if (text.Length > MostCharacters) text = text[..MostCharacters];
        Cut(text);
        if (_cuts.Count == 0 || _budget <= 0) return false;
        var cells = Math.Min(MostCuts, (width * 2) + 16);
        var stride = cells + 1;
        var size = (_cuts.Count + 1) * stride;
        if (_best.Length < size)
        {
            _best = new int[size];
            _from = new (int, int)[size];
        }
        Array.Fill(_best, Impossible, 0, size);
        _best[0] = 0;
        var cheapest = Impossible;
        int bestCut = -1, bestCells = 0;
        for (var from = 0; from < _cuts.Count; from++)
        {
            // A record begins at its first line and a later line begins one only where the record before it ended; it may end there all the same.
            var begins = from == 0 || _cuts[from - 1].Kind != CutKind.Line || Reached(from, stride, cells);
            var start = from == 0 ? 0 : _cuts[from - 1].At + _cuts[from - 1].Length;
            var opens = start < text.Length && text[start] == _quote;
            var holds = false;
            for (var to = from + 1; begins && to <= _cuts.Count; to++)
            {
                if (to > from + 1) holds |= _cuts[to - 2].Kind is CutKind.Delimiter or CutKind.Line;
                _budget -= cells / 4;
                var cell = text[start.._cuts[to - 1].At];
                var closes = cell.Length > 1 && cell[^1] == _quote;
                // A quote without its other half does not reach over another one. It reaches into the next line only from within
                // a row: what it takes from there is less than a row, then, if both together are to be one.
                if (holds && !opens && (cell.ContainsAny('\n', '\r') || cell[..^1].Contains(_quote))) break;
                if (holds && !opens && !closes) continue;
                var broken = holds && opens && !closes && cell.ContainsAny('\n', '\r');
                if (holds && opens && !closes && (cell[1..].Contains(_quote) || (broken && (from == 0 || LineEnds(cell) > 1)))) continue;
                var cost = !holds || (opens && closes) ? Cost(cell, holds) : broken ? MissingQuoteInALine : MissingQuote;
                if (from > 0 && _cuts[from - 1].Kind == CutKind.BeforeQuote && cost > 0) continue;
                if (_cuts[to - 1].Kind == CutKind.AfterQuote && !(opens && cell.Length > 2 && cost == 0)) continue;
                if (_cuts[to - 1].Kind == CutKind.BeforeQuote && (cell.IsEmpty || cell.Contains(_quote))) continue;
                if (_cuts[to - 1].Kind is CutKind.AfterQuote or CutKind.BeforeQuote) cost += MissingDelimiter;
                for (var n = 0; n < cells; n++)
                {
                    if (_best[(from * stride) + n] + cost >= _best[(to * stride) + n + 1]) continue;
                    _best[(to * stride) + n + 1] = _best[(from * stride) + n] + cost;
                    _from[(to * stride) + n + 1] = (from, n);
                }
            }
            // A cut that is a line end may end the record; one cannot go on from it otherwise.
            if (_cuts[from].Kind == CutKind.Line)
            {
                var lines = Lines(from);
                // Whatever ends later costs more than the best so far.
                if (cheapest <= lines * Line) break;
                for (var n = 1; n <= cells; n++)
                {
                    var total = _best[((from + 1) * stride) + n];
                    if (total >= Impossible) continue;
                    total += Deviation(n) + (lines * Line);
                    if (total < cheapest) (cheapest, bestCut, bestCells) = (total, from + 1, n);
                    _best[((from + 1) * stride) + n] = Impossible;
                }
            }
            if (_budget <= 0) return false;
        }
        if (bestCut < 0) return false;
        Take(text, bestCut, bestCells, stride);
        return true;
    }

    private bool Reached(int cut, int stride, int cells)
    {
        for (var n = 1; n <= cells; n++) if (_best[(cut * stride) + n] < Impossible) return true;
        return false;
    }

    private static int LineEnds(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");

    private int Lines(int cut)
    {
        var lines = 0;
        for (var i = 0; i < cut; i++) if (_cuts[i].Kind == CutKind.Line) lines++;
        return lines;
    }

    private int Deviation(int cells) => cells == width ? 0 : 25 + (15 * (Math.Abs(cells - width) - 1));

    /// <summary>The places where the text can be cut: delimiters and line ends, its end, and beside quotes that have none beside them.</summary>
    private void Cut(ReadOnlySpan<char> text)
    {
        _cuts.Clear();
        var lines = 0;
        for (var i = 0; i < text.Length && _cuts.Count < MostCuts; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                var both = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
                _cuts.Add((i, both ? 2 : 1, CutKind.Line));
                if (both) i++;
                if (++lines == MostLines) return;
            }
            else if (text[i..].StartsWith(dialect.Delimiter))
            {
                _cuts.Add((i, dialect.Delimiter.Length, CutKind.Delimiter));
                i += dialect.Delimiter.Length - 1;
            }
            else if (text[i] == _quote)
            {
                // Text on both sides: a quote beside a delimiter does what quotes do. Blanks are no text that a cell could be made of.
                var before = i > 0 && IsText(text[i - 1]) && !text[..i].EndsWith(dialect.Delimiter) && text[i - 1] != dialect.EscapeChar;
                var after = i + 1 < text.Length && IsText(text[i + 1]) && !text[(i + 1)..].StartsWith(dialect.Delimiter);
                if (before && after) _cuts.Add((i, 0, CutKind.BeforeQuote));
                if (after && (before || (i > 0 && text[i - 1] == _quote))) _cuts.Add((i + 1, 0, CutKind.AfterQuote));
            }
        }
        if (_cuts.Count < MostCuts && (_cuts.Count == 0 || _cuts[^1].Kind != CutKind.Line || _cuts[^1].At + _cuts[^1].Length < text.Length)) _cuts.Add((text.Length, 0, CutKind.Line));
    }

    private bool IsText(char c) => c != _quote && c is not ('\n' or '\r' or ' ');

    /// <summary>What one has to believe to take a stretch of text for one cell, in tenths.</summary>
    private int Cost(ReadOnlySpan<char> cell, bool holdsDelimiters)
    {
        if (dialect.SkipInitialSpace) cell = cell.TrimStart(' ');
        var first = cell.IndexOf(_quote);
        if (first < 0) return 0;
        if (cell[0] != _quote) return cell[^1] == _quote ? 10 : 5;
        if (cell.Length == 1) return 20;
        if (cell[^1] != _quote) return 20;
        var inner = cell[1..^1];
        int stray = 0, beside = 0;
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] != _quote) continue;
            if (i > 0 && inner[i - 1] == dialect.EscapeChar) continue;
            if (i + 1 < inner.Length && inner[i + 1] == _quote)
            {
                i++;
                continue;
            }
            stray++;
            if (holdsDelimiters && (inner[(i + 1)..].StartsWith(dialect.Delimiter) || inner[..i].EndsWith(dialect.Delimiter) || (i + 1 < inner.Length && inner[i + 1] is '\n' or '\r') || (i > 0 && inner[i - 1] is '\n' or '\r'))) beside++;
        }
        // A quote that is closed on another line and holds more of them is rather one that was never closed.
        return stray == 0 ? 0 : 10 + (beside * 20) + (inner.ContainsAny('\n', '\r') ? 25 : 0);
    }

    private void Take(ReadOnlySpan<char> text, int cut, int cells, int stride)
    {
        Length = _cuts[cut - 1].At;
        InnerLines = Lines(cut - 1);
        Unclosed = false;
        Split = false;
        Cells.Clear();
        while (cut > 0)
        {
            Split |= _cuts[cut - 1].Kind is CutKind.AfterQuote or CutKind.BeforeQuote;
            var (from, n) = _from[(cut * stride) + cells];
            var start = from == 0 ? 0 : _cuts[from - 1].At + _cuts[from - 1].Length;
            Cells.Add(Value(text[start.._cuts[cut - 1].At]));
            (cut, cells) = (from, n);
        }
        Cells.Reverse();
    }

    private string Value(ReadOnlySpan<char> cell)
    {
        if (dialect.SkipInitialSpace) cell = cell.TrimStart(' ');
        if (cell.Length < 2 || cell[0] != _quote || cell[^1] != _quote)
        {
            // Where it holds delimiters together it is a quote whose other half is missing; else it is but a sign.
            var holds = cell.IndexOf(dialect.Delimiter) >= 0 || cell.ContainsAny('\n', '\r');
            Unclosed |= holds || (cell.Length > 0 && cell[0] == _quote);
            return (!holds ? cell : cell[0] == _quote ? cell[1..] : cell[..^1]).ToString();
        }
        var inner = cell[1..^1].ToArray();
        return new string(inner, 0, Quotes.Undo(inner, _quote, dialect.EscapeChar));
    }

    private enum CutKind
    {
        Delimiter,
        Line,

        /// <summary>Behind a quote that is followed by text: a delimiter may be missing there.</summary>
        AfterQuote,

        /// <summary>Before a quote that follows text.</summary>
        BeforeQuote,
    }
}
