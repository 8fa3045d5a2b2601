using Catalog.Core.Tabular.Changes;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Language;

/// <summary>Every word about tables, their rows, versions and charts, in one language.</summary>
public sealed partial record TableWords
{
    // The tabs.
    public required string Views { get; init; }
    public required string Rows { get; init; }
    public required string Columns { get; init; }
    public required string Chart { get; init; }
    public required string Map { get; init; }
    public required string Code { get; init; }
    public required string Report { get; init; }

    // The table.
    public required string Sheet { get; init; }
    public required string SearchRows { get; init; }
    public required string Column { get; init; }
    public required string Condition { get; init; }
    public required string Value { get; init; }
    public required string AddFilter { get; init; }
    public required string Chosen { get; init; }
    public required string Remove { get; init; }
    public required string ClearAll { get; init; }
    public required string NoRows { get; init; }
    public required string NextRows { get; init; }
    public required string FromTheStart { get; init; }
    public required string MisfitNote { get; init; }
    public required string DownloadRows { get; init; }
    public required string ForExcel { get; init; }
    public required string SortedUp { get; init; }
    public required string SortedDown { get; init; }
    public required string NotYet { get; init; }
    public required Func<string, string> SortBy { get; init; }
    public required Func<string, string, string> RowCount { get; init; }
    public required Func<CompareOperator, string> Operator { get; init; }
    public required string IsMissing { get; init; }
    public required string IsThere { get; init; }
    public required Func<string, string> Problem { get; init; }

    // The columns.
    public required string Type { get; init; }
    public required string Missing { get; init; }
    public required string Distinct { get; init; }
    public required string Smallest { get; init; }
    public required string Largest { get; init; }
    public required string Mean { get; init; }
    public required string Median { get; init; }
    public required string MostFrequent { get; init; }
    public required Func<string, string> TypeName { get; init; }

    // Charts and maps.
    public required string Across { get; init; }
    public required string Measure { get; init; }
    public required string NumberOfRows { get; init; }
    public required string Show { get; init; }
    public required string AsTable { get; init; }
    public required string NoChart { get; init; }
    public required string Latitude { get; init; }
    public required string Longitude { get; init; }
    public required Func<string, string, string> Points { get; init; }
    public required Func<string, string> SumOf { get; init; }
    public required Func<string, string> MeanOf { get; init; }
    public required Func<string, string> OnlyFirst { get; init; }

    // Code.
    public required string CodeText { get; init; }
    public required string Copy { get; init; }
    public required string Copied { get; init; }

    // The report.
    public required string Mended { get; init; }
    public required string Contract { get; init; }
    public required string ContractKept { get; init; }
    public required string Severity { get; init; }
    public required string Cells { get; init; }
    public required string Drift { get; init; }
    public required string Personal { get; init; }

    /// <summary>"none", "declared", "frozen".</summary>
    public required Func<string, string> ContractName { get; init; }

    // Versions.
    public required string CompareVersions { get; init; }
    public required string Older { get; init; }
    public required string Newer { get; init; }
    public required string Compare { get; init; }
    public required string WhatChanged { get; init; }
    public required string NothingChanged { get; init; }
    public required string OneVersion { get; init; }
    public required string Added { get; init; }
    public required string Removed { get; init; }
    public required string Changed { get; init; }
    public required string Unchanged { get; init; }
    public required string ColumnsAdded { get; init; }
    public required string ColumnsRemoved { get; init; }
    public required string Row { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required string NotComparable { get; init; }
    public required string ChangedCells { get; init; }
    public required Func<int, string> Version { get; init; }
    public required Func<DiffKeySource, string, string> MatchedBy { get; init; }

    /// <summary>Rows added, removed and changed since a day.</summary>
    public required Func<string, string, string, string, string> Since { get; init; }

    public required string HowItWasRead { get; init; }
    public required string Held { get; init; }
    public required string Failed { get; init; }

    public string Change(RowChange change) => change switch
    {
        RowChange.Added => Added,
        RowChange.Removed => Removed,
        _ => Changed,
    };
}
