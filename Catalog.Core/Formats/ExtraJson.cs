using System.Text.Json;

namespace Catalog.Core.Formats;

/// <summary>The JSON of an <see cref="Dcat.Extra"/> as exports write it. It was JSON when it was read; what is none is text.</summary>
internal static class ExtraJson
{
    /// <summary>Strings as they are, numbers and truth values as written, null as nothing, arrays item by item, the rest as JSON.</summary>
    public static List<string> Literals(string json)
    {
        var values = new List<string>();
        using var document = TryParse(json);
        if (document is null) values.Add(json);
        else if (document.RootElement.ValueKind != JsonValueKind.Array) Add(document.RootElement);
        else foreach (var item in document.RootElement.EnumerateArray()) Add(item);
        return values;

        void Add(JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Null) return;
            var text = value.ValueKind == JsonValueKind.String ? StringOf(value) : value.GetRawText();
            if (text.Length > 0) values.Add(text);
        }
    }

    public static JsonDocument? TryParse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Limits.Default.MaxJsonDepth });
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // Text with a lone surrogate cannot be made UTF-8 at all.
            return null;
        }
    }

    /// <summary>The string, or its JSON where an escape makes half a surrogate pair, which no string may hold.</summary>
    public static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }
}
