using Catalog.Core.Tabular.Cells;

namespace Catalog.Core.Tabular.Rows;

/// <summary>One column of a file on its way to its stored columns: reads cells, keeps misfits, and notes what exact sums need to know.</summary>
internal sealed class TypedColumn
{
    /// <summary>Digits after the point up to which sums are exact. 6: money has two, coordinates and rates six.</summary>
    private const int MaxDecimals = 6;

    private readonly int _source;
    private readonly string _name;
    private readonly ColumnReader? _reader;
    private readonly StoredType _type;
    private readonly bool _keepsMisfits;
    private readonly int _first;
    private int _decimals;
    private double _magnitude = -1;

    /// <param name="reader">Null for a column that nothing is known of; its cells are texts, and empty ones are missing.</param>
    /// <param name="first">The place of its first stored column in a row.</param>
    public TypedColumn(int source, string name, ColumnReader? reader, bool asText, bool keepsMisfits, int first)
    {
        _source = source;
        _name = name;
        _reader = reader;
        _keepsMisfits = keepsMisfits;
        _first = first;
        _type = asText ? StoredType.Text : reader?.Type switch
        {
            ColumnType.Integer => StoredType.Integer,
            ColumnType.Number => StoredType.Number,
            ColumnType.Boolean => StoredType.Boolean,
            ColumnType.Date => StoredType.Date,
            ColumnType.Time => StoredType.Time,
            ColumnType.Timestamp => StoredType.Timestamp,
            ColumnType.Instant => StoredType.Instant,
            _ => StoredType.Text,
        };
    }

    /// <summary>Values that are none of its type.</summary>
    public long Misfits { get; private set; }

    private bool IsPoint => _reader?.Type == ColumnType.GeoPoint;

    /// <summary>Its stored columns; the names are made to differ from those taken.</summary>
    public IEnumerable<StoredColumn> Columns(HashSet<string> taken)
    {
        var name = UniqueNames.Add(taken, _name);
        yield return new StoredColumn
        {
            Name = name,
            Source = _source,
            Type = _type,
            Decimals = _type == StoredType.Number && _decimals <= MaxDecimals ? _decimals : null,
            Magnitude = _magnitude < 0 ? null : _magnitude,
        };
        if (IsPoint)
        {
            yield return Added(name + StoredColumn.LatitudeSuffix, StoredType.Number, ColumnRole.Latitude);
            yield return Added(name + StoredColumn.LongitudeSuffix, StoredType.Number, ColumnRole.Longitude);
        }
        if (_keepsMisfits) yield return Added(name + StoredColumn.TextSuffix, StoredType.Text, ColumnRole.Misfits);

        StoredColumn Added(string wanted, StoredType type, ColumnRole role) => new() { Name = UniqueNames.Add(taken, wanted), Source = _source, Type = type, Role = role };
    }

    /// <summary>Reads a cell and adds it.</summary>
    public void Add(ReadOnlySpan<char> cell, RowSink sink)
    {
        if (_reader is null) AddTextOrNull(cell.Length > 0, cell, sink[_first]);
        else Add(cell, _reader.Read(cell, out var value), value, sink);
    }

    /// <summary>Adds a cell that was read already.</summary>
    public void Add(ReadOnlySpan<char> cell, ReadCell read, RowSink sink)
    {
        if (_reader is null) AddTextOrNull(cell.Length > 0, cell, sink[_first]);
        else Add(cell, read.State, read.Value, sink);
    }

    private void Add(ReadOnlySpan<char> cell, CellState state, CellValue value, RowSink sink)
    {
        if (state == CellState.Misfit && _reader!.Type != ColumnType.Text) Misfits++;
        if (_type == StoredType.Text) AddAsText(cell, state, value, sink);
        else if (state == CellState.Value) AddValue(value, sink[_first]);
        else sink[_first].AddNull();
        if (_keepsMisfits) AddTextOrNull(state == CellState.Misfit, cell, sink[_first + (IsPoint ? 3 : 1)]);
    }

    private void AddAsText(ReadOnlySpan<char> cell, CellState state, CellValue value, RowSink sink)
    {
        AddTextOrNull(state != CellState.Missing, cell, sink[_first]);
        if (!IsPoint) return;
        if (state == CellState.Value)
        {
            sink[_first + 1].AddDouble(value.Latitude);
            sink[_first + 2].AddDouble(value.Longitude);
        }
        else
        {
            sink[_first + 1].AddNull();
            sink[_first + 2].AddNull();
        }
    }

    private void AddValue(CellValue value, ColumnBuffer column)
    {
        switch (_type)
        {
            case StoredType.Number:
                Measure(value.Number);
                column.AddDouble(value.Number);
                break;
            case StoredType.Boolean:
                column.AddBoolean(value.Boolean);
                break;
            case StoredType.Date:
                column.AddDays(value.EpochDays);
                break;
            default:
                // Integers, and the microseconds of times and moments, are the same 64 bits.
                column.AddLong(value.Integer);
                break;
        }
    }

    private void Measure(double number)
    {
        var size = Math.Abs(number);
        if (!(size <= _magnitude)) _magnitude = double.IsNaN(size) ? double.PositiveInfinity : size;
        while (_decimals <= MaxDecimals && Math.Round(number, _decimals) != number) _decimals++;
    }

    private static void AddTextOrNull(bool present, ReadOnlySpan<char> cell, ColumnBuffer column)
    {
        if (present) column.AddText(cell);
        else column.AddNull();
    }
}
