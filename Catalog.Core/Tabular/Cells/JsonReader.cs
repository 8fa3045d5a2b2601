using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Catalog.Core.Tabular.Cells;

/// <summary>What a cell of JSON has to be.</summary>
internal enum JsonShape
{
    Object,
    Array,
    GeoJson,
    TopoJson,
}

/// <summary>Cells that hold JSON. The value is the cell.</summary>
internal sealed class JsonReader(IReadOnlyList<string> missing, JsonShape shape) : ColumnReader(missing)
{
    private static readonly string[] GeoTypes =
        ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection", "Feature", "FeatureCollection"];

    public override ColumnType Type => ColumnType.Text;

    /// <summary>Fills the value with the number of items or members.</summary>
    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        value = default;
        var text = Trim(cell);
        if (text.Length < 2 || text[0] != (shape == JsonShape.Array ? '[' : '{')) return false;
        if (!TryParse(text, out var document)) return false;
        using (document)
        {
            var root = document.RootElement;
            value = CellValue.OfInteger(root.ValueKind == JsonValueKind.Array ? root.GetArrayLength() : root.EnumerateObject().Count());
            return shape switch
            {
                JsonShape.GeoJson => IsGeoJson(root),
                JsonShape.TopoJson => TypeOf(root) == "Topology",
                _ => true,
            };
        }
    }

    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out JsonDocument? document)
    {
        document = null;
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(text, bytes);
            // The document keeps what it is given, so it gets its own copy.
            document = JsonDocument.Parse(bytes.AsMemory(0, length).ToArray(), new JsonDocumentOptions { MaxDepth = Limits.Default.MaxJsonDepth });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    // RFC 7946 §1.4 and §3: an object with one of nine types, and coordinates where it is a shape.
    public static bool IsGeoJson(JsonElement root)
    {
        var type = TypeOf(root);
        if (Array.IndexOf(GeoTypes, type) < 0) return false;
        return type switch
        {
            "Feature" => root.TryGetProperty("geometry", out var geometry) && (geometry.ValueKind == JsonValueKind.Null || IsGeoJson(geometry)),
            "FeatureCollection" => root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array,
            "GeometryCollection" => root.TryGetProperty("geometries", out var geometries) && geometries.ValueKind == JsonValueKind.Array,
            _ => root.TryGetProperty("coordinates", out var coordinates) && coordinates.ValueKind == JsonValueKind.Array && !HasText(coordinates),
        };
    }

    private static bool HasText(JsonElement coordinates) =>
        coordinates.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Array ? HasText(item) : item.ValueKind != JsonValueKind.Number);

    private static string? TypeOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? Schemas.Descriptor.StringOf(type) : null;
}
