using System.Buffers;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Cells;

/// <summary>
/// Reads the cells of one column as its field says they are written. Made once for a column; reading a cell allocates
/// nothing and never throws. Safe for concurrent use.
/// </summary>
public abstract class ColumnReader
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\u00A0\u202F");

    private readonly string[] _missing;
    private readonly bool _emptyIsMissing;

    protected ColumnReader(IReadOnlyList<string> missingValues)
    {
        _missing = [.. missingValues.Where(word => word.Length > 0).Distinct()];
        _emptyIsMissing = missingValues.Contains("");
    }

    /// <summary>What the values are; for <see cref="ColumnType.Text"/> the value is the cell.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>How values compare: an order of dates, durations and months comes from what a reader makes of them.</summary>
    public virtual CellOrder Order => Type switch
    {
        ColumnType.Integer or ColumnType.Date or ColumnType.Time or ColumnType.Timestamp or ColumnType.Instant => CellOrder.Integer,
        ColumnType.Number => CellOrder.Number,
        _ => CellOrder.None,
    };

    /// <summary>A reader for a field of a schema.</summary>
    public static ColumnReader For(TableSchema schema, TableField field) => ColumnReaders.For(field, schema.MissingValuesOf(field));

    public CellState Read(ReadOnlySpan<char> cell, out CellValue value)
    {
        if (IsMissing(cell))
        {
            value = default;
            return CellState.Missing;
        }
        return TryParse(cell, out value) ? CellState.Value : CellState.Misfit;
    }

    /// <summary>Reads a cell that is known not to be missing.</summary>
    public abstract bool TryParse(ReadOnlySpan<char> cell, out CellValue value);

    /// <summary>Whether a cell is one of the words that stand for nothing. Blanks alone are nothing where an empty cell is.</summary>
    public bool IsMissing(ReadOnlySpan<char> cell)
    {
        if (cell.Length == 0) return _emptyIsMissing;
        foreach (var word in _missing)
            if (word.Length == cell.Length && cell.SequenceEqual(word)) return true;
        return cell[0] is <= ' ' or '\u00A0' or '\u202F' && _emptyIsMissing && !cell.ContainsAnyExcept(Blanks);
    }

    public int Compare(CellValue left, CellValue right) =>
        Order == CellOrder.Number ? left.Number.CompareTo(right.Number) : left.Integer.CompareTo(right.Integer);

    protected static ReadOnlySpan<char> Trim(ReadOnlySpan<char> cell)
    {
        // Nearly no cell has blanks around it; looking at its two ends is enough to know.
        if (cell.Length == 0 || (cell[0] > ' ' && cell[0] < '\u0080' && cell[^1] > ' ' && cell[^1] < '\u0080')) return cell;
        return cell.Trim();
    }
}

/// <summary>Which reading of a <see cref="CellValue"/> orders the values of a column.</summary>
public enum CellOrder
{
    None,
    Integer,
    Number,
}
