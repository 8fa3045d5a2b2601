using Catalog.Core.Tabular.Cells;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Writes a found table as its schema types it. Which columns have misfits is known only at the end, and a Parquet file
/// says at its beginning which columns it has: so a table with misfits nobody foresaw is read a second time.
/// </summary>
public static class TypedTableWriter
{
    /// <param name="fields">For each column of the table its field, or null where the schema has none: that column is text.</param>
    /// <param name="foreseen">Columns of which misfits are known already, so that they need no second reading.</param>
    /// <param name="path">A file that is not there yet.</param>
    /// <param name="metadata">Key and value texts for the file's footer.</param>
    /// <param name="alongside">Is shown every row of the first reading, too.</param>
    public static TypedTable Write(
        FoundTable table, TableSchema schema, IReadOnlyList<TableField?> fields, MisfitPolicy policy, IReadOnlySet<int> foreseen,
        string path, IReadOnlyList<(string Key, string Value)> metadata, RowHandler? alongside, CancellationToken ct)
    {
        var readers = fields.Select(field => field is null ? null : ColumnReader.For(schema, field)).ToList();
        var (written, found) = Write(table, readers, policy, foreseen, path, metadata, alongside, ct);
        if (found.IsSubsetOf(foreseen)) return written;
        File.Delete(path);
        return Write(table, readers, policy, found.Union(foreseen).ToHashSet(), path, metadata, null, ct).Table;
    }

    private static (TypedTable Table, HashSet<int> Misfits) Write(
        FoundTable table, List<ColumnReader?> readers, MisfitPolicy policy, IReadOnlySet<int> misfits,
        string path, IReadOnlyList<(string Key, string Value)> metadata, RowHandler? alongside, CancellationToken ct)
    {
        var columns = new List<TypedColumn>(readers.Count);
        var layout = new List<StoredColumn> { StoredColumn.Rows };
        var taken = new HashSet<string>([StoredColumn.RowNumber], StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < readers.Count; i++)
        {
            var unfit = misfits.Contains(i);
            columns.Add(new TypedColumn(i, table.Columns[i], readers[i], unfit && policy == MisfitPolicy.ColumnAsText, unfit && policy == MisfitPolicy.Companion, layout.Count));
            layout.AddRange(columns[i].Columns(taken));
        }
        var rows = ParquetWriter.Write(path, [.. layout.Select(column => (column.Name, column.Type))], metadata, (sink, token) => table.Read(row =>
        {
            alongside?.Invoke(row);
            sink[0].AddLong(row.Number);
            for (var i = 0; i < columns.Count; i++) columns[i].Add(row[i], sink);
            sink.EndRow();
        }, token), ct);
        taken = new HashSet<string>([StoredColumn.RowNumber], StringComparer.OrdinalIgnoreCase);
        var result = new TypedTable
        {
            // Once more, now that the numbers have been measured.
            Columns = [StoredColumn.Rows, .. columns.SelectMany(column => column.Columns(taken))],
            RowCount = rows,
            Misfits = [.. columns.Select(column => column.Misfits)],
        };
        return (result, columns.Index().Where(column => column.Item.Misfits > 0).Select(column => column.Index).ToHashSet());
    }
}
