namespace Catalog.Core.Tabular.Rows;

/// <summary>One column of a stored table.</summary>
public sealed record StoredColumn
{
    /// <summary>The column that numbers the rows from 1, in the order of the file. It is in every stored table.</summary>
    public const string RowNumber = "_row";

    /// <summary>The end of the name of a column that keeps the values which another's type cannot hold.</summary>
    public const string TextSuffix = "__text";

    /// <summary>The ends of the names of the two numbers of a point.</summary>
    public const string LatitudeSuffix = "__lat";

    public const string LongitudeSuffix = "__lon";

    /// <summary>
    /// Its name in the Parquet file and in queries. Names there differ in more than upper and lower case, as the
    /// database wants it; usually it is the name that the file has.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The column of the file that it comes from, counted from 0; -1 for the row number.</summary>
    public required int Source { get; init; }

    public required StoredType Type { get; init; }

    /// <summary>What of the column it holds.</summary>
    public ColumnRole Role { get; init; } = ColumnRole.Value;

    /// <summary>The most digits that a number of it has after the point; null when there are too many for exact sums.</summary>
    public int? Decimals { get; init; }

    /// <summary>The largest number of it, in either direction; null when it holds none.</summary>
    public double? Magnitude { get; init; }

    public static StoredColumn Rows { get; } = new() { Name = RowNumber, Source = -1, Type = StoredType.Integer, Role = ColumnRole.RowNumber };
}

/// <summary>What a stored column holds of a column of the file.</summary>
public enum ColumnRole
{
    /// <summary>Its values.</summary>
    Value,

    /// <summary>As text, those values that its type cannot hold.</summary>
    Misfits,

    Latitude,
    Longitude,
    RowNumber,
}
