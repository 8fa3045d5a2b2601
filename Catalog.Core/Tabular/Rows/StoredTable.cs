namespace Catalog.Core.Tabular.Rows;

/// <summary>One version of a table as it lies on disk.</summary>
public sealed record StoredTable
{
    /// <summary>The Parquet file. It never changes.</summary>
    public required string Path { get; init; }

    /// <summary>The SHA-256 of its bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Which version of its distribution's rows it is, counted from 1.</summary>
    public required int Version { get; init; }

    public required long RowCount { get; init; }

    /// <summary>Its columns in the order of the file; the row number first.</summary>
    public required IReadOnlyList<StoredColumn> Columns { get; init; }
}
