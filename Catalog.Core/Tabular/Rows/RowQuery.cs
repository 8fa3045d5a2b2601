namespace Catalog.Core.Tabular.Rows;

/// <summary>What is asked of a table: checked against its columns, so that only names it really has are in it.</summary>
public sealed record RowQuery
{
    public static readonly RowQuery All = new();

    /// <summary>Columns of the answer, in its order; empty for all that the table has.</summary>
    public IReadOnlyList<StoredColumn> Select { get; init; } = [];

    /// <summary>All of them must hold.</summary>
    public IReadOnlyList<RowFilter> Filters { get; init; } = [];

    /// <summary>Words that must all occur in a row's texts; empty for no search.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<GroupKey> GroupBy { get; init; } = [];

    public IReadOnlyList<Aggregate> Aggregates { get; init; } = [];

    /// <summary>Rows of a table without an order come as in the file, groups by their keys; both are also what ties end with.</summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [];

    public bool IsGrouped => GroupBy.Count > 0 || Aggregates.Count > 0;

    /// <summary>Every row and column in the order of the file.</summary>
    public bool IsAll => Select.Count == 0 && Filters.Count == 0 && Words.Count == 0 && Sort.Count == 0 && !IsGrouped;
}

/// <summary>A condition on rows. A comparison never holds for a value that is missing; a negation holds wherever its condition does not.</summary>
public abstract record RowFilter
{
    private RowFilter()
    {
    }

    public sealed record And(IReadOnlyList<RowFilter> Parts) : RowFilter;

    public sealed record Or(IReadOnlyList<RowFilter> Parts) : RowFilter;

    public sealed record Not(RowFilter Part) : RowFilter;

    /// <param name="Values">Of the .NET type of the column; one for all operators but "in".</param>
    public sealed record Compare(StoredColumn Column, CompareOperator Operator, IReadOnlyList<object> Values) : RowFilter;

    public sealed record IsMissing(StoredColumn Column) : RowFilter;
}

public enum CompareOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,

    /// <summary>Text, without regard to case and accents.</summary>
    Contains,

    /// <summary>Text, without regard to case and accents.</summary>
    StartsWith,
}

/// <summary>A column of a grouped answer whose equal values make one row.</summary>
public sealed record GroupKey(string Name, StoredColumn Column, DatePart? Part);

/// <summary>A date cut off after its year, quarter, month or day.</summary>
public enum DatePart
{
    Year,
    Quarter,
    Month,
    Day,
}

/// <summary>A column of a grouped answer that is reckoned from all rows of a group.</summary>
/// <param name="Column">Null for the count of rows.</param>
public sealed record Aggregate(string Name, AggregateFunction Function, StoredColumn? Column);

public enum AggregateFunction
{
    Count,
    Sum,
    Avg,
    Min,
    Max,
    Median,

    /// <summary>Different values.</summary>
    Distinct,
}

/// <summary>By a column of the answer or, where it is not grouped, of the table. Missing values come last either way.</summary>
public sealed record SortKey(string Name, bool Descending);
