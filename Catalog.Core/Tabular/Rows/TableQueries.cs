namespace Catalog.Core.Tabular.Rows;

/// <summary>One page of an answer has been read.</summary>
/// <param name="Total">Rows of the whole answer.</param>
/// <param name="Next">What the next page begins after; null at the end.</param>
public sealed record PageEnd(long Rows, long Total, PageCursor? Next);

/// <summary>Takes an answer row by row.</summary>
public interface IRowWriter
{
    void Begin(IReadOnlyList<ResultColumn> columns);

    /// <summary>The reader stands on the row and must not be moved.</summary>
    void Write(RowReader row);
}

/// <summary>Asks stored tables: pages in the order that was asked for, and everything there is.</summary>
public sealed class TableQueries(QueryPool pool, Limits limits)
{
    /// <summary>
    /// Reads the rows after a cursor, or the first ones. The place of the next page is where this one ended and not a
    /// number of rows to pass over, so the last page costs what the first does and no row comes twice.
    /// </summary>
    public Task<PageEnd> PageAsync(StoredTable table, RowQuery query, PageCursor? after, int limit, IRowWriter writer, CancellationToken ct)
    {
        var name = NameOf(table, query);
        return pool.RunAsync(
            (worker, token) =>
            {
                // One row more than wanted tells whether there is another page.
                var statement = QuerySql.Rows(table, query, RowShape.Page, after is null ? null : WholePlace(worker, table, query, after.Place, token), limit + 1L);
                var total = after?.Total ?? Count(worker, table, query, token);
                if (query.IsGrouped && total > limits.MaxGroups)
                    throw new QueryRefusedException(RefusalCodes.Rows, $"The answer has {total} groups; it may have {limits.MaxGroups}. Group by fewer columns or by a coarser date, or filter first.");
                var (rows, place) = worker.Select(statement, reader => ReadPage(reader, statement, limit, writer), token);
                return new PageEnd(rows, total, place is null ? null : new PageCursor { Version = table.Version, Query = name, Total = total, Place = place.Short(statement.Keys) });
            },
            QueryBudget.OfPage(limits), ct);
    }

    /// <summary>Whether a cursor was given out for this query of this table.</summary>
    public static bool Belongs(PageCursor cursor, StoredTable table, RowQuery query)
    {
        var statement = QuerySql.Rows(table, query, RowShape.Page, null, null);
        return cursor.Version == table.Version && cursor.Query == PageCursor.NameOf(statement) && cursor.Fits(statement.Keys);
    }

    /// <summary>The name of a query of a version: equal for equal answers.</summary>
    public static string NameOf(StoredTable table, RowQuery query) => PageCursor.NameOf(QuerySql.Rows(table, query, RowShape.Page, null, null));

    /// <summary>Reads every row of an answer, or its first <paramref name="limit"/>; returns how many.</summary>
    public Task<long> AllAsync(StoredTable table, RowQuery query, long? limit, QueryBudget budget, IRowWriter writer, CancellationToken ct)
    {
        // One row more than the budget tells whether there are more.
        long? most = budget.MaxRows == long.MaxValue ? limit : Math.Min(limit ?? long.MaxValue, budget.MaxRows + 1);
        var statement = QuerySql.Rows(table, query, RowShape.Stream, null, most);
        return pool.RunAsync(
            (worker, token) => worker.Select(statement, reader =>
            {
                writer.Begin(reader.Columns);
                while (reader.Read())
                {
                    if (reader.Count > budget.MaxRows)
                        throw new QueryRefusedException(RefusalCodes.Rows, $"The answer has more than {budget.MaxRows} rows, as many as this format can hold. Filter first, or take another format.");
                    writer.Write(reader);
                }
                return reader.Count;
            }, token),
            budget, ct);
    }

    /// <summary>Writes an answer as a Parquet file below the pool's folder; returns how many rows.</summary>
    public Task<long> ParquetAsync(StoredTable table, RowQuery query, long? limit, string path, QueryBudget budget, CancellationToken ct)
    {
        var statement = QuerySql.Rows(table, query, RowShape.File, null, limit);
        return pool.RunAsync((worker, token) => worker.CopyToParquet(statement, path, token), budget, ct);
    }

    private static long Count(QueryWorker worker, StoredTable table, RowQuery query, CancellationToken ct)
    {
        if (query is { Filters.Count: 0, Words.Count: 0, IsGrouped: false }) return table.RowCount;
        return worker.Select(QuerySql.Count(table, query), reader => reader.Read() ? reader.Integer(0) : 0, ct);
    }

    private static (long Rows, PagePlace? Next) ReadPage(RowReader reader, Statement statement, int limit, IRowWriter writer)
    {
        writer.Begin(reader.Columns);
        PagePlace? last = null;
        long rows = 0;
        while (reader.Read())
        {
            if (rows == limit) return (rows, last);
            writer.Write(reader);
            if (++rows == limit) last = PlaceOf(reader, statement);
        }
        return (rows, null);
    }

    /// <summary>A place with the values of all keys; those of one that only names its row are read from there.</summary>
    private static PagePlace WholePlace(QueryWorker worker, StoredTable table, RowQuery query, PagePlace place, CancellationToken ct)
    {
        var keys = QuerySql.Rows(table, query, RowShape.Page, null, null).Keys;
        if (!place.IsRowOf(keys)) return place;
        var only = new RowQuery
        {
            Select = [.. keys.Select(key => table.Columns.Single(column => column.Name == key.Name))],
            Filters = [new RowFilter.Compare(StoredColumn.Rows, CompareOperator.Equal, [place.Values[0]!])],
        };
        var statement = QuerySql.Rows(table, only, RowShape.Stream, null, 1);
        return worker.Select(statement, row => row.Read() ? new PagePlace([.. keys.Select((key, index) => row.Parameter(index, key.Column))]) : new PagePlace([.. keys.Select(_ => (object?)null)]), ct);
    }

    private static PagePlace PlaceOf(RowReader reader, Statement statement)
    {
        var hidden = statement.Columns.Count;
        var values = new List<object?>(statement.Keys.Count);
        foreach (var key in statement.Keys)
        {
            var index = 0;
            while (index < statement.Columns.Count && statement.Columns[index].Name != key.Name) index++;
            values.Add(reader.Parameter(index < statement.Columns.Count ? index : hidden++, key.Column));
        }
        return new PagePlace(values);
    }
}
