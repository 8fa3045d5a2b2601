namespace Catalog.Core.Tabular.Delimited;

/// <summary>
/// A reading of a whole text that hands on no rows: it counts them, learns how wide the widest is, and where one table
/// ends and the next begins. A text is a sequence of runs, each of records that are equally wide.
/// </summary>
internal sealed class TextShape
{
    /// <summary>Runs kept. 4,000: a file with more is ragged from end to end, and its widths tell nothing.</summary>
    private const int MostRuns = 4000;

    /// <summary>Lines at the end that can be notes. 30.</summary>
    private const int MostNotes = 30;

    private readonly int _width;
    private readonly IReadOnlyList<CellKind?> _kinds;
    private readonly List<Run> _runs = [];
    private readonly long[] _widths = new long[16 * 1024 + 2];
    private readonly TextPlan _plan;
    private readonly RepairLog _log;

    private TextShape(TextPlan plan, IReadOnlyList<CellKind?> kinds, RepairLog log)
    {
        _plan = plan;
        _width = plan.Width;
        _kinds = kinds;
        _log = log;
    }

    /// <summary>Records of the table under the header; null: all to the end.</summary>
    public long? Records { get; private set; }

    /// <summary>Cells of the widest record.</summary>
    public int Widest { get; private set; }

    /// <summary>Up to the last cell that is not empty in any record.</summary>
    public int Used { get; private set; }

    /// <summary>The number of cells that most records of the whole text have.</summary>
    public int Usual => Array.IndexOf(_widths, _widths.Max());

    /// <summary>Records that have as many cells.</summary>
    public long RecordsOf(int width) => width < _widths.Length ? _widths[width] : 0;

    /// <summary>All records under the header, to the end of the text.</summary>
    public long Total { get; private set; }

    /// <summary>Rows of the table.</summary>
    public long Rows { get; private set; }

    /// <summary>A blank line ended the table, or one stood within it.</summary>
    public bool HasBlankLines { get; private set; }

    public IReadOnlyList<string> Footer { get; private set; } = [];

    /// <summary>The byte and line at which another table begins; null when there is none.</summary>
    public (long Offset, long Line)? Other { get; private set; }

    /// <param name="only">Reads no more than so many records, of which it is known that they are one table.</param>
    public static TextShape Of(TextPlan plan, IReadOnlyList<CellKind?> kinds, RepairLog log, long? only, CancellationToken ct)
    {
        var shape = new TextShape(plan, kinds, log);
        var reader = plan.OpenRows(ct);
        using var window = reader.Scanner.Window;
        shape.Read(reader, only ?? long.MaxValue, ct);
        if (only is null) shape.FindEnd();
        return shape;
    }

