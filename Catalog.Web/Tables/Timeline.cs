using System.Globalization;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Tables;

/// <summary>Points along time, as the database names years, quarters, months and days.</summary>
public static class Timeline
{
    /// <summary>
    /// The same points with those between them that no row has: a month without rows is a zero or a gap, and not the
    /// neighbour of the months beside it. Left as they are where that would make too many.
    /// </summary>
    /// <param name="points">In the order of time.</param>
    /// <param name="empty">The value of a point without rows.</param>
    public static IReadOnlyList<ChartPoint> Fill(IReadOnlyList<ChartPoint> points, DatePart part, double? empty, int most)
    {
        var filled = new List<ChartPoint>();
        foreach (var point in points)
        {
            if (filled.Count > 0)
            {
                for (var next = Next(filled[^1].Name!, part); next is not null && string.CompareOrdinal(next, point.Name) < 0; next = Next(next, part))
                {
                    filled.Add(new ChartPoint(next, empty));
                    if (filled.Count > most) return points;
                }
            }
            filled.Add(point);
        }
        return filled;
    }

    /// <summary>What follows; null where the name is none that the database makes for times of four digits.</summary>
    private static string? Next(string name, DatePart part) => part switch
    {
        DatePart.Year => name.Length == 4 && Number(name) is { } year and < 9999 ? Text($"{year + 1:0000}") : null,
        DatePart.Quarter => name.Length == 7 && Number(name[..4]) is { } year and < 9999 && Number(name[6..]) is { } quarter ? Text($"{(quarter == 4 ? year + 1 : year):0000}-Q{quarter % 4 + 1}") : null,
        DatePart.Month => name.Length == 7 && Number(name[..4]) is { } year and < 9999 && Number(name[5..]) is { } month ? Text($"{(month == 12 ? year + 1 : year):0000}-{month % 12 + 1:00}") : null,
        _ => DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
