using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Search;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;

namespace Catalog.Web.Language;

/// <summary>
/// Every word that pages say, in one language. All are required, so a language in which one is missing does not
/// compile.
/// </summary>
public sealed partial record Words
{
    private static NumberFormatInfo Comma => NumberForms.Comma;

    private static NumberFormatInfo Point => NumberForms.Point;

    /// <summary>The language of a tag or cookie, or null when there is none such.</summary>
    public static Words? Find(string? lang) => lang?.ToLowerInvariant() switch
    {
        "es" => Spanish,
        "en" => English,
        _ => null,
    };

    /// <summary>BCP 47.</summary>
    public required string Lang { get; init; }

    /// <summary>How numbers are written. Own, so that pages do not depend on the culture data of a machine.</summary>
    public required NumberFormatInfo Numbers { get; init; }

    /// <summary>From January.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    public string FrequencyName(string frequency) => (Frequencies.Find(frequency) is { } known ? FrequencyOfCode(known.EuCode) : null) ?? frequency;

    /// <summary>The place of a change, such as "distributions.0f8f….title": named where it has a name, ids left out.</summary>
    public string Member(string path) => string.Join(" › ", path.Split('.').Where(part => !Guid.TryParse(part, out _)).Select(part => MemberName(part) ?? part));

    private static string Count(int value, NumberFormatInfo numbers) => value.ToString("#,0", numbers);

    /// <summary>What is said about tables.</summary>
    public required TableWords Table { get; init; }

    // The frame of every page.
    public required string SkipToContent { get; init; }
    public required string MainMenu { get; init; }
    public required string ReadInThisLanguage { get; init; }
    public required string LanguageName { get; init; }
    public required string YouAreHere { get; init; }
    public required string ForDevelopers { get; init; }
    public required string ForDevelopersText { get; init; }
    public required string ForDevelopersFilters { get; init; }
    public required string ChangeStream { get; init; }
    public required string ArgentineProfile { get; init; }
    public required string About { get; init; }
    public required string LicenseByDefault { get; init; }
    public required string Website { get; init; }
    public required string HowDataArrives { get; init; }
    public required string BackHome { get; init; }

    // What there is.
    public required string Datasets { get; init; }
    public required string DatasetsInMenu { get; init; }
    public required string Sectors { get; init; }
    public required string SectorsText { get; init; }
    public required string Publishers { get; init; }
    public required string Publisher { get; init; }
    public required string WhoPublishes { get; init; }
    public required string WhoPublishesText { get; init; }
    public required string SubBodies { get; init; }
    public required string WhatIsNew { get; init; }
    public required string NothingYet { get; init; }
    public required string AllDatasets { get; init; }
    public required string Files { get; init; }
    public required string Formats { get; init; }

    // Searching.
    public required string Search { get; init; }
    public required string SearchLabel { get; init; }
    public required string SearchPlaceholder { get; init; }
    public required string SearchHere { get; init; }
    public required string Results { get; init; }
    public required string For { get; init; }
    public required string SortBy { get; init; }
    public required string Filters { get; init; }
    public required string ChosenFilters { get; init; }
    public required string RemoveFilter { get; init; }
    public required string RemoveAllFilters { get; init; }
    public required string ShowAll { get; init; }
    public required string FilterThese { get; init; }
    public required string RelaxedResults { get; init; }
    public required string NothingFound { get; init; }
    public required string TryFewerWords { get; init; }
    public required string SearchWithoutFilters { get; init; }
    public required string BrowseSectors { get; init; }
    public required string Pages { get; init; }
    public required string Page { get; init; }
    public required string Previous { get; init; }
    public required string Next { get; init; }
    public required string Perhaps { get; init; }

    // A dataset and its files.
    public required string AboutDataset { get; init; }
    public required string AboutFile { get; init; }
    public required string NoFiles { get; init; }
    public required string LandingPage { get; init; }
    public required string Download { get; init; }
    public required string DownloadAll { get; init; }
    public required string AtTheSource { get; init; }
    public required string NoFileAnywhere { get; init; }
    public required string Preview { get; init; }
    public required string ColumnDictionary { get; init; }
    public required string Column { get; init; }
    public required string Type { get; init; }
    public required string Description { get; init; }
    public required string Units { get; init; }
    public required string History { get; init; }
    public required string Versions { get; init; }
    public required string Version { get; init; }
    public required string Copied { get; init; }
    public required string Size { get; init; }
    public required string FileName { get; init; }
    public required string MediaType { get; init; }
    public required string LastCheck { get; init; }
    public required string Issued { get; init; }
    public required string Modified { get; init; }
    public required string Frequency { get; init; }
    public required string License { get; init; }
    public required string Period { get; init; }
    public required string Place { get; init; }
    public required string Contact { get; init; }
    public required string PrimarySource { get; init; }
    public required string Tags { get; init; }
    public required string Identifier { get; init; }
    public required string Source { get; init; }
    public required string OriginalRecord { get; init; }
    public required string FirstPublishedHere { get; init; }
    public required string Metadata { get; init; }
    public required string RemovedTitle { get; init; }

