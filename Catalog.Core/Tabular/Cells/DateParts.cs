namespace Catalog.Core.Tabular.Cells;

/// <summary>What a pattern has read of a date so far.</summary>
internal struct DateParts
{
    public int Year;
    public int Month;
    public int Day;
    public int DayOfYear;
    public int Hour;
    public int Minute;
    public int Second;
    public int Micros;
    public bool TwelveHours;
    public bool Afternoon;
    public bool HasYear;
    public bool HasOffset;
    public int OffsetMinutes;

    public readonly DateOnly Date => new(HasYear ? Year : 1970, Month, Day);

    public readonly long MicrosOfDay => ((Hour * 60L + Minute) * 60 + Second) * 1_000_000 + Micros;

    /// <summary>Whether there is such a day, and such a time; twelve hours become twenty-four.</summary>
    public bool Complete()
    {
        if (TwelveHours)
        {
            if (Hour is < 1 or > 12) return false;
            Hour = Hour % 12 + (Afternoon ? 12 : 0);
        }
        // A day without a year is of one that has the 29th of February.
        var year = HasYear ? Year : 2000;
        if (year is < 1 or > 9999 || Month is < 1 or > 12) return false;
        if (DayOfYear > 0)
        {
            if (DayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365)) return false;
            var day = new DateOnly(year, 1, 1).AddDays(DayOfYear - 1);
            (Month, Day) = (day.Month, day.Day);
        }
        if (Day < 1 || (Day > 28 && Day > DateTime.DaysInMonth(year, Month))) return false;
        if (!HasYear && Month == 2 && Day == 29) return false;
        return Hour <= 23 && Minute <= 59 && Second <= 59;
    }
}
