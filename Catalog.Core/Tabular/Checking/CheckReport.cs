using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Checking;

/// <summary>What came of holding a table against its schema: exact counts, and examples up to a limit. The same table and schema give the same report.</summary>
public sealed record CheckReport
{
    public required long Rows { get; init; }

    /// <summary>One entry a rule and column, in the order of the columns.</summary>
    public ValueList<RuleCount> Counts { get; init; } = [];

    /// <summary>The first findings of each rule and column.</summary>
    public ValueList<TableFinding> Findings { get; init; } = [];

    public long Errors => Counts.Where(count => count.Severity >= Severity.Error).Sum(count => count.Count);

    public bool IsValid => Errors == 0;

    public long CountOf(string code) => Counts.Where(count => count.Code == code).Sum(count => count.Count);
}
