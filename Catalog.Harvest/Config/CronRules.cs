using Quartz;

namespace Catalog.Harvest.Config;

/// <summary>Cron expressions as Quartz reads them.</summary>
internal static class CronRules
{
    private const string Example = "six fields, seconds first: '0 30 3 * * ?' is every day at 03:30";

    /// <summary>Characters of an expression. 200: a list of every minute fits.</summary>
    private const int MaxLength = 200;

    public static string? Cron(ConfigScalar scalar)
    {
        if (scalar.Value.Length > MaxLength || !CronExpression.TryParse(scalar.Value, out var cron))
        {
            scalar.Error(ConfigErrorCodes.BadCron, $"'{scalar.Shown}' is not a Quartz cron expression", () =>
                scalar.Value.Length <= MaxLength && CronExpression.TryParse(scalar.Value, CronFormat.Unix, out var unix)
                    ? $"this is unix cron; in Quartz it is '{unix.CronExpressionString}' (seconds first)" : Example);
            return null;
        }
        // From a fixed day, so that the answer does not depend on when one asks: the 30th of February never comes.
        if (cron.WithTimeZone(TimeZoneInfo.Utc).GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is null)
        {
            scalar.Error(ConfigErrorCodes.BadCron, $"'{scalar.Shown}' never fires", Example);
            return null;
        }
        if (Fields(scalar.Value) is ["*", var minute, ..] fields)
            scalar.At.Warn(ConfigErrorCodes.BusyCron, $"'{scalar.Shown}' fires every second{(minute == "*" ? "" : " of its minutes")}", scalar.Filled ? null : $"to fire once, write '{string.Join(' ', ["0", .. fields[1..]])}'");
        return scalar.Value;
    }

    public static string[] Fields(string cron) => cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
