using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>The rules of the two JSON profiles that are about single values.</summary>
internal static partial class DataJsonRules
{
    /// <summary>Longest description, in characters. 10,000: what data.gov's harvester accepts.</summary>
    public const int MaxDescription = 10_000;

    /// <summary>The text, or its beginning and an ellipsis; never half a surrogate pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = length - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>The Argentine profile allows letters, digits, blanks, points, hyphens and underscores; the rest parts words.</summary>
    public static string ArgentineKeyword(string keyword)
    {
        var allowed = NotInKeyword().Replace(keyword, " ").Trim();
        return Blanks().Replace(allowed, " ");
    }

    /// <summary>A place as one string: an IRI, a code, a name, a box (W,S,E,N) or a point (longitude, latitude).</summary>
    public static string? Place(Location location)
    {
        if (Links.Uri(location.Uri) is { } uri) return uri;
        if (!string.IsNullOrWhiteSpace(location.Code)) return location.Code.Trim();
        if (location.Label.SaysSomething()) return location.Label.ToString();
        var numbers = location.BoundingBox.Count == 4 ? location.BoundingBox : location.Centroid;
        return numbers.Count is 2 or 4 && numbers.All(double.IsFinite)
            ? string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))
            : null;
    }

    /// <summary>Federal codes that the source gave, when they are such codes.</summary>
    public static List<string>? Codes(ValueList<Extra> extras, string key, int digits)
    {
        if (extras.FirstOrDefault(e => e.Key == key) is not { } extra) return null;
        var codes = ExtraJson.Literals(extra.Json).Where(c => Code().Match(c) is { Success: true } m && m.Groups[1].Length == digits).ToList();
        return codes.Count > 0 ? codes : null;
    }

    /// <summary>Whether DCAT-US 1.1 accepts this value of a property that it defines and the model does not; others are free.</summary>
    public static bool Fits(string key, JsonElement value) => key switch
    {
        "dataQuality" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "describedBy" => value.ValueKind == JsonValueKind.String && Links.Uri(ExtraJson.StringOf(value)) == ExtraJson.StringOf(value),
        "describedByType" => value.ValueKind == JsonValueKind.String && FileFormats.CleanMediaType(ExtraJson.StringOf(value)) == ExtraJson.StringOf(value),
        "primaryITInvestmentUII" => value.ValueKind == JsonValueKind.String && Investment().IsMatch(ExtraJson.StringOf(value)),
        "systemOfRecords" => value.ValueKind == JsonValueKind.String && ExtraJson.StringOf(value).Length > 0,
        _ => true,
    };

    // The profile's own class of characters, whose ranges reach from á to ź and Á to Ź.
    [GeneratedRegex("[^ 0-9a-zá-źÁ-ŹA-ZñÑ._-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInKeyword();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\d{3}:(\d{2,3})\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\d{3}-\d{9}\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Investment();
}
