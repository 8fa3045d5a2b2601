using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Tables;

/// <summary>A chart's numbers, which its page has as a table and its script as a drawing.</summary>
public sealed record ChartData
{
    /// <summary>"bar" or "line".</summary>
    public required string Kind { get; init; }

    public required TableColumn Across { get; init; }

    /// <summary>What its dates are cut off to; null for no dates.</summary>
    public DatePart? Part { get; init; }

    /// <summary>Null for the number of rows.</summary>
    public Aggregate? Measure { get; init; }

    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>How many values are shown one by one at most.</summary>
    public required int Top { get; init; }

    /// <summary>All values that are not shown one by one, taken together; null when there are none.</summary>
    public ChartPoint? Others { get; init; }

    /// <summary>How many those are.</summary>
    public long OtherValues { get; init; }

    /// <summary>The rows without a date, which have no place along a line; null when there are none.</summary>
    public ChartPoint? Undated { get; init; }

    /// <summary>There was more along the line than is shown.</summary>
    public bool IsCut { get; init; }

    /// <summary>The same numbers, all of them, by the API: "?…".</summary>
    public required string ApiQuery { get; init; }
}

/// <param name="Name">Null for rows without a value.</param>
/// <param name="Value">Null where there is nothing to reckon with.</param>
public sealed record ChartPoint(string? Name, double? Value);
