using Catalog.Core;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Tables;

/// <summary>Takes rows for a page: each file column's value as text, and what did not fit its type in its place.</summary>
/// <param name="shown">The columns to take, of the file.</param>
/// <param name="stored">All columns of the table.</param>
internal sealed class RowCollector(IReadOnlyList<TableColumn> shown, IReadOnlyList<StoredColumn> stored, Limits limits) : IRowWriter
{
    private int[] _values = [];
    private int[] _misfits = [];

    public List<TableCell[]> Rows { get; } = [];

    /// <summary>The shown columns, and beside them what does not fit their types: what to select.</summary>
    public static IReadOnlyList<StoredColumn> Selected(IReadOnlyList<TableColumn> shown, IReadOnlyList<StoredColumn> stored) =>
        [.. shown.Select(c => c.Stored), .. shown.Select(c => MisfitsOf(c, stored)).OfType<StoredColumn>()];

    public void Begin(IReadOnlyList<ResultColumn> answer)
    {
        var place = answer.Select((column, index) => (column.Name, index)).ToDictionary(c => c.Name, c => c.index, StringComparer.Ordinal);
        _values = [.. shown.Select(c => place[c.Name])];
        _misfits = [.. shown.Select(c => MisfitsOf(c, stored) is { } misfits ? place[misfits.Name] : -1)];
    }

    public void Write(RowReader row)
    {
        var cells = new TableCell[_values.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (!row.IsMissing(_values[i])) cells[i] = new TableCell(Cut(RowText.Of(row, _values[i], row.Columns[_values[i]])), Misfit: false);
            else if (_misfits[i] >= 0 && !row.IsMissing(_misfits[i])) cells[i] = new TableCell(Cut(row.Text(_misfits[i])), Misfit: true);
        }
        Rows.Add(cells);
    }

    private static StoredColumn? MisfitsOf(TableColumn column, IReadOnlyList<StoredColumn> stored) =>
        stored.FirstOrDefault(c => c.Role == ColumnRole.Misfits && c.Source == column.Stored.Source);

    private string Cut(string text) => text.Length <= limits.TableCellShown ? text : text[..limits.TableCellShown] + "…";
}

/// <summary>Takes the rows of a chart or map as they are asked for, through one function.</summary>
internal sealed class RowPicker(Action<RowReader> pick) : IRowWriter
{
    public void Begin(IReadOnlyList<ResultColumn> columns)
    {
        // Whoever picks knows the columns: they are those that were asked for.
    }

    public void Write(RowReader row) => pick(row);
}
