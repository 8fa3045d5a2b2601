using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular;

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

    /// <summary>How the file was read and what was mended; what its contract, the version before and the guard have to say.</summary>
    public static string Report(TableReport reading, TableVerdict verdict)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Options.Encoder }))
        {
            json.WriteStartObject();
            json.WritePropertyName("reading");
            JsonSerializer.Serialize(json, verdict.Guard.Public(reading), Options);
            verdict.Write(json);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

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
