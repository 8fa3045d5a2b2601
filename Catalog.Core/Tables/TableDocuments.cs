using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Catalog.Core.Dcat;

namespace Catalog.Core.Tables;

/// <summary>How what was found out about a table is written as JSON, for the store and for whoever asks the API.</summary>
internal static class TableDocuments
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TextConverter() },
    };

    /// <summary>A text in several languages as an object of them.</summary>
    private sealed class TextConverter : JsonConverter<Text>
    {
        public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Reports are written here and read by others.");

        public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var text in value.Values) writer.WriteString(text.Lang, text.Value);
            writer.WriteEndObject();
        }
    }
}
