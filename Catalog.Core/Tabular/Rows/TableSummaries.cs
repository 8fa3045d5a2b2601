using System.Globalization;

namespace Catalog.Core.Tabular.Rows;

/// <summary>Reckons the summaries of a stored table's columns, one column after the other: memory for one.</summary>
public sealed class TableSummaries(QueryPool pool, Limits limits)
{
    /// <summary>Values listed as the most frequent. 10: what a reader takes in.</summary>
    private const int Top = 10;

    /// <summary>Parts of a histogram. 20: the width of a small chart.</summary>
    private const int Bins = 20;

    public async Task<IReadOnlyList<ColumnSummary>> OfAsync(StoredTable table, CancellationToken ct)
    {
        var summaries = new List<ColumnSummary>(table.Columns.Count);
        foreach (var column in table.Columns.Where(column => column.Role != ColumnRole.RowNumber))
            summaries.Add(await pool.RunAsync((worker, token) => Summarize(worker, table, column, token), QueryBudget.OfExport(limits), ct));
        return summaries;
    }

    private static ColumnSummary Summarize(QueryWorker worker, StoredTable table, StoredColumn column, CancellationToken ct)
    {
        var name = SqlText.Identifier(column.Name);
        var from = $"FROM read_parquet({SqlText.Literal(table.Path)})";
        var numeric = column.Type.IsNumeric();
        // NaN is a number to the database and none to a reader.
        var finite = column.Type == StoredType.Number ? $" FILTER (WHERE isfinite({name}))" : "";
        var ordered = column.Type == StoredType.Number ? $"{name} ORDER BY {SqlText.Identifier(StoredColumn.RowNumber)}" : name;
        var facts = new Statement(
            $"SELECT count(*) - count({name}), count(DISTINCT {name}), min({name}), max({name}){(numeric ? $", CAST(avg({ordered}){finite} AS DOUBLE), CAST(median({name}){finite} AS DOUBLE)" : "")} {from}",
            [], [new("missing", StoredType.Integer), new("distinct", StoredType.Integer), new("min", column.Type), new("max", column.Type), .. numeric ? new[] { new ResultColumn("mean", StoredType.Number), new ResultColumn("median", StoredType.Number) } : []], []);
        var summary = worker.Select(facts, row =>
        {
            row.Read();
            return new ColumnSummary
            {
                Name = column.Name,
                Type = column.Type.NameOf(),
                Missing = row.Integer(0),
                Distinct = row.Integer(1),
                Min = Text(row, 2),
                Max = Text(row, 3),
                Mean = numeric && !row.IsMissing(4) ? row.Number(4) : null,
                Median = numeric && !row.IsMissing(5) ? row.Number(5) : null,
            };
        }, ct);
        return summary with
        {
            Top = MostFrequent(worker, column, name, from, summary, table.RowCount, ct),
            Histogram = Histogram(worker, column, name, from, summary, ct),
        };
    }

    private static List<ValueCount> MostFrequent(QueryWorker worker, StoredColumn column, string name, string from, ColumnSummary summary, long rows, CancellationToken ct)
    {
        if (summary.Distinct == rows - summary.Missing && summary.Distinct > Top) return [];
        var statement = new Statement(
            string.Create(CultureInfo.InvariantCulture, $"SELECT {name}, count(*) {from} WHERE {name} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {Top}"),
            [], [new("value", column.Type), new("count", StoredType.Integer)], []);
        return worker.Select(statement, row =>
        {
            var values = new List<ValueCount>(Top);
            while (row.Read()) values.Add(new ValueCount(Text(row, 0)!, row.Integer(1)));
            return values;
        }, ct);
    }

    private static List<HistogramBin> Histogram(QueryWorker worker, StoredColumn column, string name, string from, ColumnSummary summary, CancellationToken ct)
    {
        // Everything that has a histogram is a number to it: dates are their days, moments their seconds.
        var number = column.Type switch
        {
            StoredType.Integer or StoredType.Number => $"CAST({name} AS DOUBLE)",
            StoredType.Date => $"CAST(epoch({name}) / 86400 AS DOUBLE)",
            StoredType.Timestamp or StoredType.Instant => $"CAST(epoch({name}) AS DOUBLE)",
            _ => null,
        };
        if (number is null || summary.Distinct < 2) return [];
        var bounds = new Statement($"SELECT min({number}), max({number}) {from} WHERE isfinite({number})", [], [new("min", StoredType.Number), new("max", StoredType.Number)], []);
        var (low, high) = worker.Select(bounds, row => row.Read() && !row.IsMissing(0) ? (row.Number(0), row.Number(1)) : (0, 0), ct);
        var width = (high - low) / Bins;
        if (width <= 0 || !double.IsFinite(width)) return [];
        var statement = new Statement(
            string.Create(CultureInfo.InvariantCulture, $"SELECT CAST(least(floor(({number} - $1) / $2), {Bins - 1}) AS BIGINT), count(*) {from} WHERE isfinite({number}) GROUP BY 1"),
            [low, width], [new("bin", StoredType.Integer), new("count", StoredType.Integer)], []);
        var counts = worker.Select(statement, row =>
        {
            var found = new long[Bins];
            while (row.Read()) found[row.Integer(0)] = row.Integer(1);
            return found;
        }, ct);
        return [.. counts.Select((count, bin) => new HistogramBin(Bound(column.Type, low + bin * width), Bound(column.Type, bin == Bins - 1 ? high : low + (bin + 1) * width), count))];
    }

    private static string Bound(StoredType type, double value) => type switch
    {
        StoredType.Date => DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(Math.Floor(value))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        StoredType.Timestamp => DateTime.UnixEpoch.AddSeconds(Math.Floor(value)).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        StoredType.Instant => DateTime.UnixEpoch.AddSeconds(Math.Floor(value)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => RowText.Number(value),
    };

    private static string? Text(RowReader row, int index) => row.IsMissing(index) ? null : RowText.Of(row, index, row.Columns[index]);
}
