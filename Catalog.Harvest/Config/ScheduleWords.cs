using System.Globalization;
using Catalog.Core.Dcat;
using Quartz;

namespace Catalog.Harvest.Config;

/// <summary>A schedule as a person would say it. Only shapes that people write are put into words; others are quoted.</summary>
public static class ScheduleWords
{
    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    public static string Of(HarvestSchedule schedule) => (InWords(CronRules.Fields(schedule.Cron)) ?? $"by cron '{schedule.Cron}'") + $", {schedule.TimeZone}";

    /// <summary>The next time it fires after now, in its own zone; null when it never does again.</summary>
    public static DateTimeOffset? Next(HarvestSchedule schedule, TimeProvider time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone);
        var next = CronExpression.Parse(schedule.Cron).WithTimeZone(zone).GetNextValidTimeAfter(time.GetUtcNow());
        return next is { } instant ? TimeZoneInfo.ConvertTime(instant, zone) : null;
    }

    private static string? InWords(string[] cron)
    {
        if (cron is not ["0", var minute, var hour, var day, "*", var weekday]) return null;
        var every = (day is "*" or "?", weekday is "*" or "?");
        if (every == (true, true) && hour == "*" && Step(minute) is { } minutes) return minutes == 1 ? "every minute" : $"every {minutes} minutes";
        if (Number(minute, 59) is not { } m) return null;
        if (every == (true, true) && Step(hour) is { } hours) return hours == 1 ? $"every hour at minute {m}" : $"every {hours} hours at minute {m}";
        if (Number(hour, 23) is not { } h) return null;
        var at = string.Create(CultureInfo.InvariantCulture, $"at {h:00}:{m:00}");
        return every switch
        {
            (true, true) => $"every day {at}",
            (true, false) => Weekdays(weekday) is { } days ? $"every {days} {at}" : null,
            (false, true) when day.Equals("L", StringComparison.OrdinalIgnoreCase) => $"on the last day of every month {at}",
            (false, true) => Number(day, 31) is { } d ? $"on day {d} of every month {at}" : null,
            _ => null,
        };
    }

    private static int? Number(string field, int max) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max ? number : null;

    /// <summary><c>*</c> is a step of one; <c>0/15</c> and <c>*/15</c> are a step of fifteen.</summary>
    private static int? Step(string field) => field switch
    {
        "*" => 1,
        ['0' or '*', '/', .. var step] => Number(step, 59),
        _ => null,
    };

    private static string? Weekdays(string field)
    {
        var range = field.Split('-');
        if (range.Length == 2) return (Weekday(range[0]), Weekday(range[1])) is ({ } from, { } to) ? $"{from} to {to}" : null;
        var names = field.Split(',').Select(Weekday).ToList();
        return names.Contains(null) ? null : names.Count == 1 ? names[0] : string.Join(", ", names.SkipLast(1)) + " and " + names[^1];
    }

    // Quartz counts from Sunday = 1, unlike unix cron.
    private static string? Weekday(string field) =>
        Number(field, 7) is { } number ? number > 0 ? Days[number - 1] : null
        : Array.Find(Days, day => field.Length == 3 && day.StartsWith(field, StringComparison.OrdinalIgnoreCase));
}
