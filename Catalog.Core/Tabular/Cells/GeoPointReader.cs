using System.Text.Json;

namespace Catalog.Core.Tabular.Cells;

/// <summary>
/// Places on earth. Table Schema writes "lon, lat"; "latlon" is our own format for the order in which people write
/// them, which no format of Table Schema has.
/// </summary>
internal sealed class GeoPointReader(IReadOnlyList<string> missing, string format) : ColumnReader(missing)
{
    /// <summary>The format of "lat, lon".</summary>
    public const string LatLon = "latlon";

    public override ColumnType Type => ColumnType.GeoPoint;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        value = default;
        var text = Trim(cell);
        double longitude, latitude;
        switch (format)
        {
            case "array":
                if (text.Length < 2 || text[0] != '[' || text[^1] != ']' || !Pair(text[1..^1], out longitude, out latitude)) return false;
                break;
            case "object":
                if (!FromObject(text, out longitude, out latitude)) return false;
                break;
            case LatLon:
                if (!Pair(text, out latitude, out longitude)) return false;
                break;
            default:
                if (!Pair(text, out longitude, out latitude)) return false;
                break;
        }
        value = CellValue.OfPoint(latitude, longitude);
        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;
    }

    private static bool Pair(ReadOnlySpan<char> text, out double first, out double second)
    {
        second = 0;
        var comma = text.IndexOf(',');
        first = 0;
        return comma > 0 && NumberText.TryNumber(text[..comma].Trim(), '.', null, out first) && NumberText.TryNumber(text[(comma + 1)..].Trim(), '.', null, out second);
    }

    private static bool FromObject(ReadOnlySpan<char> text, out double longitude, out double latitude)
    {
        (longitude, latitude) = (double.NaN, double.NaN);
        if (text.Length == 0 || text[0] != '{' || !JsonReader.TryParse(text, out var document)) return false;
        using (document)
        {
            if (Number(document.RootElement, "lon") is not { } lon || Number(document.RootElement, "lat") is not { } lat) return false;
            (longitude, latitude) = (lon, lat);
            return true;
        }
    }

    private static double? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetDouble(out var number) ? number : null;
}
