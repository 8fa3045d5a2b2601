using System.Text.Json;
using Catalog.Core.Dcat;

namespace Catalog.Core.Tables;

/// <summary>
/// The Table Schema of a data package's resource as the package wrote it: its columns, and what the model has no members
/// for, which reading kept as extras.
/// </summary>
internal static class PackageDescriptor
{
    private const string Schema = "schema.";

    public static byte[] Write(Distribution distribution)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("fields");
            foreach (var field in distribution.Fields) Write(json, field);
            json.WriteEndArray();
            var written = new HashSet<string>(StringComparer.Ordinal) { "fields" };
            foreach (var extra in distribution.Extras)
                if (extra.Key.StartsWith(Schema, StringComparison.Ordinal) && extra.Key[Schema.Length..] is var member && !member.Contains('.', StringComparison.Ordinal) && written.Add(member)) Write(json, member, extra.Json);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>The value of an extra, or null.</summary>
    public static JsonElement? Extra(Distribution distribution, string key) =>
        distribution.Extras.FirstOrDefault(extra => extra.Key == key) is { Json: { Length: > 0 } json } ? JsonSerializer.Deserialize<JsonElement>(json) : null;

    private static void Write(Utf8JsonWriter json, Field field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        if (field.Type is not null) json.WriteString("type", field.Type);
        if (!field.Description.IsEmpty) json.WriteString("description", field.Description.ToString());
        var written = new HashSet<string>(StringComparer.Ordinal) { "name", "type", "description" };
        foreach (var extra in field.Extras)
            if (written.Add(extra.Key)) Write(json, extra.Key, extra.Json);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string member, string value)
    {
        json.WritePropertyName(member);
        json.WriteRawValue(value);
    }
}
