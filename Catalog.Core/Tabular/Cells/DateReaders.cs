namespace Catalog.Core.Tabular.Cells;

/// <summary>Days, written in one of some ways; each is tried in turn.</summary>
internal sealed class DateReader(IReadOnlyList<string> missing, DatePattern[] patterns) : ColumnReader(missing)
{
    public override ColumnType Type => ColumnType.Date;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        var text = Trim(cell);
        foreach (var pattern in patterns)
        {
            if (!pattern.TryMatch(text, out var parts)) continue;
            value = CellValue.OfDate(parts.Date);
            return true;
        }
        value = default;
        return false;
    }
}

/// <summary>Times of day. An offset is part of what is allowed and changes nothing: a time alone has no day to move to.</summary>
internal sealed class TimeReader(IReadOnlyList<string> missing, DatePattern[] patterns) : ColumnReader(missing)
{
    public override ColumnType Type => ColumnType.Time;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        var text = Trim(cell);
        foreach (var pattern in patterns)
        {
            if (!pattern.TryMatch(text, out var parts)) continue;
            value = CellValue.OfTime(parts.MicrosOfDay);
            return true;
        }
        value = default;
        return false;
    }
}

/// <summary>
/// Days with a time of day. Where every cell must say its offset they are moments; where it may, a cell that does is
/// turned to UTC and one that does not is taken as it is.
/// </summary>
internal sealed class DateTimeReader(IReadOnlyList<string> missing, DatePattern[] patterns) : ColumnReader(missing)
{
    public override ColumnType Type { get; } = patterns.All(p => p.HasOffset) ? ColumnType.Instant : ColumnType.Timestamp;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        var text = Trim(cell);
        foreach (var pattern in patterns)
        {
            if (!pattern.TryMatch(text, out var parts)) continue;
            var micros = CellValue.OfTimestamp(parts.Date, parts.MicrosOfDay).EpochMicros - parts.OffsetMinutes * 60_000_000L;
            // The first and the last day of the calendar have no neighbour to be moved into.
            var inside = micros >= CellValue.OfTimestamp(DateOnly.MinValue, 0).EpochMicros && micros < CellValue.OfTimestamp(DateOnly.MaxValue, CellValue.MicrosPerDay).EpochMicros;
            value = inside ? CellValue.OfMicros(micros) : default;
            return inside;
        }
        value = default;
        return false;
    }
}

/// <summary>Years, as XML Schema's gYear: four digits or more, perhaps before Christ.</summary>
internal sealed class YearReader(IReadOnlyList<string> missing) : ColumnReader(missing)
{
    public override ColumnType Type => ColumnType.Integer;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        var text = Trim(cell);
        var negative = text.Length > 0 && text[0] == '-';
        var at = negative ? 1 : 0;
        var read = DateSteps.Digits(text, ref at, 4, 9, out var year) && at == text.Length;
        value = CellValue.OfInteger(negative ? -year : year);
        return read;
    }
}

/// <summary>Months of a year, YYYY-MM. Stored as text, ordered by their number.</summary>
internal sealed class YearMonthReader(IReadOnlyList<string> missing) : ColumnReader(missing)
{
    public override ColumnType Type => ColumnType.Text;

    public override CellOrder Order => CellOrder.Integer;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        var text = Trim(cell);
        var at = 0;
        value = default;
        if (!DateSteps.Digits(text, ref at, 4, 4, out var year) || at >= text.Length || text[at++] != '-') return false;
        if (!DateSteps.Digits(text, ref at, 2, 2, out var month) || at != text.Length || month is < 1 or > 12) return false;
        value = CellValue.OfInteger(year * 12L + month - 1);
        return true;
    }
}
