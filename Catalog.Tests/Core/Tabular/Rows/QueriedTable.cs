using Catalog.Core;
using Catalog.Core.Tabular.Rows;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular.Rows;

/// <summary>A table that is both in memory and, written by the real writer, on disk: what queries say can be held against it.</summary>
internal sealed class QueriedTable : IDisposable
{
    private readonly SharedPool? _own;

    public QueriedTable(IReadOnlyList<StoredColumn> columns, IReadOnlyList<object?[]> rows, SharedPool? pool = null)
    {
        pool ??= _own = new SharedPool();
        Columns = [StoredColumn.Rows, .. columns];
        Rows = rows;
        Limits = pool.Limits;
        Folder = pool.Folder;
        var path = pool.NewPath();
        Write(path, Columns, rows);
        Table = new StoredTable
        {
            Path = path,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))),
            Version = 1,
            RowCount = rows.Count,
            Columns = Columns,
        };
        Pool = pool.Pool;
        Queries = new TableQueries(Pool, Limits);
    }

    /// <summary>The row number first, as every stored table has it.</summary>
    public IReadOnlyList<StoredColumn> Columns { get; }

    /// <summary>Without the row number.</summary>
    public IReadOnlyList<object?[]> Rows { get; }

    public Limits Limits { get; }

    public StoredTable Table { get; }

    public QueryPool Pool { get; }

    public TableQueries Queries { get; }

    public string Folder { get; }

    public RowQuery Query(QueryText text)
    {
        var (query, error) = QueryReader.Read(text, Columns, Limits);
        return query ?? throw new AssertionException($"{error}");
    }

    public List<string?[]> All(QueryText text, long? limit = null)
    {
        var collector = new Collector();
        Queries.AllAsync(Table, Query(text), limit, QueryBudget.OfExport(Limits), collector, CancellationToken.None).GetAwaiter().GetResult();
        return collector.Rows;
    }

    /// <summary>Every page to the end, each asked for with the token of the one before.</summary>
    public (List<string?[]> Rows, List<long> Totals, int Pages) Pages(QueryText text, int limit)
    {
        var query = Query(text);
        var rows = new List<string?[]>();
        var totals = new List<long>();
        PageCursor? cursor = null;
        do
        {
            var collector = new Collector();
            var end = Queries.PageAsync(Table, query, cursor, limit, collector, CancellationToken.None).GetAwaiter().GetResult();
            Assert.That(collector.Rows, Has.Count.EqualTo(end.Rows));
            rows.AddRange(collector.Rows);
            totals.Add(end.Total);
            cursor = end.Next is null ? null : PageCursor.Read(end.Next.Write());
            Assert.That(end.Next is null || TableQueries.Belongs(cursor!, Table, query), Is.True);
        }
        while (cursor is not null);
        return (rows, totals, totals.Count);
    }

    public static void Write(string path, IReadOnlyList<StoredColumn> columns, IReadOnlyList<object?[]> rows) =>
        ParquetWriter.Write(path, [.. columns.Select(column => (column.Name, column.Type))], [], (sink, _) =>
        {
            for (var r = 0; r < rows.Count; r++)
            {
                sink[0].AddLong(r + 1);
                for (var c = 1; c < columns.Count; c++) Add(sink[c], rows[r][c - 1]);
                sink.EndRow();
            }
        }, CancellationToken.None);

    public void Dispose()
    {
        if (_own is null) File.Delete(Table.Path);
        else _own.Dispose();
    }

    private static void Add(ColumnBuffer column, object? value)
    {
        switch (value)
        {
            case null: column.AddNull(); break;
            case string text: column.AddText(text); break;
            case long whole: column.AddLong(whole); break;
            case double number: column.AddDouble(number); break;
            case bool truth: column.AddBoolean(truth); break;
            case DateOnly day: column.AddDays(day.DayNumber - new DateOnly(1970, 1, 1).DayNumber); break;
            case TimeOnly time: column.AddLong(time.Ticks / TimeSpan.TicksPerMicrosecond); break;
            case DateTime moment: column.AddLong((moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond); break;
            default: throw new ArgumentException(value.GetType().Name);
        }
    }
}

/// <summary>A folder and the pool that reads it, for the tables of many cases.</summary>
internal sealed class SharedPool : IDisposable
{
    private readonly TempFolder _folder = new();
    private int _tables;

    public SharedPool(Limits? limits = null)
    {
        Limits = limits ?? Limits.Default;
        Pool = new QueryPool(_folder.Path, Limits);
    }

    public Limits Limits { get; }

    public QueryPool Pool { get; }

    public string Folder => _folder.Path;

    public string NewPath() => _folder.Combine($"{++_tables}.parquet");

    public void Dispose()
    {
        Pool.Dispose();
        _folder.Dispose();
    }
}

/// <summary>Keeps an answer as text.</summary>
internal sealed class Collector : IRowWriter
{
    public List<string?[]> Rows { get; } = [];

    public void Begin(IReadOnlyList<ResultColumn> columns)
    {
    }

    public void Write(RowReader row) =>
        Rows.Add([.. row.Columns.Select((column, index) => row.IsMissing(index) ? null : RowText.Of(row, index, column))]);
}
