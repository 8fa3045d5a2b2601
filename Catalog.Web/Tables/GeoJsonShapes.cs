using System.Text.Json;
using Catalog.Core.Tabular.Exports;

namespace Catalog.Web.Tables;

/// <summary>Reads geometries for a map: GeoJSON (RFC 7946 §3.1), and well-known text. A stranger's cell that is none, or not in degrees, is no shape.</summary>
public static class GeoJsonShapes
{
    /// <summary>The shape of a geometry; null when it is none that can be drawn.</summary>
    public static MapShape? Read(string text)
    {
        if (GeometryText.Compact(text) is not { } geometry) return null;
        try
        {
            using var document = JsonDocument.Parse(geometry);
            var reading = new Reading();
            return reading.Geometry(document.RootElement) && !reading.Shape.IsEmpty ? reading.Shape : null;
        }
        catch (JsonException)
        {
            // A cell that is no geometry has no place; its row is in the table all the same.
            return null;
        }
    }

    private sealed class Reading
    {
        private readonly List<double[]> _points = [];
        private readonly List<double[]> _lines = [];
        private readonly List<IReadOnlyList<double[]>> _areas = [];

        public MapShape Shape => new() { Points = _points, Lines = _lines, Areas = _areas };

        public bool Geometry(JsonElement geometry)
        {
            if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) return false;
            if (type.ValueEquals("GeometryCollection")) return geometry.TryGetProperty("geometries", out var parts) && Each(parts, Geometry);
            if (!geometry.TryGetProperty("coordinates", out var at)) return false;
            return type.GetString() switch
            {
                "Point" => Point(at),
                "MultiPoint" => Each(at, Point),
                "LineString" => Line(at),
                "MultiLineString" => Each(at, Line),
                "Polygon" => Area(at),
                "MultiPolygon" => Each(at, Area),
                _ => false,
            };
        }

        private static bool Each(JsonElement list, Func<JsonElement, bool> read)
        {
            if (list.ValueKind != JsonValueKind.Array) return false;
            foreach (var item in list.EnumerateArray())
                if (!read(item)) return false;
            return true;
        }

        private bool Point(JsonElement at)
        {
            var position = new double[2];
            if (!Position(at, position)) return false;
            _points.Add(position);
            return true;
        }

        private bool Line(JsonElement at)
        {
            if (Positions(at) is not { } line) return false;
            if (line.Length >= 4) _lines.Add(line);
            return true;
        }

        private bool Area(JsonElement at)
        {
            if (at.ValueKind != JsonValueKind.Array) return false;
            var rings = new List<double[]>();
            foreach (var item in at.EnumerateArray())
            {
                if (Positions(item) is not { } ring) return false;
                // An outer ring that encloses nothing takes its holes with it.
                if (ring.Length < 6 && rings.Count == 0) return true;
                if (ring.Length >= 6) rings.Add(Turned(ring, counterclockwise: rings.Count == 0));
            }
            if (rings.Count > 0) _areas.Add(rings);
            return true;
        }

        /// <summary>§3.1.6 asks for the right-hand rule; many files are older than it.</summary>
        private static double[] Turned(double[] ring, bool counterclockwise)
        {
            if (MapShape.SignedArea(ring) >= 0 == counterclockwise) return ring;
            var turned = new double[ring.Length];
            for (var i = 0; i < ring.Length; i += 2) (turned[i], turned[i + 1]) = (ring[^(i + 2)], ring[^(i + 1)]);
            return turned;
        }

        private static double[]? Positions(JsonElement list)
        {
            if (list.ValueKind != JsonValueKind.Array) return null;
            var positions = new double[2 * list.GetArrayLength()];
            var next = 0;
            foreach (var item in list.EnumerateArray())
            {
                if (!Position(item, positions.AsSpan(next, 2))) return null;
                next += 2;
            }
            return positions;
        }

        /// <summary>§3.1.1: longitude first; a height may follow. Metres of a projection are no degrees.</summary>
        private static bool Position(JsonElement at, Span<double> into) =>
            at.ValueKind == JsonValueKind.Array && at.GetArrayLength() >= 2 && at[0].ValueKind == JsonValueKind.Number && at[1].ValueKind == JsonValueKind.Number
            && at[0].TryGetDouble(out into[0]) && at[1].TryGetDouble(out into[1]) && Math.Abs(into[0]) <= 180 && Math.Abs(into[1]) <= 90;
    }
}
