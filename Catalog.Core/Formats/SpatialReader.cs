using System.Globalization;
using System.Text.Json;
using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>
/// `spatial` of the profiles: a code or name, a bounding box of four numbers, a point of two, or a list of codes.
/// Numbers may be in a list or in one string separated by commas.
/// </summary>
internal static class SpatialReader
{
    public static ValueList<Location> Read(RecordReader record, string language)
    {
        if (record.Raw("spatial") is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array)
        {
            if (value.EnumerateArray().Any(i => i.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
            {
                record.Keep("spatial");
                return [];
            }
            var items = value.EnumerateArray().Where(i => i.ValueKind != JsonValueKind.Null)
                .Select(i => i.ValueKind == JsonValueKind.String ? i.GetString()!.Trim() : i.GetRawText()).ToList();
            return Numbers(items, value.EnumerateArray().All(i => i.ValueKind == JsonValueKind.Number)) is { } numbers && FromNumbers(numbers) is { } place ? [place] : items.Where(i => i.Length > 0).Select(i => FromText(i, language)).ToValueList();
        }
        if (value.ValueKind == JsonValueKind.Object)
        {
            // GeoJSON and the like have no home in this model: kept whole among the extras.
            record.Keep("spatial");
            return [];
        }
        if (record.String("spatial") is not { } text) return [];
        return [OfText(text, language)];
    }

    /// <summary>A place written as one text: numbers between commas, an address, a code or a name.</summary>
    public static Location OfText(string text, string language) =>
        Numbers(text.Split(','), areNumbers: false) is { } list && FromNumbers(list) is { } found ? found : FromText(text, language);

    private static Location FromText(string text, string language) =>
        WebAddress.IsWeb(text) ? new Location { Uri = text }
        : text.Length <= 8 && text.All(char.IsAsciiLetterOrDigit) ? new Location { Code = text }
        : new Location { Label = Text.Of(language, text) };

    private static List<double>? Numbers(IReadOnlyCollection<string> items, bool areNumbers)
    {
        // "02" and "06" are codes of provinces; coordinates written as text have a sign or a decimal point.
        if (items.Count is not (2 or 4) || (!areNumbers && items.All(i => i.Trim().All(char.IsAsciiDigit)))) return null;
        var numbers = new List<double>(4);
        foreach (var item in items)
        {
            if (!double.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
            numbers.Add(number);
        }
        return numbers;
    }

    /// <summary>West, south, east, north; or longitude, latitude (profile 1.1, `spatial`).</summary>
    private static Location? FromNumbers(List<double> n)
    {
        if (n.Where((v, i) => Math.Abs(v) > (i % 2 == 0 ? 180 : 90)).Any()) return null;
        if (n.Count == 2) return new Location { Centroid = [n[0], n[1]] };
        return n[1] <= n[3] ? new Location { BoundingBox = [n[0], n[1], n[2], n[3]] } : null;
    }
}
