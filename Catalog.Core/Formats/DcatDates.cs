using System.Globalization;
using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>Dates as exports write them.</summary>
internal static class DcatDates
{
    /// <summary>The catalog's zone; UTC when this machine does not know it, rather than no export at all.</summary>
    public static TimeZoneInfo Zone(DataCatalog catalog) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(catalog.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>
    /// The date in its own precision; an instant always with an offset, the zone's where the source gave none, so that
    /// every reader understands the same moment.
    /// </summary>
    public static (DatePrecision Precision, string Lexical) Of(DcatDate date, TimeZoneInfo zone)
    {
        if (date.Precision != DatePrecision.Instant || date.Offset is not null) return (date.Precision, date.Lexical);
        var local = zone.GetUtcOffset(date.Local);
        var sign = local < TimeSpan.Zero ? '-' : '+';
        return (date.Precision, date.Lexical + (local == TimeSpan.Zero ? "Z" : sign + local.ToString("hh\\:mm", CultureInfo.InvariantCulture)));
    }

    public static string Lexical(DcatDate date, TimeZoneInfo zone) => Of(date, zone).Lexical;

    /// <summary>At least a day, as the Argentine profile requires: the first (or last) one of a year or month.</summary>
    public static string AtLeastDay(DcatDate date, TimeZoneInfo zone, bool last = false) => date.Precision switch
    {
        DatePrecision.Year => $"{date.Lexical}-{(last ? "12-31" : "01-01")}",
        DatePrecision.Month => $"{date.Lexical}-{(last ? DateTime.DaysInMonth(date.Local.Year, date.Local.Month) : 1):00}",
        _ => Lexical(date, zone),
    };
}
