using Catalog.Core.Tabular.Cells;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>A date or time as it is written: its layout, whether it can be day-first and month-first, and its year.</summary>
internal record struct DateShape(DateLayout Layout, bool DayFirst, bool MonthFirst, int Year, int EpochDaysDayFirst, int EpochDaysMonthFirst, long MicrosOfDay)
{
    /// <summary>A day or month below ten without its zero.</summary>
    public bool Bare { get; init; }
}

/// <summary>Takes dates and times apart.</summary>
internal static class DateShapes
{
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    public static DatePattern[] NamedPatterns => DateFormats.Named;

    /// <summary>A day, perhaps with a time after it, in figures.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateShape date)
    {
        date = default;
        var at = 0;
        if (text.Length is < 6 or > 40 || !Number(text, ref at, out var a, out var lengthA) || at >= text.Length) return false;
        var separator = text[at++];
        if (separator is not ('/' or '-' or '.') || !Number(text, ref at, out var b, out var lengthB) || lengthB > 2) return false;
        if (at >= text.Length || text[at++] != separator || !Number(text, ref at, out var c, out var lengthC)) return false;
        DateOrder order;
        bool dayFirst, monthFirst;
        var year = c;
        if (lengthA == 4 && lengthC <= 2)
        {
            (order, year) = (DateOrder.YearFirst, a);
            dayFirst = monthFirst = IsDay(a, b, c);
        }
        else if (lengthA <= 2 && lengthC is 2 or 4)
        {
            order = lengthC == 4 ? DateOrder.YearLast : DateOrder.ShortYearLast;
            if (lengthC == 2) year += year < 69 ? 2000 : 1900;
            (dayFirst, monthFirst) = (IsDay(year, b, a), IsDay(year, a, b));
        }
        else
        {
            return false;
        }
        if (!dayFirst && !monthFirst) return false;
        var (beforeTime, time, halves, offset, micros) = ('\0', TimeForm.None, false, false, 0L);
        if (at < text.Length)
        {
            beforeTime = text[at++];
            if (beforeTime is not ('T' or ' ') || !TryTime(text[at..], out time, out halves, out offset, out micros)) return false;
        }
        var layout = new DateLayout(order, separator, 0, beforeTime, time, halves, offset);
        date = (order == DateOrder.YearFirst
            ? new DateShape(layout, true, true, year, Days(year, b, c), Days(year, b, c), micros)
            : new DateShape(layout, dayFirst, monthFirst, year, dayFirst ? Days(year, b, a) : 0, monthFirst ? Days(year, a, b) : 0, micros)) with { Bare = lengthA == 1 || lengthB == 1 || lengthC == 1 };
        return true;
    }

    /// <summary>A day whose month has a name.</summary>
    public static bool TryReadNamed(ReadOnlySpan<char> text, out DateShape date)
    {
        for (byte i = 0; i < NamedPatterns.Length; i++)
        {
            if (!NamedPatterns[i].TryMatch(text, out var parts)) continue;
            var days = parts.Date.DayNumber - EpochDay;
            date = new DateShape(new DateLayout(DateOrder.Named, '\0', i, '\0', TimeForm.None, false, false), true, true, parts.Year, days, days, 0);
            return true;
        }
        date = default;
        return false;
    }

    public static bool TryTime(ReadOnlySpan<char> text, out TimeForm form, out bool halves, out bool offset, out long micros)
    {
        (form, halves, offset, micros) = (TimeForm.None, false, false, 0);
        var parts = new DateParts { Month = 1, Day = 1 };
        var at = 0;
        if (!DateSteps.TryTake('H', text, ref at, ref parts) || at >= text.Length || text[at++] != ':') return false;
        var start = at;
        if (!DateSteps.TryTake('M', text, ref at, ref parts) || at - start != 2) return false;
        form = TimeForm.Minutes;
        if (at < text.Length && text[at] == ':')
        {
            start = ++at;
            if (!DateSteps.TryTake('S', text, ref at, ref parts) || at - start != 2) return false;
            form = TimeForm.Seconds;
            if (at < text.Length && text[at] == '.')
            {
                at++;
                if (!DateSteps.TryTake('f', text, ref at, ref parts)) return false;
                form = TimeForm.Fraction;
            }
        }
        if (at < text.Length && text[at] == ' ')
        {
            at++;
            if (!DateSteps.TryTake('p', text, ref at, ref parts)) return false;
            halves = parts.TwelveHours = true;
        }
        if (at < text.Length)
        {
            if (!DateSteps.TryTake('z', text, ref at, ref parts)) return false;
            offset = true;
        }
        if (at != text.Length || !parts.Complete()) return false;
        micros = parts.MicrosOfDay;
        return true;
    }

    /// <summary>Eight digits that are a day between 1900 and 2099.</summary>
    public static bool IsCompact(long number, out int epochDays)
    {
        var (year, month, day) = ((int)(number / 10_000), (int)(number / 100 % 100), (int)(number % 100));
        epochDays = 0;
        if (year is < 1900 or > 2099 || !IsDay(year, month, day)) return false;
        epochDays = Days(year, month, day);
        return true;
    }

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && (day <= 28 || day <= DateTime.DaysInMonth(year, month));

    private static int Days(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - EpochDay;

    private static bool Number(ReadOnlySpan<char> text, ref int at, out int value, out int length)
    {
        var start = at;
        var read = DateSteps.Digits(text, ref at, 1, 4, out value);
        length = at - start;
        return read;
    }
}
