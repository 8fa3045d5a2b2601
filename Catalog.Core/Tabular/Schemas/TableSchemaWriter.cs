using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>A schema as a Table Schema 2.0 descriptor: members in a fixed order, those that say nothing left out, so equal schemas are equal bytes.</summary>
public static class TableSchemaWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TableSchema schema)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json, schema);
        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(Utf8JsonWriter json, TableSchema schema)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
        json.WriteStartArray("fields");
        foreach (var field in schema.Fields) TableFieldWriter.Write(json, field);
        json.WriteEndArray();
        if (schema.FieldsMatch != FieldsMatch.Exact) json.WriteString("fieldsMatch", schema.FieldsMatch.ToString().ToLowerInvariant());
        if (schema.MissingValues != TableSchema.DefaultMissingValues) Words(json, "missingValues", schema.MissingValues);
        if (schema.PrimaryKey.Count > 0) Words(json, "primaryKey", schema.PrimaryKey);
        if (schema.UniqueKeys.Count > 0)
        {
            json.WriteStartArray("uniqueKeys");
            foreach (var key in schema.UniqueKeys) Words(json, null, key);
            json.WriteEndArray();
        }
        if (schema.ForeignKeys.Count > 0)
        {
            json.WriteStartArray("foreignKeys");
            foreach (var key in schema.ForeignKeys) Write(json, key);
            json.WriteEndArray();
        }
        Extras(json, schema.Extras);
        json.WriteEndObject();
    }

    internal static void Words(Utf8JsonWriter json, string? name, ValueList<string> words)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }

    internal static void Extras(Utf8JsonWriter json, ValueList<Extra> extras)
    {
        foreach (var extra in extras)
        {
            json.WritePropertyName(extra.Key);
            json.WriteRawValue(extra.Json);
        }
    }

    private static void Write(Utf8JsonWriter json, ForeignKey key)
    {
        json.WriteStartObject();
        Words(json, "fields", key.Fields);
        json.WriteStartObject("reference");
        if (key.Package is { } package) json.WriteString("package", package);
        if (key.Resource.Length > 0) json.WriteString("resource", key.Resource);
        Words(json, "fields", key.ReferencedFields);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
