using Catalog.Core.Tabular.Cells;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Writes a found table as its schema types it, and holds it against the schema in the same pass: every cell is read
/// once. Which columns have misfits is known only at the end, and a Parquet file says at its beginning which columns it
/// has; so a table with misfits nobody foresaw is read a second time.
/// </summary>
public static class TypedTableWriter
{
    /// <param name="path">A file that is not there yet.</param>
    /// <param name="metadata">Key and value texts for the file's footer.</param>
    /// <param name="other">Another table of the same package by its name, for foreign keys; null when there is none.</param>
    public static TypedTable Write(
        FoundTable table, TableSchema schema, MisfitPolicy policy, string path, IReadOnlyList<(string Key, string Value)> metadata,
        Func<string, FoundTable?> other, Limits limits, CancellationToken ct)
    {
        var checker = TableChecker.Begin(table, schema, other, limits, ct);
        var readers = checker.FieldsOfColumns().Select(field => field is null ? null : ColumnReader.For(schema, field)).ToList();
        var layout = new TableLayout(table.Columns, readers, policy, new HashSet<int>());
        var cells = new ReadCell[table.Columns.Count];
        var rows = Write(table, layout, path, metadata, (row, sink) =>
        {
            checker.Row(row, cells);
            for (var i = 0; i < layout.Columns.Count; i++) layout.Columns[i].Add(row[i], cells[i], sink);
        }, ct);
        var report = checker.Finish(ct);
        var misfits = layout.Misfits();
        if (misfits.Count > 0)
        {
            File.Delete(path);
            var again = layout = new TableLayout(table.Columns, readers, policy, misfits);
            Write(table, again, path, metadata, (row, sink) =>
            {
                for (var i = 0; i < again.Columns.Count; i++) again.Columns[i].Add(row[i], sink);
            }, ct);
        }
        return new TypedTable
        {
            // As they are named now, with what was measured of their numbers.
            Columns = layout.Stored(),
            RowCount = rows,
            Misfits = [.. layout.Columns.Select(column => column.Misfits)],
            Report = report,
        };
    }

    private static long Write(FoundTable table, TableLayout layout, string path, IReadOnlyList<(string Key, string Value)> metadata, Action<TableRow, RowSink> add, CancellationToken ct) =>
        ParquetWriter.Write(path, [.. layout.Stored().Select(column => (column.Name, column.Type))], metadata, (sink, token) => table.Read(row =>
        {
            sink[0].AddLong(row.Number);
            add(row, sink);
            sink.EndRow();
        }, token), ct);

    /// <summary>Which stored columns the columns of a file become.</summary>
    private sealed class TableLayout
    {
        public TableLayout(IReadOnlyList<string> names, IReadOnlyList<ColumnReader?> readers, MisfitPolicy policy, IReadOnlySet<int> misfits)
        {
            var columns = new List<TypedColumn>(names.Count);
            var first = 1;
            for (var i = 0; i < names.Count; i++)
            {
                var unfit = misfits.Contains(i);
                columns.Add(new TypedColumn(i, names[i], readers[i], unfit && policy == MisfitPolicy.ColumnAsText, unfit && policy == MisfitPolicy.Companion, first));
                first += columns[i].Columns([]).Count();
            }
            Columns = columns;
        }

        public IReadOnlyList<TypedColumn> Columns { get; }

        public IReadOnlyList<StoredColumn> Stored()
        {
            var taken = new HashSet<string>([StoredColumn.RowNumber], StringComparer.OrdinalIgnoreCase);
            return [StoredColumn.Rows, .. Columns.SelectMany(column => column.Columns(taken))];
        }

        public IReadOnlySet<int> Misfits() => Columns.Index().Where(column => column.Item.Misfits > 0).Select(column => column.Index).ToHashSet();
    }
}
