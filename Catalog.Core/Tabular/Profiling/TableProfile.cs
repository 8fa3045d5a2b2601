using System.Text.Json.Serialization;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>What a table holds, from all of its rows. Kept with each version, so that the next one can be compared.</summary>
public sealed record TableProfile
{
    public required long Rows { get; init; }

    public required ValueList<ColumnProfile> Columns { get; init; }

    /// <summary>How the file wrote it; null for formats without a dialect.</summary>
    public TableDialect? Dialect { get; init; }

    /// <summary>What was odd about the file and how often, by <see cref="TableRepairCodes"/>.</summary>
    public ValueList<ValueCount> Repairs { get; init; } = [];

    /// <summary>The inferred schema, which reads every cell of this table.</summary>
    [JsonIgnore]
    public TableSchema Schema => new() { Fields = Columns.Select(column => column.Field).ToValueList() };

    public ColumnProfile? Find(string name)
    {
        foreach (var column in Columns)
            if (column.Name == name) return column;
        return null;
    }
}
