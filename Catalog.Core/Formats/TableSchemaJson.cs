using System.Text;
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
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>Characters of a buffer that is kept. 64 Ki: some 500 columns.</summary>
    private const int MaxKeptBuffer = 64 * 1024;

    /// <summary>The feeds write one for each table of the catalog: a buffer for each thread, used again.</summary>
    [ThreadStatic]
    private static StringBuilder? buffer;

    // Put together as text: what writes JSON writes bytes, which would be made text again only to become bytes once more.
    public static string Write(ValueList<Field> fields)
    {
        var json = (buffer ??= new StringBuilder()).Clear();
        json.Append("{\"columns\":[");
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0) json.Append(',');
            Write(json, fields[i]);
        }
        var text = json.Append("]}").ToString();
        if (json.Capacity > MaxKeptBuffer) buffer = null;
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

    private static void Write(StringBuilder json, Field field)
    {
        var separator = '{';
        Member(json, ref separator, "name", field.Id);
        Member(json, ref separator, "titles", field.Name);
        Member(json, ref separator, "datatype", field.Type);
        if (!field.Description.IsEmpty)
        {
            json.Append(",\"dc:description\":");
            var between = '[';
            foreach (var (language, value) in field.Description.Values)
            {
                json.Append(between);
                between = ',';
                var first = '{';
                Member(json, ref first, "@value", value);
                if (language.Length > 0) Member(json, ref first, "@language", language);
                json.Append('}');
            }
            json.Append(']');
        }
        Member(json, ref separator, "schema:unitText", field.Units);
        if (field.Extras.Count > 0)
        {
            json.Append(",\"notes\":");
            var between = '[';
            foreach (var extra in field.Extras)
            {
                json.Append(between);
                between = ',';
                var first = '{';
                Member(json, ref first, "key", extra.Key);
                Member(json, ref first, "json", extra.Json);
                json.Append('}');
            }
            json.Append(']');
        }
        json.Append('}');
    }

    /// <param name="separator">What stands before it: the brace that opens its object, or a comma.</param>
    private static void Member(StringBuilder json, ref char separator, string name, string? value)
    {
        if (value is null) return;
        json.Append(separator).Append('"').Append(name).Append("\":\"").Append(Encoder.Encode(value)).Append('"');
        separator = ',';
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
