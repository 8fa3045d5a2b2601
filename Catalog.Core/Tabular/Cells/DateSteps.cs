namespace Catalog.Core.Tabular.Cells;

/// <summary>Reads what one directive of a pattern stands for.</summary>
internal static class DateSteps
{
    /// <summary>The years that two digits mean, as POSIX has it: 69 to 99 are of the last century.</summary>
    private const int Pivot = 69;

    public static bool TryTake(char directive, ReadOnlySpan<char> text, ref int at, ref DateParts parts)
    {
        switch (directive)
        {
            case 'Y':
                parts.HasYear = true;
                return Digits(text, ref at, 4, 4, out parts.Year);
            case 'y':
                parts.HasYear = true;
                if (!Digits(text, ref at, 2, 2, out var short2)) return false;
                parts.Year = short2 + (short2 < Pivot ? 2000 : 1900);
                return true;
            case 'm':
                return Digits(text, ref at, 1, 2, out parts.Month);
            case 'd':
                return Digits(text, ref at, 1, 2, out parts.Day);
            case 'j':
                return Digits(text, ref at, 1, 3, out parts.DayOfYear) && parts.DayOfYear > 0;
            case 'H':
                return Digits(text, ref at, 1, 2, out parts.Hour);
            case 'I':
                parts.TwelveHours = true;
                return Digits(text, ref at, 1, 2, out parts.Hour);
            case 'M':
                return Digits(text, ref at, 1, 2, out parts.Minute);
            case 'S':
                return Digits(text, ref at, 1, 2, out parts.Second);
            case 'f':
                return Fraction(text, ref at, out parts.Micros);
            case 'p':
                return Half(text, ref at, out parts.Afternoon);
            case 'z' or 'Z':
                parts.HasOffset = true;
                return Offset(text, ref at, out parts.OffsetMinutes);
            case 'B' or 'b':
                return MonthNames.TryTake(text, ref at, out parts.Month);
            default:
                return MonthNames.TryTakeWeekday(text, ref at);
        }
    }

    public static bool Digits(ReadOnlySpan<char> text, ref int at, int least, int most, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && at - start < most && char.IsAsciiDigit(text[at])) value = value * 10 + (text[at++] - '0');
        return at - start >= least;
    }

    /// <summary>Microseconds; further digits are read over.</summary>
    public static bool Fraction(ReadOnlySpan<char> text, ref int at, out int micros)
    {
        micros = 0;
        var count = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++, count++)
            if (count < 6) micros = micros * 10 + (text[at] - '0');
        for (var i = count; i < 6; i++) micros *= 10;
        return count is > 0 and <= 9;
    }

    /// <summary>Z, +hh:mm, +hhmm or +hh; at most 14 hours (XML Schema part 2 §3.3.7).</summary>
    public static bool Offset(ReadOnlySpan<char> text, ref int at, out int minutes)
    {
        minutes = 0;
        if (at >= text.Length) return false;
        if (text[at] is 'Z' or 'z')
        {
            at++;
            return true;
        }
        if (text[at..].StartsWith("UTC", StringComparison.OrdinalIgnoreCase) || text[at..].StartsWith("GMT", StringComparison.OrdinalIgnoreCase))
        {
            at += 3;
            return true;
        }
        if (text[at] is not ('+' or '-')) return false;
        var sign = text[at++] == '-' ? -1 : 1;
        if (!Digits(text, ref at, 2, 2, out var hours)) return false;
        var rest = 0;
        if (at < text.Length && text[at] == ':')
        {
            at++;
            if (!Digits(text, ref at, 2, 2, out rest)) return false;
        }
        else if (at < text.Length && char.IsAsciiDigit(text[at]) && !Digits(text, ref at, 2, 2, out rest))
        {
            return false;
        }
        minutes = sign * (hours * 60 + rest);
        return rest <= 59 && Math.Abs(minutes) <= 14 * 60;
    }

    /// <summary>"AM", "pm", "a.m.", "p. m.".</summary>
    private static bool Half(ReadOnlySpan<char> text, ref int at, out bool afternoon)
    {
        afternoon = at < text.Length && text[at] is 'p' or 'P';
        if (at >= text.Length || text[at] is not ('a' or 'A' or 'p' or 'P')) return false;
        at++;
        if (at < text.Length && text[at] == '.') at++;
        if (at < text.Length && text[at] is ' ' or '\u00A0') at++;
        if (at >= text.Length || text[at] is not ('m' or 'M')) return false;
        at++;
        if (at < text.Length && text[at] == '.') at++;
        return true;
    }
}
