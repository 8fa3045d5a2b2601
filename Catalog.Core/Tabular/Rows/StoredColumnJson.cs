using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catalog.Core.Tabular.Rows;

/// <summary>Stored columns as JSON, as the store keeps them.</summary>
public static class StoredColumnJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(IReadOnlyList<StoredColumn> columns) => JsonSerializer.Serialize(columns, Options);

    public static IReadOnlyList<StoredColumn> Read(string json) => JsonSerializer.Deserialize<IReadOnlyList<StoredColumn>>(json, Options) ?? [];
}
