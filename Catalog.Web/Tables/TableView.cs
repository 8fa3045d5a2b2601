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

    /// <summary>The columns of the file.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>Those that a page of rows has room for.</summary>
    public IReadOnlyList<TableColumn> Shown { get; init; } = [];

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

    public TablePlace? Place => TablePlace.Of(Table.Columns);

    public bool HasPlace => Place is not null;

    public bool HasMisfits => Rows.Any(row => row.Any(cell => cell.Misfit));

    /// <summary>Below the catalog's root, without the first slash.</summary>
    public string ApiPath => $"api/tables/{Version.DistributionId:D}";

    public static TableView Of(TableQuery query, TableVersion version, StoredTable table, IReadOnlyList<TableVersion> sheets) =>
        new() { Query = query, Version = version, Table = table, Sheets = sheets, Columns = ColumnsOf(version) };

    /// <summary>The columns of the file that a version was read from.</summary>
    public static IReadOnlyList<TableColumn> ColumnsOf(TableVersion version)
    {
        var summaries = (version.Profile is { } profile ? ColumnSummaryJson.Read(profile) : []).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var personal = PersonalColumns.Of(version);
        return [.. from column in StoredColumnJson.Read(version.Columns)
                   where column.Role == ColumnRole.Value
                   select new TableColumn(column, summaries.GetValueOrDefault(column.Name), personal.Contains(column.Source), version.RowCount)];
    }
}

/// <summary>A cell as text, numbers with a point; a misfit is one that its column's type cannot hold.</summary>
public readonly record struct TableCell(string? Text, bool Misfit);
