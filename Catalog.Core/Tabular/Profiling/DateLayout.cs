namespace Catalog.Core.Tabular.Profiling;

/// <summary>In which order a date has its parts.</summary>
internal enum DateOrder : byte
{
    YearFirst,

    /// <summary>Day and month before a year of four digits; which is which is for the column to say.</summary>
    YearLast,

    /// <summary>The same with a year of two digits.</summary>
    ShortYearLast,

    /// <summary>With the name of the month: one of <see cref="DateShapes.NamedPatterns"/>.</summary>
    Named,
}

/// <summary>How the time of day is written.</summary>
internal enum TimeForm : byte
{
    None,
    Minutes,
    Seconds,
    Fraction,
}

/// <summary>The way a date is written, without what it says. Cells of one layout are read by one pattern.</summary>
internal readonly record struct DateLayout(DateOrder Order, char Separator, byte Name, char BeforeTime, TimeForm Time, bool Halves, bool Offset)
{
    public bool HasTime => Time != TimeForm.None;

    /// <summary>The strptime pattern that reads it.</summary>
    public string Pattern(bool dayFirst)
    {
        var date = Order switch
        {
            DateOrder.YearFirst => $"%Y{Separator}%m{Separator}%d",
            DateOrder.YearLast => dayFirst ? $"%d{Separator}%m{Separator}%Y" : $"%m{Separator}%d{Separator}%Y",
            DateOrder.ShortYearLast => dayFirst ? $"%d{Separator}%m{Separator}%y" : $"%m{Separator}%d{Separator}%y",
            _ => DateShapes.NamedPatterns[Name].Text,
        };
        return HasTime ? date + BeforeTime + TimePattern : date;
    }

    public string TimePattern => (Halves ? "%I" : "%H") + ":%M" + (Time >= TimeForm.Seconds ? ":%S" : "") + (Time == TimeForm.Fraction ? ".%f" : "") + (Halves ? " %p" : "") + (Offset ? "%z" : "");
}
