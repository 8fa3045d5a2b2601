using Catalog.Core.Storage;
using Catalog.Core.Tabular.Exports;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Tables;

/// <summary>A table as its page shows it.</summary>
public sealed record TableView
{
    public required TableQuery Query { get; init; }

    public required TableVersion Version { get; init; }

    public required StoredTable Table { get; init; }

    /// <summary>The tables of the same file, this one among them.</summary>
    public required IReadOnlyList<TableVersion> Sheets { get; init; }

    /// <summary>The filters as understood, one for each of the query's.</summary>
    public IReadOnlyList<RowFilter> Filters { get; init; } = [];

    /// <summary>Why the query cannot be answered, in English as the API says it; null when it was.</summary>
    public string? Problem { get; init; }

    public IReadOnlyList<TableCell[]> Rows { get; init; } = [];

    /// <summary>Rows that meet the filters.</summary>
    public long Total { get; init; }

    /// <summary>The cursor of the next page; null at the end.</summary>
    public string? Next { get; init; }

    public ChartData? Chart { get; init; }

    public MapData? Map { get; init; }

    /// <summary>The columns of the file.</summary>
    public IReadOnlyList<StoredColumn> Columns => [.. Table.Columns.Where(c => c.Role == ColumnRole.Value)];

    public IReadOnlyList<ColumnSummary> Summaries => Version.Profile is { } profile ? ColumnSummaryJson.Read(profile) : [];

    public bool HasPlace => TablePlace.Of(Table.Columns) is not null;

    public bool HasMisfits => Rows.Any(row => row.Any(cell => cell.Misfit));

    /// <summary>Below the catalog's root, without the first slash.</summary>
    public string ApiPath => $"api/tables/{Version.DistributionId:D}";
}

/// <summary>A cell as text; a misfit is one that its column's type cannot hold.</summary>
public readonly record struct TableCell(string? Text, bool Misfit);

/// <summary>A chart's numbers, which its page has as a table and its script as a drawing.</summary>
public sealed record ChartData
{
    /// <summary>"bar" or "line".</summary>
    public required string Kind { get; init; }

    public required StoredColumn Across { get; init; }

    public required string AcrossName { get; init; }

    /// <summary>Null for the number of rows.</summary>
    public Aggregate? Measure { get; init; }

    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>There were more values than are shown.</summary>
    public bool Cut { get; init; }
}

public sealed record ChartPoint(string? Name, double? Value);

/// <summary>The places of rows.</summary>
public sealed record MapData(IReadOnlyList<MapPoint> Points, long Total);

public sealed record MapPoint(double Longitude, double Latitude, string Label);
