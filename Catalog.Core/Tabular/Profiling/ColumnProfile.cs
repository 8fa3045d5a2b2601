using System.Text.Json.Serialization;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Privacy;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>What a column holds, from all of its cells: its field, why, and its numbers.</summary>
public sealed record ColumnProfile
{
    /// <summary>The inferred field: type, format, words for nothing.</summary>
    public required TableField Field { get; init; }

    /// <summary>Why the field is what it is, most telling first.</summary>
    public ValueList<Text> Evidence { get; init; } = [];

    /// <summary>From 0 to 1: 1 when the cells leave no choice, less when a name or a habit decided.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Cells that hold nothing: empty, blank, or a word for nothing.</summary>
    public long Nulls { get; init; }

    /// <summary>Those of them that are words, each with its count.</summary>
    public ValueList<ValueCount> NullWords { get; init; } = [];

    /// <summary>Different values.</summary>
    public long Distinct { get; init; }

    /// <summary>False when <see cref="Distinct"/> is an estimate (standard error 1.6 %): the column has more than are kept.</summary>
    public bool DistinctIsExact { get; init; } = true;

    /// <summary>The least value, as Table Schema writes its type; null where values have no order.</summary>
    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    /// <summary>Characters of the shortest and the longest value.</summary>
    public int MinLength { get; init; }

    public int MaxLength { get; init; }

    /// <summary>The form that all values share, digits as 9 and letters as A; null when there is none.</summary>
    public string? Form { get; init; }

    /// <summary>The commonest values. All of them when there are no more than the limit; counts are exact. Empty where hardly any value repeats.</summary>
    public ValueList<ValueCount> TopValues { get; init; } = [];

    /// <summary>Cells of each year, for columns of years, dates and times.</summary>
    public ValueList<YearCount> Years { get; init; } = [];

    /// <summary>How dates are written in it; null when none of its cells is one.</summary>
    public DateUse? Dates { get; init; }

    /// <summary>The type that nearly all values have when the column is text because of some that have not.</summary>
    public FieldType? Nearly { get; init; }

    /// <summary>The values that keep the column from being of that type.</summary>
    public long Misfits { get; init; }

    /// <summary>Cells that look like data of persons, each kind with its count.</summary>
    public ValueList<PersonalCount> Personal { get; init; } = [];

    /// <summary>The smallest hashes of its values: how alike two columns are is told from those they share.</summary>
    public ValueList<ulong> Sketch { get; init; } = [];

    [JsonIgnore]
    public string Name => Field.Name;

    /// <summary>Whether every row has a value and no two are equal; null when only an estimate says so.</summary>
    public bool? IsKey(long rows) => Nulls > 0 || rows == 0 ? false : DistinctIsExact ? Distinct == rows : Distinct > rows * 0.95 ? null : false;

    /// <summary>All different values are in <see cref="TopValues"/>.</summary>
    [JsonIgnore]
    public bool ListsAllValues => DistinctIsExact && TopValues.Count == Distinct;
}

/// <summary>A value and how many cells have it.</summary>
public readonly record struct ValueCount(string Value, long Count);

/// <summary>A year and how many cells have it.</summary>
public readonly record struct YearCount(int Year, long Count);

/// <summary>How dates are written in a column.</summary>
public sealed record DateUse
{
    /// <summary>The pattern of most of them.</summary>
    public required string Pattern { get; init; }

    public long Cells { get; init; }

    /// <summary>Cells that can only be read with the day first.</summary>
    public long OnlyDayFirst { get; init; }

    public long OnlyMonthFirst { get; init; }

    /// <summary>Cells with a day or month below ten that lacks its zero.</summary>
    public long Bare { get; init; }
}

/// <summary>Cells of one kind of personal data.</summary>
public readonly record struct PersonalCount(PersonalKind Kind, long Count);
