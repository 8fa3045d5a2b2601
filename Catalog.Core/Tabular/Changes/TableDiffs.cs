using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Changes;

/// <summary>Compares versions of a table, within the budgets of queries.</summary>
public sealed class TableDiffs(QueryPool pool, Limits limits)
{
    public async Task<DiffSummary> SummarizeAsync(DiffSide older, DiffSide newer, DiffKey key, CancellationToken ct)
    {
        var columns = Common(older, newer);
        var statement = new DiffSql(older, newer, key, columns).Counts();
        return await pool.RunAsync((worker, token) => worker.Select(statement, row => Summary(row, older, newer, key, columns), token), QueryBudget.OfExport(limits), ct);
    }

    public Task<DiffPage> PageAsync(DiffSide older, DiffSide newer, DiffKey key, DiffPlace? after, int limit, CancellationToken ct)
    {
        var columns = Common(older, newer);
        // One row more than wanted tells whether there is another page.
        var statement = new DiffSql(older, newer, key, columns).Rows(after, limit + 1L);
        return pool.RunAsync((worker, token) => worker.Select(statement, row => Page(row, columns.Count, limit), token), QueryBudget.OfPage(limits), ct);
    }

    /// <summary>Every differing row, handed on as it comes.</summary>
    public Task<long> ReadAllAsync(DiffSide older, DiffSide newer, DiffKey key, Action<DiffRow> onRow, CancellationToken ct)
    {
        var columns = Common(older, newer);
        var statement = new DiffSql(older, newer, key, columns).Rows(null, long.MaxValue);
        return pool.RunAsync(
            (worker, token) => worker.Select(
                statement,
                row =>
                {
                    while (row.Read()) onRow(Row(row, columns.Count));
                    return row.Count;
                },
                token),
            QueryBudget.OfExport(limits), ct);
    }

    /// <summary>The columns of both versions, in the newer one's order.</summary>
    public static IReadOnlyList<string> Common(DiffSide older, DiffSide newer) => [.. newer.Columns.Select(c => c.Name).Where(older.Has)];

    private static DiffSummary Summary(RowReader row, DiffSide older, DiffSide newer, DiffKey key, IReadOnlyList<string> columns)
    {
        row.Read();
        return new DiffSummary
        {
            Key = key,
            Columns = columns,
            AddedColumns = [.. newer.Columns.Select(c => c.Name).Where(name => !older.Has(name))],
            RemovedColumns = [.. older.Columns.Select(c => c.Name).Where(name => !newer.Has(name))],
            Added = row.Integer(0),
            Removed = row.Integer(1),
            Changed = row.Integer(2),
            Unchanged = row.Integer(3),
            ChangedCells = columns.Select((name, i) => (name, Count: row.Integer(4 + i))).Where(c => c.Count > 0).ToDictionary(c => c.name, c => c.Count),
        };
    }

    private static DiffPage Page(RowReader row, int columns, int limit)
    {
        var rows = new List<DiffRow>();
        while (rows.Count < limit && row.Read()) rows.Add(Row(row, columns));
        var last = rows.Count == limit && row.Read() ? rows[^1] : null;
        return new DiffPage(rows, last is null ? null : new DiffPlace((last.NewRow ?? last.OldRow)!.Value, Rank(last.Change)));
    }

    private static DiffRow Row(RowReader row, int columns)
    {
        var change = row.Integer(0) switch { 0 => RowChange.Removed, 2 => RowChange.Added, _ => RowChange.Changed };
        return new DiffRow
        {
            Change = change,
            OldRow = row.IsMissing(1) ? null : row.Integer(1),
            NewRow = row.IsMissing(2) ? null : row.Integer(2),
            Before = change == RowChange.Added ? [] : Values(row, 3, columns),
            After = change == RowChange.Removed ? [] : Values(row, 3 + columns, columns),
        };
    }

    private static int Rank(RowChange change) => change switch { RowChange.Removed => 0, RowChange.Added => 2, _ => 1 };

    private static string?[] Values(RowReader row, int start, int count)
    {
        var values = new string?[count];
        for (var i = 0; i < count; i++) values[i] = row.IsMissing(start + i) ? null : row.Text(start + i);
        return values;
    }
}