    private void Read(RowReader reader, long only, CancellationToken ct)
    {
        var blank = false;
        long record = 0;
        Run? run = null;
        while (record < only && reader.Next())
        {
            if ((record & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            if (reader.IsComment || reader.IsBlank)
            {
                blank |= reader.IsBlank;
                _log.Add(reader.IsBlank ? TableRepairCodes.BlankLine : TableRepairCodes.CommentLine, Rows, reader.Scanner.Line, reader.Scanner.Content);
                continue;
            }
            record++;
            var count = reader.Count;
            var used = count;
            while (used > 0 && reader[used - 1].IsEmpty) used--;
            Note(reader, count, used);
            _widths[Math.Min(count, _widths.Length - 1)]++;
            if (used == 0)
            {
                // A row of separators only divides tables as a blank line does, and is a row where it does not.
                blank = true;
                run?.Extend();
                continue;
            }
            if (count > Widest) Widest = count;
            if (used > Used) Used = used;
            if (run is not null && !blank && run.Width == count)
            {
                run.Extend();
                continue;
            }
            if (_runs.Count < MostRuns)
            {
                run = new Run(record - 1, count, used, blank, reader.Scanner.Offset, reader.Scanner.Line, Cells(reader, used));
                _runs.Add(run);
            }
            blank = false;
        }
        Total = record;
    }

    /// <summary>Puts down what is odd about a record.</summary>
    private void Note(RowReader reader, int count, int used)
    {
        var scanner = reader.Scanner;
        if (reader.Count > 0 && _plan.IsHeaderAgain(reader))
        {
            _log.Add(TableRepairCodes.RepeatedHeader, Rows, scanner.Line, scanner.Content);
            return;
        }
        Rows++;
        if (reader.Repaired is { } code) _log.Add(code, Rows, scanner.Line, scanner.Content);
        if (used == 0) _log.Add(TableRepairCodes.EmptyRow, Rows, scanner.Line, scanner.Content);
        else if (count < _width) _log.Add(TableRepairCodes.ShortRow, Rows, scanner.Line, scanner.Content);
        else if (count > _width && used > _width) _log.Add(TableRepairCodes.LongRow, Rows, scanner.Line, scanner.Content);
        if (count == _width + 1 && used == count && reader.Repaired is null && SplitCell.IsIn(reader, _kinds, _plan.Dialect.Delimiter)) _log.Add(TableRepairCodes.UnquotedDelimiter, Rows, scanner.Line, scanner.Content);
        if (_width > 1 && used > 1 && reader[0].Length < 40 && reader[0].StartsWith("total", StringComparison.OrdinalIgnoreCase)) _log.Add(TableRepairCodes.TotalRow, Rows, scanner.Line, scanner.Content);
        if (scanner.Window.HasSingles(scanner.Start, scanner.ContentEnd)) _log.Add(TableRepairCodes.MixedEncoding, Rows, scanner.Line, scanner.Content);
        if (_plan.MayBeMojibake && Mojibake.MayBe(scanner.Content)) NoteMojibake(reader);
    }

    private void NoteMojibake(RowReader reader)
    {
        for (var i = 0; i < reader.Count; i++)
        {
            if (!Mojibake.MayBe(reader[i])) continue;
            var mended = Mojibake.Mend(reader[i], out var doubtful);
            if (mended is not null) _log.Add(_plan.MendMojibake ? TableRepairCodes.Mojibake : TableRepairCodes.MojibakeDoubtful, Rows, reader.Scanner.Line, reader[i]);
            else if (doubtful) _log.Add(TableRepairCodes.MojibakeDoubtful, Rows, reader.Scanner.Line, reader[i]);
        }
    }

    /// <summary>Takes over where the table ends from a reading that went on to the end of the text.</summary>
    public void TakeEnd(TextShape whole)
    {
        Records = whole.Records;
        Footer = whole.Footer;
        Other = whole.Other;
    }

    private static string[] Cells(RowReader reader, int used)
    {
        var cells = new string[Math.Min(used, 64)];
        for (var i = 0; i < cells.Length; i++) cells[i] = reader[i].Length > 200 ? reader[i][..200].ToString() : reader[i].ToString();
        return cells;
    }

    private void FindEnd()
    {
        if (_width < 2 || _runs.Count is 0 or >= MostRuns) return;
        var end = _runs.Count;
        for (var i = 1; i < _runs.Count; i++)
        {
            if (!BeginsOther(i)) continue;
            Other = (_runs[i].Offset, _runs[i].Line);
            end = i;
            break;
        }
        var notes = end;
        while (notes > 1 && IsNote(_runs[notes - 1]) && end - notes < MostNotes) notes--;
        if (notes < end || end < _runs.Count)
        {
            Records = _runs[notes < _runs.Count ? notes : end].First;
            Footer = [.. _runs.Skip(notes).Take(end - notes).Select(r => Say.Shown(string.Join(' ', r.Cells)))];
        }
        if (Records is null) return;
        Widest = _runs.Take(notes).Max(r => r.Width);
        Used = Math.Max(_runs.Take(notes).Max(r => r.Used), Math.Min(_width, Widest));
    }

    private bool BeginsOther(int i)
    {
        var run = _runs[i];
        // A table that is written with another delimiter has but one cell a row for this one.
        if (run is { Width: 1, AfterBlank: true, Count: > 1 } && run.Cells[0].AsSpan().IndexOfAny(';', '\t', '|') > 0) return true;
        // A title of its own over it.
        if (run is { Used: 1, AfterBlank: true, Count: 1 } && i + 1 < _runs.Count && _runs[i + 1] is { AfterBlank: false } under && under.Width == _width && IsOtherHeader(under)) return true;
        if (run.Width < 2 || run.Used < 2) return false;
        if (run.Width == _width) return run.AfterBlank && IsOtherHeader(run);
        // Another width that stays: after a blank line from the second row on, else until the end of the text.
        if (run.AfterBlank && run.Count > 1) return true;
        if (run.Count < 3 || _runs.Count > 100 || _runs.Take(i).Where(r => r.Width == _width).Sum(r => r.Count) < 2) return false;
        return _runs.Skip(i + 1).All(r => r.Width != _width || r.AfterBlank);
    }

    private bool IsOtherHeader(Run run) => HeaderFinder.IsHeaderOver(run.Cells, _kinds) && !run.Cells.SequenceEqual(_plan.Header);

    /// <summary>A line of one cell at the end of a table of at least three columns that reads like a remark.</summary>
    private bool IsNote(Run run)
    {
        if (_width < 3 || run.Used != 1 || run.Count > MostNotes) return false;
        var text = run.Cells[0];
        return CellKinds.Of(text) == CellKind.Text && (run.AfterBlank || (run.Width == 1 && text.Contains(' ', StringComparison.Ordinal) && text.Length > 10));
    }

    private sealed class Run(long first, int width, int used, bool afterBlank, long offset, long line, string[] cells)
    {
        public long First { get; } = first;

        public int Width { get; } = width;

        public int Used { get; } = used;

        public bool AfterBlank { get; } = afterBlank;

        public long Offset { get; } = offset;

        public long Line { get; } = line;

        public string[] Cells { get; } = cells;

        public long Count { get; private set; } = 1;

        public void Extend() => Count++;
    }
}
