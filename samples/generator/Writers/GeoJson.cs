using System.Text.Json.Nodes;

namespace Samples.Generator.Writers;

/// <summary>RFC 7946: longitude first, rings closed and counter-clockwise.</summary>
internal static class GeoJson
{
    private const string Head = "{\"type\":\"FeatureCollection\",\"features\":[";

    /// <summary>The rows as points, by their columns of longitude and latitude; the other columns are properties.</summary>
    public static byte[] Points(Table table, string lon = "lon", string lat = "lat")
    {
        var names = table.Columns.Select(c => c.Name).ToList();
        var (x, y) = (names.IndexOf(lon), names.IndexOf(lat));
        return Json.Lines(Head, table.Rows.Select(row => Feature(
            Json.Object(table, row, n => n != lon && n != lat),
            new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray((decimal)row[x]!, (decimal)row[y]!) })), "]}");
    }

    /// <summary>The rows as polygons or lines: the geometry of row n is the nth of the list.</summary>
    public static byte[] Shapes(Table table, string type, IEnumerable<IReadOnlyList<Point>> shapes) =>
        Json.Lines(Head, table.Rows.Zip(shapes, (row, shape) =>
        {
            var line = new JsonArray([.. shape.Select(p => (JsonNode)new JsonArray(p.Lon, p.Lat))]);
            return Feature(Json.Object(table, row, _ => true), new JsonObject
            {
                ["type"] = type,
                ["coordinates"] = type == "Polygon" ? new JsonArray(line) : line,
            });
        }), "]}");

    private static JsonNode Feature(JsonObject properties, JsonObject geometry) =>
        new JsonObject { ["type"] = "Feature", ["properties"] = properties, ["geometry"] = geometry };
}
