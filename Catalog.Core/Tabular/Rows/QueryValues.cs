using System.Globalization;

namespace Catalog.Core.Tabular.Rows;

/// <summary>Values as a query writes them: numbers with a point, dates and times as ISO 8601, true and false.</summary>
internal static class QueryValues
{
    /// <summary>
    /// The value as the database takes it: long, double, bool or text; dates and times as text that is known to be one.
    /// Null when it is no value of the type. A number with a fraction may be held against an integer column.
    /// </summary>
    public static object? Parse(StoredType type, string text) => type switch
    {
        StoredType.Text => text,
        StoredType.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        StoredType.Integer or StoredType.Number => Number(text),
        StoredType.Boolean => text switch { "true" => true, "false" => false, _ => null },
        StoredType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
        StoredType.Time => TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
        StoredType.Timestamp => DateTime.TryParseExact(text, DateTimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? Clock(clock) : null,
        StoredType.Instant => DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Clock(moment.UtcDateTime) + "Z" : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Example(StoredType type) => type switch
    {
        StoredType.Text => "any text",
        StoredType.Integer => "an integer such as 42",
        StoredType.Number => "a number with a point, such as 1234.5",
        StoredType.Boolean => "true or false",
        StoredType.Date => "a date such as 2026-05-04",
        StoredType.Time => "a time such as 17:30 or 17:30:00",
        StoredType.Timestamp => "a date with a time such as 2026-05-04T17:30:00, or a date",
        StoredType.Instant => "a moment such as 2026-05-04T17:30:00Z, or a date",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFF"];

    private static readonly string[] DateTimeFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF", "yyyy-MM-dd HH:mm:ss"];

    private static readonly string[] InstantFormats = [.. DateTimeFormats, "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK"];

    private static string Clock(DateTime value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private static object? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;
}
