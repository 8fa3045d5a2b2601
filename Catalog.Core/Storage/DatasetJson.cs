using System.Collections;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Storage;

/// <summary>
/// The stored form of a record: JSON of the model, empty members left out, members in the order of the model. Equal
/// datasets have equal documents, so the hash of the document tells whether anything changed.
/// </summary>
public static class DatasetJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new TextConverter(), new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
    };

    public static string Write(Dataset dataset) => JsonSerializer.Serialize(dataset, Options);

    public static Dataset Read(string document) => DatasetDocument.Read(System.Text.Encoding.UTF8.GetBytes(document));

    public static string WriteFindings(IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(findings, Options);

    public static IReadOnlyList<Finding> ReadFindings(string? json) =>
        string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<Finding[]>(json, Options)!;

    public static string WriteFields(IReadOnlyList<FieldChange> fields) => JsonSerializer.Serialize(fields, Options);

    public static IReadOnlyList<FieldChange> ReadFields(string? json) =>
        string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<FieldChange[]>(json, Options)!;

    public static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(document)));

    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(Text)) property.ShouldSerialize = static (_, value) => value is Text { IsEmpty: false };
            else if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ValueList<>))
                property.ShouldSerialize = static (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
        }
    }

    /// <summary>Text as a list of {language: wording}: a list, because a source may say the same language twice.</summary>
    private sealed class TextConverter : JsonConverter<Text>
    {
        public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var values = new List<LangString>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                reader.Read();
                var lang = reader.GetString()!;
                reader.Read();
                values.Add(new LangString(lang, reader.GetString()!));
                reader.Read();
            }
            return new Text { Values = values.ToValueList() };
        }

        public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var (lang, wording) in value.Values)
            {
                writer.WriteStartObject();
                writer.WriteString(lang, wording);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
    }
}
