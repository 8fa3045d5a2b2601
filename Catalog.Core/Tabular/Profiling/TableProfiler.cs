using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>Profiles a table in one pass over its rows; memory is bounded by the number of columns.</summary>
public sealed class TableProfiler
{
    private readonly ColumnProfiler[] _columns;
    private readonly CellBlock[] _blocks;
    private readonly TableDialect? _dialect;
    private long _rows;

    public TableProfiler(IReadOnlyList<string> columns, TableDialect? dialect, Limits limits)
    {
        _columns = [.. columns.Select(name => new ColumnProfiler(name, limits))];
        _blocks = [.. columns.Select(_ => new CellBlock())];
        _dialect = dialect;
    }

    public static TableProfile Profile(FoundTable table, Limits limits, CancellationToken ct)
    {
        var profiler = new TableProfiler(table.Columns, table.Dialect, limits);
        table.Read(profiler.Add, ct);
        return profiler.Finish() with { Repairs = table.Report.Repairs.Select(repair => new ValueCount(repair.Code, repair.Count)).ToValueList() };
    }

    public void Add(TableRow row)
    {
        _rows++;
        var count = Math.Min(row.Count, _columns.Length);
        for (var i = 0; i < count; i++) _blocks[i].Add(row[i]);
        for (var i = count; i < _blocks.Length; i++) _blocks[i].Add("");
        if (_blocks.Length > 0 && _blocks[0].IsFull) Flush();
    }

    public TableProfile Finish()
    {
        Flush();
        return Profile();
    }

    private void Flush()
    {
        for (var i = 0; i < _blocks.Length; i++) _blocks[i].Empty(_columns[i]);
    }

    private TableProfile Profile() => new() { Rows = _rows, Columns = _columns.Select(column => column.Finish()).ToValueList(), Dialect = _dialect };
}
