using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Web.Browsing;

namespace Catalog.Web.Language;

/// <summary>A wording for a reader, and its language where that is not the page's (WCAG 2.2 §3.1.2).</summary>
public readonly record struct Wording(string Value, string? Lang)
{
    public override string ToString() => Value;
}

/// <summary>
/// Whoever reads the page: its words, and how dates, numbers and sizes are written for them. Nothing here depends on
/// the machine's own culture, so a server anywhere writes the same page.
/// </summary>
public sealed class Reader(Words words, DataCatalog catalog)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(catalog.TimeZone);
    private readonly string _untagged = catalog.Languages.Count > 0 ? catalog.Languages[0] : "es";

    public string Lang => words.Lang;

    public Words Words => words;

    public DataCatalog Catalog => catalog;

    /// <summary>The public addresses, for canonical links; links that a reader follows are relative.</summary>
    public CatalogAddresses Addresses { get; } = new(catalog.Url);

    /// <summary>The wording in the reader's language when there is one, and otherwise in which language it is.</summary>
    public Wording Say(Text text)
    {
        var value = text.In(Lang);
        var tag = text.Values.FirstOrDefault(one => one.Value == value).Lang;
        return new Wording(value, Other(string.IsNullOrEmpty(tag) ? _untagged : tag));
    }

    /// <summary>The language tag for words of the catalog's own language, null when the page is in it.</summary>
    public string? SourceLang => Other(_untagged);

    public string Number(long value) => value.ToString("#,0", words.Numbers);

    public string Number(double value, string format) => value.ToString(format, words.Numbers);

    /// <summary>Bytes in powers of 1,000, as disks and browsers count, with three digits at most.</summary>
    public string Size(long bytes)
    {
        if (bytes < 1000) return $"{Number(bytes)} B";
        string[] units = ["kB", "MB", "GB", "TB"];
        double value = bytes;
        var unit = -1;
        while (value >= 999.5 && unit < units.Length - 1)
        {
            value /= 1000;
            unit++;
        }
        return $"{Number(value, value < 10 ? "0.#" : "0")} {units[unit]}";
    }

    public string Percent(int part, int whole) => whole == 0 ? "–" : Number(100.0 * part / whole, "0") + " %";

    /// <summary>A date with the precision that its source gave.</summary>
    public string Date(DcatDate date) => date.Precision switch
    {
        DatePrecision.Year => date.Year.ToString(CultureInfo.InvariantCulture),
        DatePrecision.Month => words.MonthOfYear(words.Months[date.Local.Month - 1], date.Year),
        _ => Day(date.Local),
    };

    public string Day(DateTimeOffset instant) => Day(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>Day and time in the catalog's zone.</summary>
    public string Moment(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, _zone);
        return $"{Day(local.DateTime)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>A place given only by its coordinates: a box or a point, in WGS 84 degrees; "" when there are none.</summary>
    public string Coordinates(Location place) => (place.BoundingBox, place.Centroid) switch
    {
        ([var west, var south, var east, var north], _) => $"{Latitude(south)} – {Latitude(north)}, {Longitude(west)} – {Longitude(east)}",
        (_, [var longitude, var latitude]) => $"{Latitude(latitude)}, {Longitude(longitude)}",
        _ => "",
    };

    public string Summary(Text description, int length) => RichText.Summary(Say(description).Value, length);

    private string Latitude(double degrees) => $"{Number(Math.Abs(degrees), "0.##")}° {(degrees < 0 ? "S" : "N")}";

    private string Longitude(double degrees) => $"{Number(Math.Abs(degrees), "0.##")}° {(degrees < 0 ? words.West : words.East)}";

    private string Day(DateTime day) => words.DayOfMonth(day.Day, words.Months[day.Month - 1], day.Year);

    private string? Other(string tag) =>
        tag.Equals(Lang, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(Lang + "-", StringComparison.OrdinalIgnoreCase) ? null : tag;
}
