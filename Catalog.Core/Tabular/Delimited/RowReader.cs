namespace Catalog.Core.Tabular.Delimited;

/// <summary>
/// The records of a text one after the other, with the doubtful ones read the most believable way. It knows how many
/// cells a record should have, which is what tells a broken quote or a foreign delimiter from an honest one.
/// </summary>
internal sealed class RowReader(RecordScanner scanner, TableDialect dialect, int width)
{
    // Those with a blank before those without: the blanks are part of them where every one has it.
    private static readonly string[] Delimiters = [", ", ",", "; ", ";", "\t", " | ", "|", " ", ":"];

    /// <summary>Characters that are looked at behind a record. 4 Ki: beyond, no quote is meant to close it.</summary>
    private const int Furthest = 4 * 1024;

    private const RecordMarks Odd = RecordMarks.StrayQuote | RecordMarks.UnclosedQuote;

    private readonly RowRepair _repair = new(dialect, width);
    private readonly OtherDelimiter _other = new(dialect, width, Delimiters);
    private List<string>? _cells;
    private bool _unread;

    public RecordScanner Scanner { get; } = scanner;

    /// <summary>What was done to the record, a code of <see cref="TableRepairCodes"/>; null when it is as it should be.</summary>
    public string? Repaired { get; private set; }

    public bool IsBlank { get; private set; }

    public bool IsComment { get; private set; }

    public int Count => _cells?.Count ?? Scanner.Count;

    public ReadOnlySpan<char> this[int cell] => _cells is null ? Scanner.Cell(cell) : _cells[cell];

    /// <summary>Whether the cells are places in the window, not copies.</summary>
    public bool InWindow => _cells is null;

    /// <summary>Hands the current record out once more.</summary>
    public void Unread() => _unread = true;

    public bool Next()
    {
        if (_unread)
        {
            _unread = false;
            return true;
        }
        if (!Scanner.Next()) return false;
        _cells = null;
        Repaired = null;
        IsBlank = Scanner.IsBlank || (Scanner.Count == 1 && IsNothing(Scanner.Content));
        IsComment = dialect.CommentPrefix is { } prefix && Scanner.Content.StartsWith(prefix);
        if (IsComment) LineOnly();
        if (IsBlank || IsComment) return true;
        if (Scanner.Count != width || (Scanner.Marks & Odd) != 0) Mend();
        else if (width > 2 && Scanner.Starts[1] < Scanner.ContentEnd && Scanner.Window.Chars[Scanner.Starts[1]] == ' ' && _other.HasBlanks(Scanner)) TakeBlanks();
        if (_cells is null && (Scanner.Marks & RecordMarks.Escapes) != 0) Scanner.Unescape();
        if (Repaired is null && (Scanner.Marks & RecordMarks.BlankAroundQuote) != 0) Repaired = TableRepairCodes.BlankAroundQuote;
        return true;
    }

    private void TakeBlanks()
    {
        _cells = _other.WithoutBlanks(Scanner);
        Repaired = TableRepairCodes.OtherDelimiter;
    }

    // A comment has no quotes that could join it with the next line.
    private void LineOnly()
    {
        if (Scanner.InnerLines == 0) return;
        var end = Scanner.Content.IndexOfAny('\n', '\r');
        if (end >= 0) EndAfter(end, 0);
    }

    private void EndAfter(int length, int innerLines)
    {
        var chars = Scanner.Window.Chars;
        var at = Scanner.Start + length;
        var terminator = at >= Scanner.Window.Length ? '\0' : chars[at] == '\n' ? 'n' : at + 1 < Scanner.Window.Length && chars[at + 1] == '\n' ? 'w' : 'r';
        Scanner.EndAt(at, at + (terminator switch { 'w' => 2, '\0' => 0, _ => 1 }), innerLines, terminator);
    }

    private void Mend()
    {
        var odd = (Scanner.Marks & Odd) != 0;
        if (odd && Scanner.Count == width && Scanner.InnerLines == 0 && (Scanner.Marks & RecordMarks.UnclosedQuote) == 0)
        {
            Repaired = TableRepairCodes.StrayQuote;
            return;
        }
        var text = odd && (Scanner.Count < width || (Scanner.Marks & RecordMarks.UnclosedQuote) != 0) ? Ahead() : Scanner.Content;
        if ((Scanner.Count != width || Scanner.InnerLines > 0) && _other.TrySplit(text))
        {
            Take(_other.Cells, _other.Length, _other.InnerLines, TableRepairCodes.OtherDelimiter);
            return;
        }
        if ((odd || Scanner.InnerLines > 0) && _repair.TryRead(text) && (odd || IsTwoRows(text)))
            Take(_repair.Cells, _repair.Length, _repair.InnerLines, _repair.Split ? TableRepairCodes.MissingDelimiter : _repair.Unclosed ? TableRepairCodes.UnclosedQuote : TableRepairCodes.StrayQuote);
        else if (odd) Repaired = (Scanner.Marks & RecordMarks.UnclosedQuote) != 0 ? TableRepairCodes.UnclosedQuote : TableRepairCodes.StrayQuote;
    }

    /// <summary>
    /// Whether a record whose quotes are all in order is rather rows with quotes that were never closed: only if what the
    /// repair leaves of it begins with a row of the table, too.
    /// </summary>
    private bool IsTwoRows(ReadOnlySpan<char> text)
    {
        if (_repair.Length >= text.Length) return false;
        var rest = text[_repair.Length..].TrimStart("\r\n");
        var end = rest.IndexOfAny('\n', '\r');
        return (end < 0 ? rest : rest[..end]).Count(dialect.Delimiter) + 1 == width;
    }

    private void Take(IReadOnlyList<string> cells, int length, int innerLines, string code)
    {
        _cells = [.. cells];
        Repaired = code;
        if (length != Scanner.ContentEnd - Scanner.Start) EndAfter(length, innerLines);
    }

    /// <summary>The record and what stands behind it, as far as the window shows whole lines: it may end later than the scanner took it to.</summary>
    private ReadOnlySpan<char> Ahead()
    {
        var text = Scanner.Window.Chars.AsSpan(Scanner.Start, Scanner.Window.Length - Scanner.Start);
        var own = Scanner.ContentEnd - Scanner.Start;
        if (text.Length > own + Furthest) text = text[..(own + Furthest)];
        else if (Scanner.Window.AtEnd) return text;
        return text[..Math.Max(text.LastIndexOf('\n'), own)];
    }

    /// <summary>No more than blanks, zeros that pad a file, and the sign with which old programs end one.</summary>
    private static bool IsNothing(ReadOnlySpan<char> text) => text.IsWhiteSpace() || (text[0] is '\0' or '\u001A' && text.Trim("\0\u001A\r\n\t ").IsEmpty);
}
