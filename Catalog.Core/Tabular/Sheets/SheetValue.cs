using System.Globalization;

namespace Catalog.Core.Tabular.Sheets;

/// <summary>Values of cells as text that means the same everywhere.</summary>
internal static class SheetValue
{
    /// <summary>ISO 8601; a date alone where the time is midnight, a time alone where the day is Excel's day nought.</summary>
    public static string Of(DateTime moment)
    {
        if (moment.Year <= 1900 && moment.Date <= new DateTime(1900, 1, 1) && moment.TimeOfDay > TimeSpan.Zero) return Of(moment.TimeOfDay);
        if (moment.TimeOfDay == TimeSpan.Zero) return moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return moment.ToString(moment.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
    }

    public static string Of(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(time < TimeSpan.Zero ? "-" : "")}{(int)Math.Abs(time.TotalHours):00}:{Math.Abs(time.Minutes):00}:{Math.Abs(time.Seconds):00}");

    /// <summary>
    /// The shortest text of the number. Excel itself keeps fifteen digits; what a double has beyond is noise of its
    /// arithmetic (0.1 + 0.2), and is left out where fifteen digits give a shorter text.
    /// </summary>
    public static string Of(double number)
    {
        if (number == Math.Truncate(number) && Math.Abs(number) < 1e15) return ((long)number).ToString(CultureInfo.InvariantCulture);
        var exact = number.ToString("R", CultureInfo.InvariantCulture);
        var rounded = number.ToString("G15", CultureInfo.InvariantCulture);
        return rounded.Length < exact.Length - 1 ? rounded : exact;
    }

    /// <summary>Errors of formulas as spreadsheets show them.</summary>
    public static bool IsError(string text) => text is "#NULL!" or "#DIV/0!" or "#VALUE!" or "#REF!" or "#NAME?" or "#NUM!" or "#N/A";
}
