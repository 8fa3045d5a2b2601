using Catalog.Web.Language;

namespace Catalog.Web.Tables;

/// <summary>A map as its page's script takes it: places by their number, and the parts of their shapes.</summary>
public static class MapJson
{
    /// <summary>Digits of a degree after the point. 6: a tenth of a metre.</summary>
    private const int Digits = 6;

    public static string Of(MapData map, Reader reader)
    {
        var words = reader.Words;
        var box = map.Box ?? default;
        var colours = map.Categories.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        string Said(string category) => TableText.Of(category, map.Colour!, reader);
        return TableJson.Of(new
        {
            kind = "map",
            west = words.West,
            box = new[] { box.West, box.South, box.East, box.North },
            labels = map.Places.Select(p => p.Label ?? ""),
            colour = map.Colour?.Name,
            categories = map.Categories.Select(Said).Concat(map.HasOthers ? [words.Table.Others] : []),
            of = map.Colour is null ? null : map.Places.Select(p => p.Category is { } category && colours.TryGetValue(category, out var colour) ? colour : colours.Count),
            values = map.Colour is null ? null : map.Places.Select(p => p.Category is { } category ? Said(category) : "–"),
            size = map.Size?.Name,
            sizes = map.Size is null ? null : map.Places.Select(p => p.Size),
            points = map.Places.Index().SelectMany(p => p.Item.Shape.Points.Select(at => new object[] { p.Index, Rounded(at) })),
            lines = map.Places.Index().SelectMany(p => p.Item.Shape.Lines.Select(line => new object[] { p.Index, Rounded(line) })),
            areas = map.Places.Index().SelectMany(p => p.Item.Shape.Areas.Select(area => new object[] { p.Index, area.Select(Rounded) })),
        });
    }

    private static IEnumerable<double> Rounded(double[] positions) => positions.Select(p => Math.Round(p, Digits));
}
