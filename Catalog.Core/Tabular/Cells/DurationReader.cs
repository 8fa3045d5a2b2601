namespace Catalog.Core.Tabular.Cells;

/// <summary>
/// Durations as XML Schema has them: P1Y2M3DT4H5M6.7S. Stored as text; ordered by their length, a month taken as
/// 30.436875 days, the mean of the Gregorian calendar.
/// </summary>
internal sealed class DurationReader(IReadOnlyList<string> missing) : ColumnReader(missing)
{
    private const double Day = 86_400;
    private const double Month = 30.436875 * Day;

    public override ColumnType Type => ColumnType.Text;

    public override CellOrder Order => CellOrder.Number;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        value = default;
        var text = Trim(cell);
        var negative = text.Length > 0 && text[0] == '-';
        var at = negative ? 1 : 0;
        if (at >= text.Length || text[at++] != 'P') return false;
        var (seconds, inTime, parts, rank) = (0.0, false, 0, 0);
        while (at < text.Length)
        {
            if (text[at] == 'T' && !inTime)
            {
                inTime = true;
                if (++at == text.Length) return false;
                continue;
            }
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ',')) at++;
            if (at == start || at == text.Length || !NumberText.TryNumber(text[start..at], text[start..at].Contains(',') ? ',' : '.', null, out var amount)) return false;
            // Each unit once, the larger before the smaller.
            var (unit, order) = (text[at++], inTime) switch
            {
                ('Y', false) => (12 * Month, 1),
                ('M', false) => (Month, 2),
                ('W', false) => (7 * Day, 3),
                ('D', false) => (Day, 4),
                ('H', true) => (3600.0, 5),
                ('M', true) => (60.0, 6),
                ('S', true) => (1.0, 7),
                _ => (0.0, 0),
            };
            if (order <= rank) return false;
            rank = order;
            parts++;
            seconds += amount * unit;
        }
        value = CellValue.OfNumber(negative ? -seconds : seconds);
        return parts > 0;
    }
}
