namespace Catalog.Core.Storage;

/// <summary>One table of one version of a distribution's file. The documents are as their own folders write them.</summary>
public sealed record TableVersion
{
    public required Guid DistributionId { get; init; }

    /// <summary>The number of the file version that it was read from.</summary>
    public required int Number { get; init; }

    /// <summary>Which table of the file it is, counted from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The sheet's or member's name; empty where a file is one table.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="TableState"/>.</summary>
    public required string State { get; init; }

    /// <summary>Why it is held or failed, or was until an officer approved it; null for any other.</summary>
    public string? Code { get; init; }

    public string? Message { get; init; }

    public required long RowCount { get; init; }

    /// <summary>Columns that the file has; those that we add are not counted.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>Values that their column's type cannot hold; all are kept as text.</summary>
    public required long Misfits { get; init; }

    public required long Errors { get; init; }

    public required long Warnings { get; init; }

    /// <summary>The stored rows; null for a table that failed.</summary>
    public string? ParquetSha256 { get; init; }

    public long? ParquetSize { get; init; }

    /// <summary>The stored columns, as JSON.</summary>
    public required string Columns { get; init; }

    /// <summary>The contract that it was read by, as a Table Schema.</summary>
    public required string Schema { get; init; }

    /// <summary>What the columns hold, as JSON.</summary>
    public string? Profile { get; init; }

    /// <summary>How the file writes it, as JSON.</summary>
    public string? Dialect { get; init; }

    /// <summary>What reading and validation have to say, as JSON.</summary>
    public string? Report { get; init; }

    /// <summary>When its file was fetched.</summary>
    public DateTimeOffset FetchedAt { get; init; }
}

/// <summary>What may become of a table; stable.</summary>
public static class TableState
{
    /// <summary>In service.</summary>
    public const string Published = "published";

    /// <summary>Kept back by the source's policy; the last good version stays in service.</summary>
    public const string Held = "held";

    /// <summary>It could not be read.</summary>
    public const string Failed = "failed";
}

/// <summary>That a file version was read, and by which recipe.</summary>
public sealed record TableLoad
{
    public required Guid DistributionId { get; init; }

    public required int Number { get; init; }

    public required string FileSha256 { get; init; }

    /// <summary>The loader's version and the contract; another recipe reads the file again.</summary>
    public required string Recipe { get; init; }

    public required int Tables { get; init; }

    /// <summary>Why there are no tables; null when the file was read.</summary>
    public string? Code { get; init; }

    public string? Message { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }
}

/// <summary>The Parquet file of a table.</summary>
public sealed record StoredRows
{
    public required Guid DistributionId { get; init; }

    public required int Number { get; init; }

    public required string Sha256 { get; init; }
}

/// <summary>A file version that may have tables, and the recipe by which it was read last.</summary>
public sealed record LoadableFile
{
    public required Guid DatasetId { get; init; }

    public required string SourceId { get; init; }

    /// <summary>The revision of its dataset's metadata, which may promise what its tables are.</summary>
    public required int Revision { get; init; }

    public required Guid DistributionId { get; init; }

    public required int Number { get; init; }

    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    public string? MediaType { get; init; }

    public required string FileName { get; init; }

    /// <summary>Null when it was never read.</summary>
    public string? Recipe { get; init; }
}
