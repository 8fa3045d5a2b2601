using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Drift;

/// <summary>Whether a new version of a table goes into service, and what speaks against it.</summary>
/// <param name="Reasons">The codes of the findings that hold it; empty when it is published.</param>
public sealed record TableDecision(bool Publish, ValueList<string> Reasons)
{
    /// <summary>
    /// Holds a version only where the policy says so: for an error of its schema or of drift, or for data of persons.
    /// A held version leaves the last good one in service.
    /// </summary>
    public static TableDecision Of(TablePolicy policy, CheckReport? check, IEnumerable<TableFinding> drift, IEnumerable<TableFinding> personal)
    {
        var reasons = new List<string>();
        if (policy.OnBadTable == OnBadTable.Hold)
        {
            if (check is not null) reasons.AddRange(check.Counts.Where(count => count.Severity >= Severity.Error).Select(count => count.Code));
            reasons.AddRange(drift.Where(finding => finding.Severity >= Severity.Error).Select(finding => finding.Code));
        }
        if (policy.OnPersonalData == OnPersonalData.Hold) reasons.AddRange(personal.Where(finding => finding.Severity >= Severity.Warning).Select(finding => finding.Code));
        return new TableDecision(reasons.Count == 0, reasons.Distinct(StringComparer.Ordinal).ToValueList());
    }
}
