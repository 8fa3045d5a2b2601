using System.Text.Json.Serialization;
using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>What the values of a column must satisfy (Table Schema 2.0 §Field Constraints). Bounds are as a cell would write them.</summary>
public sealed record FieldConstraints
{
    public static readonly FieldConstraints None = new();

    public bool Required { get; init; }

    public bool Unique { get; init; }

    /// <summary>Characters of a text, items of a list, members of an object.</summary>
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public string? ExclusiveMinimum { get; init; }

    public string? ExclusiveMaximum { get; init; }

    /// <summary>A regular expression that the whole text must match, in the dialect of XML Schema.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values there may be.</summary>
    public ValueList<string> Enum { get; init; } = [];

    /// <summary>A JSON Schema for an object or array, as JSON.</summary>
    public string? JsonSchema { get; init; }

    [JsonIgnore]
    public bool IsEmpty => this == None;
}
