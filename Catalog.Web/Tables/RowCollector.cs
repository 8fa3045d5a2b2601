using Catalog.Core;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Tables;

/// <summary>Takes rows for a page: each file column's value as text, and what did not fit its type in its place.</summary>
internal sealed class RowCollector(IReadOnlyList<StoredColumn> columns, Limits limits) : IRowWriter
{
    private int[] _values = [];
    private int[] _misfits = [];

    public List<TableCell[]> Rows { get; } = [];

    public void Begin(IReadOnlyList<ResultColumn> answer)
    {
        var place = answer.Select((column, index) => (column.Name, index)).ToDictionary(c => c.Name, c => c.index, StringComparer.Ordinal);
        var values = columns.Where(c => c.Role == ColumnRole.Value).ToList();
        _values = [.. values.Select(c => place[c.Name])];
        _misfits = [.. values.Select(c => columns.FirstOrDefault(m => m.Role == ColumnRole.Misfits && m.Source == c.Source) is { } misfit ? place[misfit.Name] : -1)];
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

    private string Cut(string text) => text.Length <= limits.PreviewCellLength ? text : text[..limits.PreviewCellLength] + "…";
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
