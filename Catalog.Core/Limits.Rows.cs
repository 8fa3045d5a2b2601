namespace Catalog.Core;

// Bounds on what is asked of rows, and on what an answer may cost.
public sealed partial record Limits
{
    /// <summary>Levels of and, or and not within each other. 16: nobody writes five by hand.</summary>
    public int MaxFilterDepth { get; init; } = 16;

    /// <summary>Conditions of one filter. 100: what a form or a script puts together.</summary>
    public int MaxFilterConditions { get; init; } = 100;

    /// <summary>Values of one list of a filter. 1,000: the length of an address ends it sooner.</summary>
    public int MaxFilterListValues { get; init; } = 1_000;

    /// <summary>Columns to sort by, to group by, aggregates, and words of a search. 16 each: more than a chart or a reader can show.</summary>
    public int MaxQueryKeys { get; init; } = 16;

    /// <summary>Rows of a page when nothing is said. 100: a screen or two.</summary>
    public int RowsPerPage { get; init; } = 100;

    /// <summary>Rows of a page at most. 10,000: about 2 MB of JSON; whoever wants all takes an export.</summary>
    public int MaxRowsPerPage { get; init; } = 10_000;

    /// <summary>Bytes of a page of rows. 32 MiB: 10,000 rows of 3 KB; pages are held in memory until they are whole.</summary>
    public int MaxPageBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Longest run of a query for a page. 10 s: a search through ten million rows; a reader has left by then.</summary>
    public TimeSpan QueryTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest run of an export. 5 minutes: ten million rows as a spreadsheet.</summary>
    public TimeSpan ExportTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of memory of one query. 256 MiB: sorting and grouping a million rows takes less than half.</summary>
    public long QueryMemoryBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Bytes on disk that one query may put off what does not fit in memory. 2 GiB: sorting some ten million rows.</summary>
    public long QueryTempBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Queries of tables at once. 4: each has its own memory, and two cores are not made faster by more.</summary>
    public int QueriesAtOnce { get; init; } = 4;

    /// <summary>Queries that may wait for their turn. 64: about what is done within the longest wait.</summary>
    public int QueriesWaiting { get; init; } = 64;

    /// <summary>Longest wait for a turn. 10 s; after that the answer is 503.</summary>
    public TimeSpan QueryWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Rows of a grouped answer. 100,000: beyond it the groups are nearly the rows.</summary>
    public int MaxGroups { get; init; } = 100_000;

    /// <summary>Rows of a spreadsheet. 1,048,575: the sheet's last row less the header (ECMA-376, as Excel keeps it).</summary>
    public int MaxSpreadsheetRows { get; init; } = 1_048_575;

    /// <summary>Bytes of finished exports that are kept. 10 GiB; those not asked for longest go first.</summary>
    public long ExportCacheBytes { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>Bytes of one export. 8 GiB: twice the largest file that is taken in.</summary>
    public long MaxExportBytes { get; init; } = 8L * 1024 * 1024 * 1024;
}
