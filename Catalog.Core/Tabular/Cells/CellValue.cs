namespace Catalog.Core.Tabular.Cells;

/// <summary>
/// A typed value, 16 bytes and never on the heap. Which of its readings means something is decided by the
/// <see cref="ColumnType"/> of the reader that filled it.
/// </summary>
public readonly record struct CellValue
{
    /// <summary>Microseconds of a day.</summary>
    public const long MicrosPerDay = 86_400_000_000;

    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    private readonly long _bits;
    private readonly double _second;

    private CellValue(long bits, double second = 0)
    {
        _bits = bits;
        _second = second;
    }

    public static CellValue OfInteger(long value) => new(value);

    /// <summary>Minus zero is zero: values that are equal have equal bits.</summary>
    public static CellValue OfNumber(double value) => new(BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value));

    public static CellValue OfBoolean(bool value) => new(value ? 1 : 0);

    public static CellValue OfDate(DateOnly day) => new(day.DayNumber - EpochDay);

    public static CellValue OfTime(long microsOfDay) => new(microsOfDay);

    public static CellValue OfTimestamp(DateOnly day, long microsOfDay) => new((day.DayNumber - EpochDay) * MicrosPerDay + microsOfDay);

    public static CellValue OfMicros(long epochMicros) => new(epochMicros);

    public static CellValue OfPoint(double latitude, double longitude) => new(BitConverter.DoubleToInt64Bits(latitude), longitude);

    public long Integer => _bits;

    public double Number => BitConverter.Int64BitsToDouble(_bits);

    public bool Boolean => _bits != 0;

    /// <summary>Days since 1970-01-01.</summary>
    public int EpochDays => (int)_bits;

    public DateOnly Date => DateOnly.FromDayNumber((int)_bits + EpochDay);

    /// <summary>Microseconds since midnight.</summary>
    public long MicrosOfDay => _bits;

    public TimeOnly Time => new(_bits * TimeSpan.TicksPerMicrosecond);

    /// <summary>Microseconds since 1970-01-01T00:00.</summary>
    public long EpochMicros => _bits;

    public DateTime Timestamp => DateTime.UnixEpoch.AddTicks(_bits * TimeSpan.TicksPerMicrosecond);

    public double Latitude => BitConverter.Int64BitsToDouble(_bits);

    public double Longitude => _second;
}

/// <summary>What a cell turned out to be.</summary>
public enum CellState
{
    /// <summary>One of the words that stand for nothing.</summary>
    Missing,

    Value,

    /// <summary>Something that the column's type cannot read.</summary>
    Misfit,
}

/// <summary>A cell as its column's reader read it.</summary>
public readonly record struct ReadCell(CellState State, CellValue Value);
