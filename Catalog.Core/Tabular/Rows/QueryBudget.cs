namespace Catalog.Core.Tabular.Rows;

/// <summary>What a query may use up.</summary>
public sealed record QueryBudget(TimeSpan Time, long MaxRows)
{
    public static QueryBudget OfPage(Limits limits) => new(limits.QueryTime, limits.MaxGroups);

    public static QueryBudget OfExport(Limits limits) => new(limits.ExportTime, long.MaxValue);
}

/// <summary>Why a query was not answered: its budget was used up, or there was no turn for it.</summary>
public static class RefusalCodes
{
    /// <summary>It took longer than a query may.</summary>
    public const string Time = "time-budget";

    /// <summary>It wanted more memory, or more room on disk, than a query may.</summary>
    public const string Memory = "memory-budget";

    /// <summary>It has more rows than the answer may have.</summary>
    public const string Rows = "row-budget";

    /// <summary>The export would be larger than an export may.</summary>
    public const string Bytes = "byte-budget";

    /// <summary>A value is longer than the format can hold.</summary>
    public const string Cell = "cell-budget";

    /// <summary>Too many queries were waiting.</summary>
    public const string Busy = "busy";
}

/// <summary>A query that was not answered. Its message says which budget, and what to ask instead.</summary>
public sealed class QueryRefusedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
