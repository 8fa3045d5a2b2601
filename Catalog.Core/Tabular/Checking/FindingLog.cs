using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Checking;

/// <summary>Collects findings: all are counted, the first of each rule and column are kept.</summary>
internal sealed class FindingLog(Limits limits)
{
    private readonly Dictionary<(string Code, string Column), Entry> _entries = [];
    private readonly List<Entry> _inOrder = [];

    private sealed class Entry
    {
        public required string Code { get; init; }
        public required string Column { get; init; }
        public required Severity Severity { get; init; }
        public long Count { get; set; }
        public List<TableFinding> Examples { get; } = [];
    }

    /// <summary>Counts one finding; true when it should be kept as an example too.</summary>
    public bool Count(string code, string column, Severity severity, long count = 1)
    {
        if (!_entries.TryGetValue((code, column), out var entry))
        {
            entry = new Entry { Code = code, Column = column, Severity = severity };
            _entries.Add((code, column), entry);
            _inOrder.Add(entry);
        }
        entry.Count += count;
        return entry.Examples.Count < limits.MaxFindingExamples;
    }

    public void Keep(TableFinding finding) => _entries[(finding.Code, finding.Column)].Examples.Add(finding with { Value = Shown(finding.Value) });

    public void Add(TableFinding finding)
    {
        if (Count(finding.Code, finding.Column, finding.Severity)) Keep(finding);
    }

    public CheckReport Report(long rows, IReadOnlyList<string> columns)
    {
        var place = columns.Select((name, i) => (name, i)).DistinctBy(c => c.name).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
        var ordered = _inOrder.OrderBy(e => place.GetValueOrDefault(e.Column, -1)).ThenBy(e => e.Code, StringComparer.Ordinal).ThenBy(e => e.Column, StringComparer.Ordinal).ToList();
        return new CheckReport
        {
            Rows = rows,
            Counts = ordered.Select(e => new RuleCount(e.Code, e.Severity, e.Column, e.Count)).ToValueList(),
            Findings = ordered.SelectMany(e => e.Examples).Take(limits.MaxTableFindings).ToValueList(),
        };
    }

    private string? Shown(string? value) => value is null || value.Length <= limits.MaxListedLength ? value : string.Concat(value.AsSpan(0, limits.MaxListedLength), "…");
}
