using System.Data.Common;

namespace Catalog.Core.Tabular.Rows;

/// <summary>The rows of an answer, one after the other. The getter of a column's type is the one to use.</summary>
public sealed class RowReader
{
    /// <summary>Rows between two looks at the clock and the caller. 4,096: some milliseconds.</summary>
    private const int CheckEvery = 4096;

    private readonly DbDataReader _reader;
    private readonly CancellationToken _ct;

    internal RowReader(DbDataReader reader, IReadOnlyList<ResultColumn> columns, CancellationToken ct)
    {
        _reader = reader;
        _ct = ct;
        Columns = columns;
    }

    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>Rows read so far.</summary>
    public long Count { get; private set; }

    public bool Read()
    {
        if (Count % CheckEvery == 0) _ct.ThrowIfCancellationRequested();
        if (!_reader.Read()) return false;
        Count++;
        return true;
    }

    public bool IsMissing(int column) => _reader.IsDBNull(column);

    /// <summary>Text, or a number whose digits travel as text.</summary>
    public string Text(int column) => _reader.GetString(column);

    public long Integer(int column) => _reader.GetInt64(column);

    public double Number(int column) => _reader.GetDouble(column);

    public bool Boolean(int column) => _reader.GetBoolean(column);

    public DateOnly Date(int column) => _reader.GetFieldValue<DateOnly>(column);

    public TimeOnly Time(int column) => _reader.GetFieldValue<TimeOnly>(column);

    /// <summary>A timestamp's clock, or an instant's in UTC.</summary>
    public DateTime Timestamp(int column) => _reader.GetFieldValue<DateTime>(column);

    /// <summary>A value of the row as the statement's parameters take it.</summary>
    internal object? Parameter(int index, ResultColumn column)
    {
        if (_reader.IsDBNull(index)) return null;
        if (column.Digits) return _reader.GetValue(index) is IFormattable digits ? digits.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : _reader.GetString(index);
        return column.Type switch
        {
            StoredType.Text => Text(index),
            StoredType.Integer => Integer(index),
            StoredType.Number => Number(index),
            StoredType.Boolean => Boolean(index),
            _ => RowText.Of(this, index, column),
        };
    }
}
