namespace Catalog.Core.Tabular.Cells;

/// <summary>What a column's values are once they are read: what a typed file of columns can store.</summary>
public enum ColumnType
{
    /// <summary>The cell itself; its reader says only whether it is allowed.</summary>
    Text,

    /// <summary>64 bits with sign.</summary>
    Integer,

    /// <summary>A double. Up to 15 significant digits come back as they were written.</summary>
    Number,

    Boolean,

    /// <summary>A day of the Gregorian calendar.</summary>
    Date,

    /// <summary>A time of day, in microseconds.</summary>
    Time,

    /// <summary>A day and a time of day as a clock on the wall shows them, in microseconds.</summary>
    Timestamp,

    /// <summary>A moment, in microseconds of UTC: every value says its offset.</summary>
    Instant,

    /// <summary>Latitude and longitude in degrees.</summary>
    GeoPoint,
}
