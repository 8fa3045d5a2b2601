using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>
/// A column dictionary as the schema of a table in CSV on the Web (Metadata Vocabulary for Tabular Data §5.5): one JSON
/// value, because DCAT has no term for columns and a node for each of them would double the feed.
/// </summary>
internal static class TableSchemaJson
{
    /// <summary>Bytes of a buffer that is kept. 64 KiB: some 500 columns.</summary>
    private const int MaxKeptBuffer = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The feeds write one for each table of the catalog: a buffer for each thread, used again.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    public static string Write(ValueList<Field> fields)
    {
        var written = buffer ??= new ArrayBufferWriter<byte>();
        written.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(written, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("columns");
            foreach (var field in fields) Write(json, field);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        var text = System.Text.Encoding.UTF8.GetString(written.WrittenSpan);
        // A dictionary of thousands of columns must not keep its size for ever.
        if (written.Capacity > MaxKeptBuffer) buffer = null;
        return text;
    }

    /// <summary>False, and nothing is added, when it is no schema with titled columns.</summary>
    public static bool TryRead(JsonElement schema, List<Field> fields)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("columns", out var columns) || columns.ValueKind != JsonValueKind.Array) return false;
        var read = new List<Field>();
        foreach (var column in columns.EnumerateArray())
        {
            if (column.ValueKind != JsonValueKind.Object || (String(column, "titles") ?? String(column, "name")) is not { } name) return false;
            read.Add(new Field
            {
                Id = column.TryGetProperty("titles", out _) ? String(column, "name") : null,
                Name = name,
                Type = String(column, "datatype"),
                Description = Descriptions(column),
                Units = String(column, "schema:unitText"),
                Extras = Extras(column),
            });
        }
        fields.AddRange(read);
        return true;
    }

    private static void Write(Utf8JsonWriter json, Field field)
    {
        json.WriteStartObject();
        if (field.Id is not null) json.WriteString("name", field.Id);
        json.WriteString("titles", field.Name);
        if (field.Type is not null) json.WriteString("datatype", field.Type);
        if (!field.Description.IsEmpty)
        {
            json.WriteStartArray("dc:description");
            foreach (var (language, value) in field.Description.Values)
            {
                json.WriteStartObject();
                json.WriteString("@value", value);
                if (language.Length > 0) json.WriteString("@language", language);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (field.Units is not null) json.WriteString("schema:unitText", field.Units);
        if (field.Extras.Count > 0)
        {
            json.WriteStartArray("notes");
            foreach (var extra in field.Extras)
            {
                json.WriteStartObject();
                json.WriteString("key", extra.Key);
                json.WriteString("json", extra.Json);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static Text Descriptions(JsonElement column)
    {
        if (!column.TryGetProperty("dc:description", out var said)) return Text.Empty;
        if (said.ValueKind == JsonValueKind.String) return Text.Maybe("", said.GetString());
        if (said.ValueKind != JsonValueKind.Array) return Text.Empty;
        return new Text { Values = said.EnumerateArray().Where(d => String(d, "@value") is not null).Select(d => new LangString(String(d, "@language") ?? "", String(d, "@value")!)).ToValueList() };
    }

    private static ValueList<Extra> Extras(JsonElement column) =>
        column.TryGetProperty("notes", out var notes) && notes.ValueKind == JsonValueKind.Array
            ? notes.EnumerateArray().Where(n => String(n, "key") is not null && String(n, "json") is not null).Select(n => new Extra(String(n, "key")!, String(n, "json")!)).ToValueList() : [];

    private static string? String(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
