using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>What a geometry covers: the box around it or, for a point, the point.</summary>
internal sealed record Extent(ValueList<double> Box, ValueList<double> Point)
{
    /// <summary>False where the geometry has a shape that its box does not tell.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>
/// Geometries as catalogs write them into literals: WKT (OGC 06-103r4 §7), GML and GeoJSON (RFC 7946), and the boxes of
/// DCMI and schema.org. Only degrees of WGS 84 are understood, in the order of axes that the reference system has:
/// EPSG:4326 begins with the latitude, CRS84 and a geometry without a system with the longitude (GeoSPARQL 1.1 §8.5.1).
/// </summary>
internal static partial class GeometryText
{
    public static Extent? Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith('{')) return OfGeoJson(trimmed);
        if (Gml().IsMatch(trimmed)) return OfGml(trimmed);
        if (DcmiBox(trimmed) is { } box) return box;
        return OfWkt(trimmed);
    }

    /// <summary>schema.org's box: two corners, each latitude and longitude (schema:box).</summary>
    public static Extent? OfCorners(string text) =>
        Numbers(text) is [var south, var west, var north, var east] ? Of([(west, south), (east, north)], isPoint: false, isWhole: true) : null;

    public static Extent? OfPoint(double longitude, double latitude) => Of([(longitude, latitude)], isPoint: true, isWhole: true);

    private static Extent? OfWkt(string text)
    {
        var match = Wkt().Match(text);
        if (!match.Success) return null;
        if (LatitudeFirst(match.Groups["crs"].Value) is not { } swapped) return null;
        var kind = match.Groups["kind"].Value.ToUpperInvariant();
        var body = match.Groups["body"].Value;
        // ECQL's and Solr's ENVELOPE(west, east, north, south), which is in no standard and in many catalogs.
        if (kind == "ENVELOPE") return Numbers(body) is [var west, var east, var north, var south] ? Of([(west, south), (east, north)], isPoint: false, isWhole: true) : null;
        var points = new List<(double, double)>();
        foreach (var tuple in body.Split([',', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Numbers(tuple) is not { Count: >= 2 and <= 4 } numbers) return null;
            points.Add(swapped ? (numbers[1], numbers[0]) : (numbers[0], numbers[1]));
        }
        return Of(points, kind == "POINT", IsRectangle(kind == "POLYGON", points));
    }

    private static Extent? OfGml(string text)
    {
        if (LatitudeFirst(Srs().Match(text).Groups["srs"].Value) is not { } swapped) return null;
        var points = new List<(double, double)>();
        var flat = new List<double>();
        foreach (Match coordinates in Coordinates().Matches(text))
        {
            if (Numbers(coordinates.Groups["numbers"].Value) is not { } numbers || numbers.Count % 2 != 0) return null;
            flat.AddRange(numbers);
        }
        for (var i = 0; i + 1 < flat.Count; i += 2) points.Add(swapped ? (flat[i + 1], flat[i]) : (flat[i], flat[i + 1]));
        var isEnvelope = text.Contains("Envelope", StringComparison.Ordinal);
        return Of(points, points.Count == 1, isEnvelope || IsRectangle(text.Contains("Polygon", StringComparison.Ordinal), points));
    }

    private static Extent? OfGeoJson(string text)
    {
        using var document = ExtraJson.TryParse(text);
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object) return null;
        var root = document.RootElement;
        if (root.TryGetProperty("geometry", out var inner) && inner.ValueKind == JsonValueKind.Object) root = inner;
        if (!root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !root.TryGetProperty("coordinates", out var coordinates)) return null;
        var points = new List<(double, double)>();
        return Collect(coordinates, points) ? Of(points, type.ValueEquals("Point"), IsRectangle(type.ValueEquals("Polygon"), points)) : null;
    }

    private static bool Collect(JsonElement value, List<(double, double)> points)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0) return false;
        if (value[0].ValueKind == JsonValueKind.Array) return value.EnumerateArray().All(item => Collect(item, points));
        if (value.GetArrayLength() < 2 || !value.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number)) return false;
        points.Add((value[0].GetDouble(), value[1].GetDouble()));
        return true;
    }

    /// <summary>DCMI Box: "northlimit=1; eastlimit=2; southlimit=3; westlimit=4".</summary>
    private static Extent? DcmiBox(string text)
    {
        if (!text.Contains("northlimit", StringComparison.OrdinalIgnoreCase)) return null;
        var limits = text.Split(';').Select(p => p.Split('=')).Where(p => p.Length == 2).ToLookup(p => p[0].Trim().ToLowerInvariant(), p => Numbers(p[1]));
        return limits["westlimit"].FirstOrDefault() is [var w] && limits["southlimit"].FirstOrDefault() is [var s]
            && limits["eastlimit"].FirstOrDefault() is [var e] && limits["northlimit"].FirstOrDefault() is [var n] ? Of([(w, s), (e, n)], isPoint: false, isWhole: true) : null;
    }

    private static Extent? Of(List<(double Longitude, double Latitude)> points, bool isPoint, bool isWhole)
    {
        if (points.Count == 0 || points.Any(p => p.Longitude is not (>= -180 and <= 180) || p.Latitude is not (>= -90 and <= 90))) return null;
        if (isPoint) return points.Count == 1 ? new Extent([], [points[0].Longitude, points[0].Latitude]) { IsWhole = true } : null;
        return new Extent([points.Min(p => p.Longitude), points.Min(p => p.Latitude), points.Max(p => p.Longitude), points.Max(p => p.Latitude)], []) { IsWhole = isWhole };
    }

    private static bool IsRectangle(bool isPolygon, List<(double X, double Y)> points) =>
        isPolygon && points.Count is 4 or 5 && points.Select(p => p.X).Distinct().Count() <= 2 && points.Select(p => p.Y).Distinct().Count() <= 2;

    /// <summary>Null for a reference system whose numbers are not degrees of WGS 84.</summary>
    private static bool? LatitudeFirst(string system)
    {
        if (system.Length == 0 || system.Contains("CRS84", StringComparison.OrdinalIgnoreCase)) return false;
        // SRID=4326 and the old short form are the order of PostGIS and of GML 2: longitude first.
        if (system.StartsWith("SRID", StringComparison.OrdinalIgnoreCase) || system.StartsWith("EPSG:", StringComparison.OrdinalIgnoreCase)) return system.EndsWith("4326", StringComparison.Ordinal) ? false : null;
        return system.EndsWith("4326", StringComparison.Ordinal) || system.EndsWith("4258", StringComparison.Ordinal) ? true : null;
    }

    private static List<double>? Numbers(string text)
    {
        var numbers = new List<double>();
        foreach (var part in text.Split((char[])[' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
            numbers.Add(number);
        }
        return numbers;
    }

    [GeneratedRegex(@"^(<(?<crs>[^>]*)>\s*|(?<crs>SRID\s*=\s*\d+)\s*;\s*)?(?<kind>POINT|POLYGON|LINESTRING|MULTIPOINT|MULTIPOLYGON|MULTILINESTRING|ENVELOPE)(\s+(Z|M|ZM))?\s*\((?<body>.*)\)\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Wkt();

    [GeneratedRegex(@"^<(\?xml|(\w+:)?(Envelope|Point|Polygon|LineString|MultiPoint|MultiSurface|MultiPolygon|Surface)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Gml();

    [GeneratedRegex("""srsName\s*=\s*["'](?<srs>[^"']*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Srs();

    [GeneratedRegex(@"<(\w+:)?(lowerCorner|upperCorner|pos|posList|coordinates)\b[^>]*>(?<numbers>[^<]*)<", RegexOptions.CultureInvariant)]
    private static partial Regex Coordinates();
}
