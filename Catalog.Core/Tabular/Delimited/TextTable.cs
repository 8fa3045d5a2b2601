namespace Catalog.Core.Tabular.Delimited;

/// <summary>A table in a text file.</summary>
internal sealed class TextTable : FoundTable
{
    private readonly TextPlan _plan;
    private readonly long? _records;

    public TextTable(string name, TextPlan plan, IReadOnlyList<string> columns, long? records, TableReport report)
    {
        Name = name;
        Columns = columns;
        Report = report;
        _plan = plan;
        _records = records;
    }

    public override string Name { get; }

    public override IReadOnlyList<string> Columns { get; }

    public override TableDialect? Dialect => _plan.Dialect;

    public override TableReport Report { get; }

    internal override FoundTable With(TableReport report) => new TextTable(Name, _plan, Columns, _records, report);

    public override void Read(RowHandler onRow, CancellationToken ct)
    {
        var reader = _plan.OpenRows(ct);
        using var window = reader.Scanner.Window;
        var row = new TableRow();
        var copy = new TableRow();
        var columns = Columns.Count;
        long number = 0, records = 0;
        while ((_records is null || records < _records) && reader.Next())
        {
            if (reader.IsBlank || reader.IsComment) continue;
            records++;
            if (_plan.IsHeaderAgain(reader)) continue;
            if ((++number & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            var filled = Fill(reader, row, copy, columns);
            filled.Number = number;
            filled.Line = reader.Scanner.Line;
            filled.Offset = reader.Scanner.Offset;
            onRow(filled);
        }
    }

    private TableRow Fill(RowReader reader, TableRow row, TableRow copy, int columns)
    {
        var scanner = reader.Scanner;
        var mend = _plan.MendMojibake && _plan.MayBeMojibake && Mojibake.MayBe(scanner.Content);
        if (reader.InWindow && !mend && reader.Count <= columns)
        {
            var written = scanner.Count;
            scanner.Fill(columns);
            row.Show(scanner.Window.Chars, scanner.Starts, scanner.Ends, columns, written);
            return row;
        }
        copy.Clear();
        var count = reader.Count;
        for (var i = 0; i < count && i < columns - 1; i++) Add(copy, reader[i], mend);
        var joined = count >= columns && AddLast(copy, reader, columns, mend);
        while (copy.Count < columns) copy.Add(default);
        // Empty cells of columns that were left out were in every row; others were written by this one.
        copy.Written = count <= _plan.Width || joined ? Math.Min(count, columns) : count;
        return copy;
    }

    // What a row has beyond the last column is in columns of its own; only beyond the bound are cells joined. Empty ones
    // at the end are none. Says whether cells were joined.
    private bool AddLast(TableRow copy, RowReader reader, int columns, bool mend)
    {
        var last = reader.Count;
        while (last > columns && reader[last - 1].IsEmpty) last--;
        if (last == columns)
        {
            Add(copy, reader[columns - 1], mend);
            return false;
        }
        var rest = new List<string>();
        for (var i = columns - 1; i < last; i++) rest.Add(reader[i].ToString());
        Add(copy, string.Join(_plan.Dialect.Delimiter, rest), mend);
        return true;
    }

    private static void Add(TableRow row, ReadOnlySpan<char> cell, bool mend)
    {
        if (mend && Mojibake.Mend(cell, out _) is { } mended) row.Add(mended);
        else row.Add(cell);
    }
}
