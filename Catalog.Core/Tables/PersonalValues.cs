using Catalog.Core.Dcat;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tables;

/// <summary>
/// Keeps data of persons out of what everybody may read about a table: its report and its summaries say where and how
/// often, never a value.
/// </summary>
/// <param name="columns">The columns of the file, in its order.</param>
/// <param name="personal">What the guard found in them.</param>
internal sealed class PersonalValues(IReadOnlyList<string> columns, IEnumerable<TableFinding> personal)
{
    private readonly HashSet<string> _names = [.. personal.Select(finding => finding.Column)];

    /// <summary>
    /// Findings without the values of such columns. A finding that is of no one column may quote several of them, as a
    /// key does; then its value goes too.
    /// </summary>
    public ValueList<TableFinding> Public(ValueList<TableFinding> findings) => _names.Count == 0 ? findings
        : findings.Select(finding => columns.Contains(finding.Column) && !_names.Contains(finding.Column) ? finding : finding with { Value = null }).ToValueList();

    /// <summary>The report without the rows that its examples quote.</summary>
    public TableReport Public(TableReport report) => _names.Count == 0 ? report
        : report with { Repairs = [.. report.Repairs.Select(repair => repair with { Examples = [.. repair.Examples.Select(example => example with { Text = "" })] })] };

    /// <summary>
    /// Summaries with counts only. A stored column may have another name than the file's, and beside it one for what
    /// does not fit its type: they are known by the column that they come from.
    /// </summary>
    public IReadOnlyList<ColumnSummary> Public(IReadOnlyList<ColumnSummary> summaries, IReadOnlyList<StoredColumn> stored)
    {
        if (_names.Count == 0) return summaries;
        var hidden = stored.Where(column => column.Source >= 0 && _names.Contains(columns[column.Source])).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return [.. summaries.Select(s => hidden.Contains(s.Name) ? s with { Min = null, Max = null, Mean = null, Median = null, Top = [], Histogram = [] } : s)];
    }
}
