using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catalog.Core.Tabular.Rows;

/// <summary>What a column holds, at a glance. Values are as queries write them.</summary>
public sealed record ColumnSummary
{
    public required string Name { get; init; }

    /// <summary>As <see cref="StoredTypes.NameOf"/> spells it.</summary>
    public required string Type { get; init; }

    public required long Missing { get; init; }

    /// <summary>Different values, missing ones not counted.</summary>
    public required long Distinct { get; init; }

    public string? Min { get; init; }

    public string? Max { get; init; }

    /// <summary>Of numbers only, as the median is.</summary>
    public double? Mean { get; init; }

    public double? Median { get; init; }

    /// <summary>The most frequent values, the first of equals by their order; none where every value is another.</summary>
    public IReadOnlyList<ValueCount> Top { get; init; } = [];

    /// <summary>Parts of equal width from the smallest to the largest value, of numbers and dates; empty without any.</summary>
    public IReadOnlyList<HistogramBin> Histogram { get; init; } = [];
}

/// <summary>A value and how many rows have it.</summary>
public sealed record ValueCount(string Value, long Count);

/// <summary>How many values lie from one bound to the other; the last bin includes its upper bound.</summary>
public sealed record HistogramBin(string From, string To, long Count);

/// <summary>Summaries as JSON, as the store keeps them.</summary>
public static class ColumnSummaryJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public static string Write(IReadOnlyList<ColumnSummary> columns) => JsonSerializer.Serialize(columns, Options);

    public static IReadOnlyList<ColumnSummary> Read(string json) => JsonSerializer.Deserialize<IReadOnlyList<ColumnSummary>>(json, Options) ?? [];
}
