namespace Catalog.Core.Tabular.Delimited;

/// <summary>
/// Reads a single line that was written with another delimiter than the rest of its file. It is believed only where it
/// gives exactly as many cells as the other rows have, and its quotes are in order.
/// </summary>
internal sealed class OtherDelimiter(TableDialect dialect, int width, IReadOnlyList<string> delimiters)
{
    /// <summary>Characters of a line that is tried. 64 Ki.</summary>
    private const int Longest = 64 * 1024;

    private readonly List<string> _cells = [];

    public IReadOnlyList<string> Cells => _cells;

    public bool TrySplit(ReadOnlySpan<char> line)
    {
        if (width < 2 || line.Length > Longest || line.Length < width - 1) return false;
        foreach (var delimiter in delimiters)
            if (delimiter != dialect.Delimiter && (width > 3 || delimiter is not (" " or ":")) && line.Contains(delimiter, StringComparison.Ordinal) && Split(line, delimiter)) return true;
        return false;
    }

    /// <summary>Whether every cell but the first begins with a blank, as no other row's do: ", " instead of ",".</summary>
    public bool HasBlanks(RecordScanner row)
    {
        if (dialect.SkipInitialSpace || dialect.Delimiter.EndsWith(' ') || (row.Marks & RecordMarks.Quoted) != 0) return false;
        for (var i = 1; i < row.Count; i++)
            if (row.Cell(i) is not [' ', ..]) return false;
        return true;
    }

    public List<string> WithoutBlanks(RecordScanner row)
    {
        var cells = new List<string>(row.Count) { row.Cell(0).ToString() };
        for (var i = 1; i < row.Count; i++) cells.Add(row.Cell(i)[1..].ToString());
        return cells;
    }

    private bool Split(ReadOnlySpan<char> line, string delimiter)
    {
        _cells.Clear();
        var quote = dialect.QuoteChar ?? '"';
        while (true)
        {
            if (_cells.Count >= width) return false;
            if (!line.IsEmpty && line[0] == quote)
            {
                var close = Close(line, quote, delimiter);
                if (close < 0) return false;
                var inner = line[1..close].ToArray();
                _cells.Add(new string(inner, 0, Quotes.Undo(inner, quote, dialect.EscapeChar)));
                line = line[(close + 1)..];
                if (line.IsEmpty) break;
                line = line[delimiter.Length..];
                continue;
            }
            var end = line.IndexOf(delimiter);
            var cell = end < 0 ? line : line[..end];
            if (cell.Contains(quote)) return false;
            _cells.Add(cell.ToString());
            if (end < 0) break;
            line = line[(end + delimiter.Length)..];
        }
        return _cells.Count == width;
    }

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
            return i + 1 == line.Length || line[(i + 1)..].StartsWith(delimiter) ? i : -1;
        }
        return -1;
    }
}