    // Findings.
    public required string Findings { get; init; }
    public required string FindingsText { get; init; }
    public required string SeeFindings { get; init; }
    public required string NoFindings { get; init; }
    public required string Where { get; init; }
    public required string Value { get; init; }
    public required string Code { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }

    // The harvest.
    public required string Harvest { get; init; }
    public required string HarvestText { get; init; }
    public required string NoSources { get; init; }
    public required string NoSchedule { get; init; }
    public required string NeverRun { get; init; }
    public required string Published { get; init; }
    public required string Conforming { get; init; }
    public required string WithFindings { get; init; }
    public required string RejectedOrHeld { get; init; }
    public required string Runs { get; init; }
    public required string Run { get; init; }
    public required string Status { get; init; }
    public required string Started { get; init; }
    public required string Gathered { get; init; }
    public required string Added { get; init; }
    public required string Changed { get; init; }
    public required string Unchanged { get; init; }
    public required string Removed { get; init; }
    public required string Rejected { get; init; }
    public required string Held { get; init; }
    public required string NewFiles { get; init; }
    public required string UnchangedFiles { get; init; }
    public required string FailedFiles { get; init; }
    public required string Records { get; init; }
    public required string Show { get; init; }
    public required string OnlyWithFindings { get; init; }
    public required string AllRecords { get; init; }
    public required string SeeDataset { get; init; }
    public required string FailedDownloads { get; init; }
    public required string Address { get; init; }
    public required string Reason { get; init; }
    public required string DocumentFindings { get; init; }
    public required string WhatItDid { get; init; }
    public required string NothingChanged { get; init; }
    public required string RecordCut { get; init; }

    // Sentences around a value, and names of codes.
    public required Func<string, string> UpdatedOn { get; init; }
    public required Func<string, string> CopiedOn { get; init; }
    public required Func<int, string> DatasetCount { get; init; }

    /// <summary>How many files a package holds, and how large they are together.</summary>
    public required Func<int, string, string> PackageContent { get; init; }
    public required Func<int, string> ColumnCount { get; init; }
    public required Func<int, string> FindingCount { get; init; }
    public required Func<int, string> FieldsChanged { get; init; }
    public required Func<string, string> ResultsFor { get; init; }
    public required Func<int, string> QueryCut { get; init; }
    public required Func<string, string> ResourceTitle { get; init; }
    public required Func<string, string> PreviewOf { get; init; }
    public required Func<int, string> FirstRows { get; init; }
    public required Func<int, int, string> FirstColumns { get; init; }
    public required Func<string, string, string> LastGoodCopy { get; init; }
    public required Func<string, string> NoCopy { get; init; }
    public required Func<string, string> RemovedText { get; init; }
    public required Func<string?, string?, string> FromTo { get; init; }
    public required Func<int, int, int, string> RecordsText { get; init; }
    public required Func<string, string> NextRun { get; init; }
    public required Func<int, string, int, string> DayOfMonth { get; init; }
    public required Func<string, int, string> MonthOfYear { get; init; }
    public required Func<FacetField, string> Facet { get; init; }
    public required Func<SearchSort, string> SortName { get; init; }
    public required Func<Severity, string> SeverityName { get; init; }
    public required Func<Branch, string> BranchName { get; init; }
    public required Func<SourceType, string> SourceTypeName { get; init; }
    public required Func<string, string> ChangeName { get; init; }
    public required Func<string, string> ActionName { get; init; }
    public required Func<string, string> RecordStateName { get; init; }
    public required Func<string, string> RunStatusName { get; init; }
    public required Func<string, string> TriggerName { get; init; }
    /// <summary>Of a code of the EU frequency table; null for one that has no name here.</summary>
    public required Func<string, string?> FrequencyOfCode { get; init; }
    /// <summary>Of a member of a dataset as stored; null for one that has no name here.</summary>
    public required Func<string, string?> MemberName { get; init; }
    public required Func<int, (string Title, string Text)> StatusText { get; init; }
    /// <summary>Of a code of <see cref="Feeds.FeedProblemCodes"/>: what is wrong, and what to do about it.</summary>
    public required Func<string, (string Title, string Hint)> FeedProblemText { get; init; }
    public required string East { get; init; }
    public required string West { get; init; }
    public required Func<TimeSpan, string> Duration { get; init; }

    // In a class of their own: they must be there before the languages are, whichever file is compiled first.
    private static class NumberForms
    {
        public static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        public static readonly NumberFormatInfo Point = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };
    }
}
