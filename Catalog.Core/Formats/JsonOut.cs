using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>JSON members that are left out when there is nothing to say, with text that is always well-formed Unicode.</summary>
internal readonly struct JsonOut(Utf8JsonWriter json)
{
    public Utf8JsonWriter Writer => json;

    public void Text(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) json.WriteString(name, RdfText.Clean(value));
    }

    public void Texts(string name, IEnumerable<string?> values)
    {
        var said = values.Where(v => !string.IsNullOrWhiteSpace(v)).Distinct().ToList();
        if (said.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in said) json.WriteStringValue(RdfText.Clean(value!));
        json.WriteEndArray();
    }

    /// <summary>What the source said beyond the model, under its own keys, where the writer has no use for them itself.</summary>
    public void Extras(ValueList<Extra> extras, IReadOnlySet<string> ownKeys, Func<string, JsonElement, bool>? fits = null)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var extra in extras)
        {
            var key = RdfText.Clean(extra.Key);
            if (key.Length == 0 || ownKeys.Contains(key) || !written.Add(key)) continue;
            using var document = ExtraJson.TryParse(extra.Json);
            if (document is null)
            {
                Text(key, extra.Json);
            }
            else if (fits is null || fits(key, document.RootElement))
            {
                json.WritePropertyName(key);
                WriteElement(document.RootElement);
            }
        }
    }

    // Written anew rather than copied: one layout, and no half surrogate pair or duplicate key gets through.
    private void WriteElement(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                var names = new HashSet<string>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    if (NameOf(member) is not { } name || !names.Add(name)) continue;
                    json.WritePropertyName(name);
                    WriteElement(member.Value);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray()) WriteElement(item);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(RdfText.Clean(ExtraJson.StringOf(element)));
                break;
            case JsonValueKind.Number when element.TryGetDecimal(out var number):
                json.WriteNumberValue(number);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                json.WriteBooleanValue(element.GetBoolean());
                break;
            case JsonValueKind.Null:
                json.WriteNullValue();
                break;
            default:
                json.WriteRawValue(element.GetRawText());
                break;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return RdfText.Clean(member.Name);
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair names nothing that another parser would read.
            return null;
        }
    }
}
