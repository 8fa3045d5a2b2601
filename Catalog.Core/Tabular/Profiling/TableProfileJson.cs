using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>Profiles as JSON, as they are kept beside each version of a table.</summary>
public static class TableProfileJson
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        NewLine = "\n",
    };

    public static byte[] Write(TableProfile profile) => JsonSerializer.SerializeToUtf8Bytes(profile, Options);

    /// <summary>Null when it is not what <see cref="Write"/> wrote: the profile is then made anew from the file.</summary>
    public static TableProfile? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<TableProfile>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
