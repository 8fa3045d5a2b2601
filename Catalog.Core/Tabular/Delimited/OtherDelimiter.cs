namespace Catalog.Core.Tabular.Delimited;

/// <summary>
/// Reads a single row that was written with another delimiter than the rest of its file. It is believed only where it
/// gives exactly as many cells as the other rows have, and its quotes are in order.
/// </summary>
internal sealed class OtherDelimiter(TableDialect dialect, int width, IReadOnlyList<string> delimiters)
{
    /// <summary>Characters of a row that is tried. 64 Ki.</summary>
    private const int Longest = 64 * 1024;

    private readonly List<string> _cells = [];

    public IReadOnlyList<string> Cells => _cells;

    /// <summary>Characters of the text that the record takes, its line end not counted.</summary>
    public int Length { get; private set; }

    public int InnerLines { get; private set; }

    /// <summary>Splits the record that begins a text, which may go on beyond it.</summary>
    public bool TrySplit(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest) text = text[..Longest];
        if (width < 2 || text.Length < width - 1) return false;
        foreach (var delimiter in delimiters)
            if (delimiter != dialect.Delimiter && (width > 3 || delimiter is not (" " or ":")) && text.Contains(delimiter, StringComparison.Ordinal) && Split(text, delimiter)) return true;
        return false;
    }

    /// <summary>Whether every cell but the first begins with a blank, as no other row's do: ", " instead of ",".</summary>
    public bool HasBlanks(RecordScanner row)
    {
        if (dialect.SkipInitialSpace || dialect.Delimiter.EndsWith(' ')) return false;
        for (var i = 1; i < row.Count; i++)
            if (row.Cell(i) is not [' ', ..] || row.Window.Chars[row.Starts[i] - 1] == dialect.QuoteChar) return false;
        return true;
    }

    public List<string> WithoutBlanks(RecordScanner row)
    {
        var cells = new List<string>(row.Count) { row.Cell(0).ToString() };
        for (var i = 1; i < row.Count; i++) cells.Add(row.Cell(i)[1..].ToString());
        return cells;
    }

    private bool Split(ReadOnlySpan<char> text, string delimiter)
    {
        _cells.Clear();
        InnerLines = 0;
        var quote = dialect.QuoteChar ?? '"';
        for (var at = 0; ;)
        {
            if (_cells.Count >= width) return false;
            int end;
            if (at < text.Length && text[at] == quote)
            {
                var close = Close(text[at..], quote, delimiter);
                if (close < 0) return false;
                var inner = text[(at + 1)..(at + close)].ToArray();
                InnerLines += Lines(inner);
                _cells.Add(new string(inner, 0, Quotes.Undo(inner, quote, dialect.EscapeChar)));
                end = at + close + 1;
            }
            else
            {
                var line = text[at..].IndexOfAny('\n', '\r');
                var rest = line < 0 ? text[at..] : text[at..(at + line)];
                var step = rest.IndexOf(delimiter);
                var cell = step < 0 ? rest : rest[..step];
                if (cell.Contains(quote)) return false;
                _cells.Add(cell.ToString());
                end = at + cell.Length;
            }
            if (end == text.Length || text[end] is '\n' or '\r')
            {
                Length = end;
                return _cells.Count == width && !IsProse(delimiter);
            }
            at = end + delimiter.Length;
        }
    }

    /// <summary>Words between blanks are a sentence and no row, and a sentence has a comma or two, unless many of its parts are values.</summary>
    private bool IsProse(string delimiter)
    {
        var values = _cells.Count(c => CellKinds.Of(c) is not (CellKind.Text or CellKind.Empty));
        return delimiter switch
        {
            " " => values * 3 < width || _cells.Exists(c => c is [_, .., ',' or ';' or '.' or ':']),
            "," or ", " => width <= 3 && values * 2 <= width,
            _ => false,
        };
    }

    private static int Lines(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");

    private static int Close(ReadOnlySpan<char> line, char quote, string delimiter)
    {
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] != quote) continue;
            if (i + 1 < line.Length && line[i + 1] == quote)
            {
                i++;
                continue;
            }
            return i + 1 == line.Length || line[i + 1] is '\n' or '\r' || line[(i + 1)..].StartsWith(delimiter) ? i : -1;
        }
        return -1;
    }
}
