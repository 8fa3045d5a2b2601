using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catalog.Core.Dcat;

/// <summary>How much of a date the source gave. The names are the XSD types that DCAT allows (DCAT 3 §6.4.4).</summary>
public enum DatePrecision
{
    Year,
    Month,
    Day,
    Instant,
}

/// <summary>
/// A date with the precision its source gave, never more: "2019" stays a year. An instant without an offset keeps
/// none and is read in the catalog's time zone, because that is what the portals that write such dates mean.
/// </summary>
[JsonConverter(typeof(DcatDateConverter))]
public readonly record struct DcatDate : IComparable<DcatDate>
{
    private DcatDate(DatePrecision precision, DateTime local, TimeSpan? offset, string lexical)
    {
        Precision = precision;
        Local = local;
        Offset = offset;
        Lexical = lexical;
    }

    public DatePrecision Precision { get; }

    /// <summary>The wall-clock value; the parts that the source did not give are at their minimum.</summary>
    public DateTime Local { get; }

    /// <summary>The offset from UTC that the source gave, or null.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>The canonical spelling: <c>2019</c>, <c>2019-04</c>, <c>2019-04-30</c>, <c>2019-04-30T10:00:00-03:00</c>.</summary>
    public string Lexical { get; }

    public int Year => Local.Year;

    public static DcatDate OfDay(int year, int month, int day) => Parse($"{year:0000}-{month:00}-{day:00}");

    public static DcatDate OfInstant(DateTimeOffset instant) => Make(DatePrecision.Instant, instant.DateTime, instant.Offset);

    public static DcatDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not an ISO 8601 date");

    /// <summary>
    /// Reads ISO 8601 as portals write it: year, year-month, day, or instant with T or a blank, seconds and fraction
    /// optional, offset optional (Z, +hh:mm, +hhmm). Anything else is refused rather than guessed.
    /// </summary>
    public static bool TryParse(string? text, out DcatDate date)
    {
        date = default;
        if (text is null) return false;
        var s = text.AsSpan().Trim();
        if (s.Length < 4 || !Digits(s, 0, 4, out var year) || year < 1) return false;
        // As far as a day, what was read is the canonical spelling already.
        if (s.Length == 4) return Ok(new DcatDate(DatePrecision.Year, new DateTime(year, 1, 1), null, Same(text, s)), out date);
        if (s.Length < 7 || s[4] != '-' || !Digits(s, 5, 2, out var month) || month is < 1 or > 12) return false;
        if (s.Length == 7) return Ok(new DcatDate(DatePrecision.Month, new DateTime(year, month, 1), null, Same(text, s)), out date);
        if (s.Length < 10 || s[7] != '-' || !Digits(s, 8, 2, out var day) || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var midnight = new DateTime(year, month, day);
        if (s.Length == 10) return Ok(new DcatDate(DatePrecision.Day, midnight, null, Same(text, s)), out date);
        if (s[10] is not ('T' or 't' or ' ')) return false;
        return TryParseTime(s[11..], out var time, out var offset) && Ok(Make(DatePrecision.Instant, midnight + time, offset), out date);
    }

    /// <summary>The moment this date begins, in the given zone when the source gave no offset.</summary>
    /// <remarks>Portals write 0001-01-01 and 9999-12-31 for "unknown" and "for ever": beyond what UTC can say, the nearest moment.</remarks>
    public DateTimeOffset ToInstant(TimeZoneInfo zone)
    {
        var offset = Offset ?? zone.GetUtcOffset(Local);
        var utc = Local.Ticks - offset.Ticks;
        if (utc < DateTimeOffset.MinValue.Ticks) return DateTimeOffset.MinValue;
        return utc > DateTimeOffset.MaxValue.Ticks ? DateTimeOffset.MaxValue : new DateTimeOffset(Local, offset);
    }

    // Ticks, because the first and the last day of the calendar have no neighbour to subtract into.
    public int CompareTo(DcatDate other) => UtcTicks.CompareTo(other.UtcTicks);

    public override string ToString() => Lexical ?? "";

    private long UtcTicks => Local.Ticks - (Offset?.Ticks ?? 0);

    private static bool TryParseTime(ReadOnlySpan<char> s, out TimeSpan time, out TimeSpan? offset)
    {
        time = default;
        offset = null;
        if (s.Length < 5 || !Digits(s, 0, 2, out var hour) || hour > 23 || s[2] != ':' || !Digits(s, 3, 2, out var minute) || minute > 59) return false;
        time = new TimeSpan(hour, minute, 0);
        s = s[5..];
        if (s.Length > 0 && s[0] == ':')
        {
            if (!Digits(s, 1, 2, out var second) || second > 59) return false;
            time += TimeSpan.FromSeconds(second);
            s = s[3..];
            if (s.Length > 0 && s[0] is '.' or ',')
            {
                var end = 1;
                while (end < s.Length && char.IsAsciiDigit(s[end])) end++;
                if (end == 1) return false;
                // Seven digits are what DateTime keeps (100 ns); portals write at most six.
                var fraction = s[1..Math.Min(end, 8)].ToString().PadRight(7, '0');
                time += TimeSpan.FromTicks(long.Parse(fraction, CultureInfo.InvariantCulture));
                s = s[end..];
            }
        }
        if (s.Length == 0) return true;
        if (s is "Z" or "z")
        {
            offset = TimeSpan.Zero;
            return true;
        }
        if (s[0] is not ('+' or '-') || !Digits(s, 1, 2, out var hours)) return false;
        var rest = s[3..];
        if (rest.Length > 0 && rest[0] == ':') rest = rest[1..];
        var minutes = 0;
        if (rest.Length > 0 && (rest.Length != 2 || !Digits(rest, 0, 2, out minutes))) return false;
        var magnitude = new TimeSpan(hours, minutes, 0);
        // XML Schema part 2 §3.2.7.3 and .NET agree on the largest offset.
        if (minutes > 59 || magnitude > TimeSpan.FromHours(14)) return false;
        offset = s[0] == '-' ? -magnitude : magnitude;
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> s, int start, int count, out int value)
    {
        value = 0;
        if (s.Length < start + count) return false;
        foreach (var c in s.Slice(start, count))
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }

    private static string Same(string text, ReadOnlySpan<char> trimmed) => trimmed.Length == text.Length ? text : trimmed.ToString();

    private static bool Ok(DcatDate made, out DcatDate date)
    {
        date = made;
        return true;
    }

    private static DcatDate Make(DatePrecision precision, DateTime local, TimeSpan? offset)
    {
        var lexical = precision switch
        {
            DatePrecision.Year => local.ToString("yyyy", CultureInfo.InvariantCulture),
            DatePrecision.Month => local.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            DatePrecision.Day => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + OffsetText(offset),
        };
        return new DcatDate(precision, DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset, lexical);
    }

    private static string OffsetText(TimeSpan? offset) => offset switch
    {
        null => "",
        { Ticks: 0 } => "Z",
        { } o => (o < TimeSpan.Zero ? "-" : "+") + o.ToString("hh\\:mm", CultureInfo.InvariantCulture),
    };
}

/// <summary>A date is its canonical spelling in JSON.</summary>
public sealed class DcatDateConverter : JsonConverter<DcatDate>
{
    public override DcatDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DcatDate.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, DcatDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.Lexical);
}
