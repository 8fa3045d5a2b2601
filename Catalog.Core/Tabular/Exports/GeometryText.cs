using System.Text.Json;

namespace Catalog.Core.Tabular.Exports;

/// <summary>Geometries that a file holds as text.</summary>
public static class GeometryText
{
    private static readonly string[] Types = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

    /// <summary>A GeoJSON geometry (RFC 7946 §3.1) without blanks, of one or of well-known text; null when the text is neither.</summary>
    public static string? Compact(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{")) return WktText.ToGeoJson(text);
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("type", out var type)
                && type.ValueKind == JsonValueKind.String && Types.Contains(type.GetString()) ? JsonSerializer.Serialize(json.RootElement) : null;
        }
        catch (JsonException)
        {
            // A stranger's cell: the row stays, without a place; its text is in the table's other formats.
            return null;
        }
    }
}
