namespace Catalog.Core.Tabular.Rows;

/// <summary>What a column of a stored table holds: the few types that Parquet, JSON and a spreadsheet all know.</summary>
public enum StoredType
{
    Text,

    /// <summary>64 bits, signed.</summary>
    Integer,

    /// <summary>IEEE 754 double.</summary>
    Number,

    Boolean,
    Date,

    /// <summary>Of a day, to the microsecond.</summary>
    Time,

    /// <summary>A date with a time of day, to the microsecond, without a zone: the clock of whoever wrote it.</summary>
    Timestamp,

    /// <summary>A moment, to the microsecond, in UTC.</summary>
    Instant,
}

/// <summary>The spellings of a type: ours in documents and addresses, the database's in statements.</summary>
public static class StoredTypes
{
    /// <summary>Ours: the types of Frictionless Table Schema.</summary>
    public static string NameOf(this StoredType type) => type switch
    {
        StoredType.Text => "string",
        StoredType.Integer => "integer",
        StoredType.Number => "number",
        StoredType.Boolean => "boolean",
        StoredType.Date => "date",
        StoredType.Time => "time",
        StoredType.Timestamp or StoredType.Instant => "datetime",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string SqlOf(this StoredType type) => type switch
    {
        StoredType.Text => "VARCHAR",
        StoredType.Integer => "BIGINT",
        StoredType.Number => "DOUBLE",
        StoredType.Boolean => "BOOLEAN",
        StoredType.Date => "DATE",
        StoredType.Time => "TIME",
        StoredType.Timestamp => "TIMESTAMP",
        StoredType.Instant => "TIMESTAMPTZ",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether sums and averages of it mean something.</summary>
    public static bool IsNumeric(this StoredType type) => type is StoredType.Integer or StoredType.Number;

    /// <summary>Whether it has a year.</summary>
    public static bool HasDate(this StoredType type) => type is StoredType.Date or StoredType.Timestamp or StoredType.Instant;

    /// <summary>Bytes of one value in memory; 0 for text, which has no fixed size.</summary>
    internal static int Width(this StoredType type) => type switch
    {
        StoredType.Text => 0,
        StoredType.Boolean => 1,
        StoredType.Date => sizeof(int),
        _ => sizeof(long),
    };
}
