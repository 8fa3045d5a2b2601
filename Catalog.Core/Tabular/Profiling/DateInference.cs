using System.Globalization;
using Catalog.Core.Tabular.Cells;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>
/// Days and times. Day-first or month-first is decided by the cells that can only be one of the two; where none can,
/// the day comes first, as everywhere but in the United States, and the evidence says that this was not decided.
/// </summary>
internal static class DateInference
{
    private static readonly HashSet<string> DefaultDateTimes = Texts(DateFormats.DefaultDateTime);
    private static readonly HashSet<string> AnyDates = Texts(DateFormats.AnyDate);
    private static readonly HashSet<string> AnyDateTimes = Texts(DateFormats.AnyDateTime);
    private static readonly HashSet<string> DefaultTimes = Texts(DateFormats.DefaultTime);
    private static readonly HashSet<string> AnyTimes = Texts(DateFormats.AnyTime);

    public static Conclusion? Conclude(string name, NameWords words, ColumnTally tally, long values)
    {
        if (tally[CellShape.Time] == values) return Times(name, tally);
        if (tally[CellShape.Date] != values) return null;
        var layouts = tally.Layouts.Where(layout => layout.Shape == CellShape.Date).ToList();
        var (onlyDayFirst, onlyMonthFirst) = (layouts.Sum(l => l.OnlyDayFirst), layouts.Sum(l => l.OnlyMonthFirst));
        var ordered = layouts.Exists(l => l.Layout.Order is DateOrder.YearLast or DateOrder.ShortYearLast);
        var text = new TableField { Name = name, Type = FieldType.String };
        if (onlyDayFirst > 0 && onlyMonthFirst > 0)
        {
            return (new Conclusion(text, 0.8) { Nearly = FieldType.Date, Misfits = Math.Min(onlyDayFirst, onlyMonthFirst) })
                .Because($"día/mes y mes/día se mezclan: {onlyDayFirst} y {onlyMonthFirst} celdas", $"day/month and month/day are mixed: {onlyDayFirst} and {onlyMonthFirst} cells");
        }
        var dayFirst = onlyMonthFirst == 0;
        var withTime = layouts.Exists(l => l.Layout.HasTime);
        if (FormatOf([.. layouts.Select(l => l.Layout)], dayFirst, ordered, withTime) is not { } format) return new Conclusion(text, 0.8).Because("fechas escritas de muchas maneras", "dates written in many ways");
        var certain = !ordered || onlyDayFirst + onlyMonthFirst > 0;
        var range = dayFirst ? tally.DayFirst : tally.MonthFirst;
        var field = new TableField { Name = name, Type = withTime ? FieldType.DateTime : FieldType.Date, Format = format };
        var conclusion = new Conclusion(field, certain ? 1 : 0.6);
        // Offsets move moments; what was kept is the time on the wall.
        if (!layouts.Exists(l => l.Layout.Offset)) conclusion = conclusion with { Minimum = Lexical(range.Least, withTime), Maximum = Lexical(range.Greatest, withTime) };
        conclusion.Because($"todas las celdas son fechas: {Shown(layouts, dayFirst)}", $"all cells are dates: {Shown(layouts, dayFirst)}");
        if (!ordered) return conclusion;
        if (!certain) return conclusion.Because("ningún día pasa de 12: día/mes es lo habitual, no lo que las celdas deciden", "no day is above 12: day/month is the habit, not what the cells decide");
        var deciding = onlyDayFirst + onlyMonthFirst;
        return conclusion.Because(dayFirst ? $"el día va primero: lo deciden {deciding} celdas" : $"el mes va primero: lo deciden {deciding} celdas",
            dayFirst ? $"the day comes first: {deciding} cells decide it" : $"the month comes first: {deciding} cells decide it");
    }

    /// <summary>How dates are written, whether or not the column is one of dates.</summary>
    public static DateUse? UseOf(ColumnTally tally)
    {
        var layouts = tally.Layouts.Where(layout => layout.Shape == CellShape.Date).ToList();
        if (layouts.Count == 0) return null;
        var (onlyDayFirst, onlyMonthFirst) = (layouts.Sum(l => l.OnlyDayFirst), layouts.Sum(l => l.OnlyMonthFirst));
        return new DateUse
        {
            Pattern = layouts.MaxBy(layout => layout.Count)!.Layout.Pattern(onlyMonthFirst <= onlyDayFirst),
            Cells = layouts.Sum(layout => layout.Count),
            OnlyDayFirst = onlyDayFirst,
            OnlyMonthFirst = onlyMonthFirst,
            Bare = layouts.Sum(layout => layout.Bare),
        };
    }

    private static Conclusion? Times(string name, ColumnTally tally)
    {
        var patterns = tally.Layouts.Where(l => l.Shape == CellShape.Time).Select(l => l.Layout.TimePattern).ToList();
        var format = patterns.All(DefaultTimes.Contains) ? TableField.DefaultFormat : patterns.Count == 1 ? patterns[0] : patterns.All(AnyTimes.Contains) ? "any" : null;
        if (format is null) return null;
        return new Conclusion(new TableField { Name = name, Type = FieldType.Time, Format = format }, 1).Because("todas las celdas son horas", "all cells are times");
    }

    private static string? FormatOf(List<DateLayout> layouts, bool dayFirst, bool ordered, bool withTime)
    {
        var patterns = layouts.Select(layout => layout.Pattern(dayFirst)).Distinct().ToList();
        if (!withTime && patterns is ["%Y-%m-%d"]) return TableField.DefaultFormat;
        if (withTime && patterns.All(DefaultDateTimes.Contains) && !(patterns.Count == 1 && layouts[0].Offset)) return TableField.DefaultFormat;
        if (patterns.Count == 1) return patterns[0];
        // "any" takes the day for the first of two.
        if (ordered && !dayFirst) return null;
        return patterns.All((withTime ? AnyDateTimes : AnyDates).Contains) ? "any" : null;
    }

    private static string Shown(List<LayoutTally> layouts, bool dayFirst) => string.Join("; ", layouts.OrderByDescending(l => l.Count).Select(l => l.Layout.Pattern(dayFirst)).Distinct().Take(5));

    private static string Lexical(long micros, bool withTime) =>
        DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond).ToString(withTime ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFF" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static HashSet<string> Texts(DatePattern[] patterns) => [.. patterns.Select(pattern => pattern.Text)];
}
