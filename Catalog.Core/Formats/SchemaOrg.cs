using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>
/// schema.org as JSON-LD for a <c>script</c> element of a page: the Dataset that search engines for data read, and the
/// DataCatalog of the home page. The text is safe inside <c>script</c>: &lt;, &gt;, &amp;, quotes in strings and the
/// line separators are escaped.
/// </summary>
public static class SchemaOrg
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };

    public static string Dataset(PublishedDataset published, DataCatalog catalog, string language) =>
        Write(new SchemaOrgThings(catalog, language).Dataset(published));

    public static string DataCatalog(DataCatalog catalog, string language) => Write(new SchemaOrgThings(catalog, language).Catalog());

    private static string Write(SchemaThing thing)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org/");
            WriteMembers(json, thing);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteMembers(Utf8JsonWriter json, SchemaThing thing)
    {
        json.WriteString("@type", thing.Type);
        if (thing is { ShowsId: true, Iri: { } iri }) json.WriteString("@id", iri.Value);
        foreach (var member in thing.Members)
        {
            json.WritePropertyName(member.Name);
            if (member.IsList) json.WriteStartArray();
            foreach (var value in member.Values) WriteValue(json, member.Kind, value.Value);
            foreach (var part in member.Things)
            {
                json.WriteStartObject();
                WriteMembers(json, part);
                json.WriteEndObject();
            }
            if (member.IsList) json.WriteEndArray();
        }
    }

    private static void WriteValue(Utf8JsonWriter json, SchemaKind kind, string value)
    {
        if (kind == SchemaKind.Number) json.WriteNumberValue(double.Parse(value, CultureInfo.InvariantCulture));
        else if (kind == SchemaKind.Boolean) json.WriteBooleanValue(value == "true");
        else json.WriteStringValue(RdfText.Clean(value));
    }
}
