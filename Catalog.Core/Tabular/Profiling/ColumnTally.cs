using Catalog.Core.Tabular.Privacy;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>
/// How many cells of a column are written in which way, and what follows from each way: the evidence for its type.
/// Everything is counted under every reading that is still possible; the column decides at its end.
/// </summary>
internal sealed class ColumnTally
{
    /// <summary>Years whose cells are counted one by one; those outside are counted together.</summary>
    public const int FirstYear = 1700;
    public const int LastYear = 2199;

    /// <summary>Different words for nothing, and for yes and no, that are kept. 32: more spellings are ordinary texts.</summary>
    private const int MaxWords = 32;

    /// <summary>Different layouts of dates. 32: a column that has more is text.</summary>
    private const int MaxLayouts = 32;

    private long[]? _years;

    public long[] Shapes { get; } = new long[Enum.GetValues<CellShape>().Length];

    public long this[CellShape shape] => Shapes[(int)shape];

    public List<LayoutTally> Layouts { get; } = [];

    public Dictionary<string, WordTally> NullWordsFound { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (int Yes, int No)> BooleanSpellings { get; } = new(StringComparer.Ordinal);

    public long[] PairCells { get; } = new long[BooleanWords.Pairs.Length];

    public long[] Affixes { get; } = new long[Enum.GetValues<NumberAffix>().Length];

    public IntegerTally Integers { get; } = new();

    public Extremes<double> IfPoint { get; } = new();

    public Extremes<double> IfComma { get; } = new();

    public Extremes<long> DayFirst { get; } = new();

    public Extremes<long> MonthFirst { get; } = new();

    public TextTally Texts { get; } = new();

    public PersonalTally Personal { get; } = new();

    public long Exponents { get; private set; }

    public long FirstIsLatitude { get; private set; }

    public long SecondIsLatitude { get; private set; }

    /// <summary>Cells of blanks alone.</summary>
    public long Blanks { get; private set; }

    /// <summary>Cells with each year, dates and four-digit numbers alike; null when there is none.</summary>
    public ReadOnlySpan<long> Years => _years;

    public void Observe(ReadOnlySpan<char> cell, long count)
    {
        if (cell.Trim().Length == 0)
        {
            Blanks += count;
            return;
        }
        var look = new CellLook();
        ShapeReader.Look(cell, ref look);
        var shape = look.Shape;
        switch (shape)
        {
            case CellShape.NullWord:
                if (!AddNullWord(cell, look.StrongNull, count)) shape = CellShape.Text;
                break;
            case CellShape.BooleanWord:
                if (!AddBoolean(cell, look, count)) shape = CellShape.Text;
                break;
            case CellShape.Date or CellShape.Time:
                if (!AddDate(shape, look.Date, count)) shape = CellShape.Text;
                break;
            case >= CellShape.Integer and <= CellShape.BlankGroupsPointDecimal:
                AddNumber(shape, cell, look.Number, count);
                break;
            case CellShape.GeoPoint:
                if (look.FirstIsLatitude) FirstIsLatitude += count;
                if (look.SecondIsLatitude) SecondIsLatitude += count;
                break;
        }
        Shapes[(int)shape] += count;
        Texts.Add(cell, count);
        Personal.Add(cell, shape, count);
    }

    private bool AddNullWord(ReadOnlySpan<char> cell, bool strong, long count)
    {
        var lookup = NullWordsFound.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(cell, out var found)) found.Count += count;
        else if (NullWordsFound.Count < MaxWords) NullWordsFound.Add(cell.ToString(), new WordTally { Count = count, Strong = strong });
        else return false;
        return true;
    }

    private bool AddBoolean(ReadOnlySpan<char> cell, in CellLook look, long count)
    {
        var lookup = BooleanSpellings.GetAlternateLookup<ReadOnlySpan<char>>();
        var text = cell.Trim();
        if (!lookup.ContainsKey(text))
        {
            if (BooleanSpellings.Count == MaxWords) return false;
            BooleanSpellings.Add(text.ToString(), (look.Yes, look.No));
        }
        // The same word may also be one of the weak words for nothing ("sd" is not, "n" might be): counted once, here.
        for (var i = 0; i < PairCells.Length; i++)
            if (((look.Yes | look.No) >> i & 1) != 0) PairCells[i] += count;
        return true;
    }

    private bool AddDate(CellShape shape, in DateShape date, long count)
    {
        LayoutTally? found = null;
        foreach (var layout in Layouts)
            if (layout.Layout == date.Layout && layout.Shape == shape) found = layout;
        if (found is null)
        {
            if (Layouts.Count == MaxLayouts) return false;
            Layouts.Add(found = new LayoutTally { Layout = date.Layout, Shape = shape });
        }
        found.Count += count;
        if (date.Bare) found.Bare += count;
        if (!date.MonthFirst) found.OnlyDayFirst += count;
        else if (!date.DayFirst) found.OnlyMonthFirst += count;
        const long day = 86_400_000_000;
        if (date.DayFirst) DayFirst.Add(date.EpochDaysDayFirst * day + date.MicrosOfDay);
        if (date.MonthFirst) MonthFirst.Add(date.EpochDaysMonthFirst * day + date.MicrosOfDay);
        if (shape == CellShape.Date) AddYear(date.Year, count);
        return true;
    }

    private void AddNumber(CellShape shape, ReadOnlySpan<char> cell, in NumberShape number, long count)
    {
        if (shape == CellShape.Code) return;
        Affixes[(int)number.Affix] += count;
        if (number.Exponent) Exponents += count;
        IfPoint.Add(number.IfPoint);
        IfComma.Add(number.IfComma);
        if (shape != CellShape.Integer) return;
        Integers.Add(number.Integer, cell.Trim().Length, count);
        if (number.Integer is >= FirstYear and <= LastYear) AddYear((int)number.Integer, count);
        else if (DateShapes.IsCompact(number.Integer, out _)) AddYear((int)(number.Integer / 10_000), count);
    }

    private void AddYear(int year, long count)
    {
        _years ??= new long[LastYear - FirstYear + 1];
        if (year is >= FirstYear and <= LastYear) _years[year - FirstYear] += count;
    }
}

/// <summary>One layout of dates and how many cells have it.</summary>
internal sealed class LayoutTally
{
    public required DateLayout Layout { get; init; }

    public required CellShape Shape { get; init; }

    public long Count { get; set; }

    public long OnlyDayFirst { get; set; }

    public long OnlyMonthFirst { get; set; }

    /// <summary>Cells with a day or month below ten that lacks its zero.</summary>
    public long Bare { get; set; }
}

/// <summary>One word for nothing and how many cells are it.</summary>
internal sealed class WordTally
{
    public long Count { get; set; }

    public required bool Strong { get; init; }
}
