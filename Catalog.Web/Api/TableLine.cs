using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Catalog.Core.Storage;

namespace Catalog.Web.Api;

/// <summary>A version of a table in a line, as every answer about it begins.</summary>
internal sealed record TableLine
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public required Guid Distribution { get; init; }

    public required int Version { get; init; }

    /// <summary>Which table of the file, counted from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The sheet's or member's name; empty where the file is one table.</summary>
    public required string Name { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    public required long Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>Values that do not fit their column's type; all are kept as text.</summary>
    public required long Misfits { get; init; }

    public required long Errors { get; init; }

    public required long Warnings { get; init; }

    /// <summary>The SHA-256 of the stored rows, a Parquet file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Why it is held or failed.</summary>
    public string? Message { get; init; }

    public static TableLine Of(TableVersion version) => new()
    {
        Distribution = version.DistributionId,
        Version = version.Number,
        Ordinal = version.Ordinal,
        Name = version.Name,
        State = version.State,
        FetchedAt = version.FetchedAt,
        Rows = version.RowCount,
        Columns = version.ColumnCount,
        Misfits = version.Misfits,
        Errors = version.Errors,
        Warnings = version.Warnings,
        Sha256 = version.ParquetSha256,
        Message = version.Message,
    };
}
