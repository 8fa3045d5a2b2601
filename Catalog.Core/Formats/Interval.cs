using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>ISO 8601 intervals as the profiles write `temporal`: start/end, either side open, or a single date.</summary>
public static class Interval
{
    public static bool TryParse(string text, out PeriodOfTime period)
    {
        period = new PeriodOfTime();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (!DcatDate.TryParse(text, out var only)) return false;
            period = new PeriodOfTime { Start = only, End = only };
            return true;
        }
        if (!Side(text[..slash], out var start) || !Side(text[(slash + 1)..], out var end) || (start is null && end is null)) return false;
        period = new PeriodOfTime { Start = start, End = end };
        return true;
    }

    public static string Format(PeriodOfTime period) => $"{period.Start?.Lexical}/{period.End?.Lexical}";

    private static bool Side(string text, out DcatDate? date)
    {
        date = null;
        var side = text.Trim();
        if (side.Length == 0 || side == "..") return true;
        if (!DcatDate.TryParse(side, out var parsed)) return false;
        date = parsed;
        return true;
    }
}
