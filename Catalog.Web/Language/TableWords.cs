using Catalog.Core.Tabular.Changes;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Language;

/// <summary>Every word about tables, their rows, versions and charts, in one language.</summary>
public sealed partial record TableWords
{
    // At a glance.
    public required string Explore { get; init; }
    public required string FilterAndSort { get; init; }
    public required string NoTable { get; init; }
    public required string GlanceLate { get; init; }
    public required string PersonalLeftOut { get; init; }
    public required string PersonalShown { get; init; }
    public required string True { get; init; }
    public required string False { get; init; }

    /// <summary>Rows and columns.</summary>
    public required Func<string, string, string> Measures { get; init; }
    public required Func<string, string> TableCount { get; init; }

    /// <summary>Of a type of GeoJSON geometries, in small letters.</summary>
    public required Func<string, string> GeometryName { get; init; }

    // How it stands: the number of the newest version and of the one that is shown.
    public required Func<int, string> NotYetNewer { get; init; }
    public required Func<int, int, string> HeldNewer { get; init; }
    public required string HeldFirst { get; init; }
    public required Func<int, int, string> NotATableNewer { get; init; }

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
    public required string Values { get; init; }
    public required Func<string, string> TypeName { get; init; }

    /// <summary>From the smallest to the largest value.</summary>
    public required Func<string, string, string> Distribution { get; init; }

    // Charts.
    public required string Across { get; init; }
    public required string Each { get; init; }
    public required string Measure { get; init; }
    public required string OfColumn { get; init; }
    public required string Drawn { get; init; }
    public required string Bars { get; init; }
    public required string Line { get; init; }
    public required string Top { get; init; }
    public required string Automatic { get; init; }
    public required string NumberOfRows { get; init; }
    public required string Show { get; init; }
    public required string AsTable { get; init; }
    public required string NoChart { get; init; }
    public required string NothingToDraw { get; init; }
    public required string Others { get; init; }
    public required string LineCut { get; init; }
    public required string SavePicture { get; init; }
    public required string TheseNumbers { get; init; }
    public required Func<DatePart, string> PartName { get; init; }
    public required Func<AggregateFunction, string> FunctionName { get; init; }

    /// <summary>What is measured, and by what.</summary>
    public required Func<string, string, string> MeasureBy { get; init; }

    /// <summary>A function of a column.</summary>
    public required Func<string, string, string> FunctionOf { get; init; }

    /// <summary>How many values are taken together.</summary>
    public required Func<string, string> OtherValues { get; init; }
    public required Func<string, string> Undated { get; init; }

    // Maps.
    public required string Latitude { get; init; }
    public required string Longitude { get; init; }
    public required string Label { get; init; }
    public required string Colour { get; init; }
    public required string Size { get; init; }
    public required string None { get; init; }
    public required string Shape { get; init; }
    public required string Coarse { get; init; }
    public required string ZoomIn { get; init; }
    public required string ZoomOut { get; init; }
    public required string WholeMap { get; init; }
    public required string MapHelp { get; init; }
    public required Func<string, string, string> Points { get; init; }
    public required Func<string, string> OnlyFirst { get; init; }

    /// <summary>Of a column, its smallest and its largest value.</summary>
    public required Func<string, string, string, string> SizeFrom { get; init; }
    public required Func<string, string> Unreadable { get; init; }
    public required Func<string, string> FirstInTable { get; init; }

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
    public required string Examples { get; init; }

    /// <summary>A place of a table: column, row and line; "" where there is none.</summary>
    public required Func<string, string, string, string> PlaceOf { get; init; }
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
    public required string RowsAdded { get; init; }
    public required string RowsRemoved { get; init; }
    public required string RowsChanged { get; init; }
    public required string RowsUnchanged { get; init; }
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
    public required string State { get; init; }

    /// <summary>Of a state of a table.</summary>
    public required Func<string, string> StateName { get; init; }

    // On the page of a source.
    public required string Troubles { get; init; }
    public required string Dataset { get; init; }
    public required string Errors { get; init; }
    public required string Warnings { get; init; }

    public string Change(RowChange change) => change switch
    {
        RowChange.Added => Added,
        RowChange.Removed => Removed,
        _ => Changed,
    };
}
