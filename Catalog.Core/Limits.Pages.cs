namespace Catalog.Core;

// Bounds on what pages and feeds show at once.
public sealed partial record Limits
{
    /// <summary>Rows on one page of a table. 50: two screens; programs take more by the API.</summary>
    public int TableRowsShown { get; init; } = 50;

    /// <summary>Columns on one page of a table. 100: wider tables are for downloads.</summary>
    public int TableColumnsShown { get; init; } = 100;

    /// <summary>Characters of one cell on a page; the rest is cut.</summary>
    public int TableCellShown { get; init; } = 300;

    /// <summary>Rows of a table at a glance, on the page of its dataset. 8: enough to see what it is about.</summary>
    public int GlanceRows { get; init; } = 8;

    /// <summary>Columns of a table at a glance. 24: more than anybody scrolls through there.</summary>
    public int GlanceColumns { get; init; } = 24;

    /// <summary>Longest wait of a dataset's page for the glance at its table. 2 s; after that the page goes without.</summary>
    public TimeSpan GlanceTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Rows drawn on a map. 5,000: what a page carries in some 200 kB and a browser draws at once.</summary>
    public int MapRows { get; init; } = 5_000;

    /// <summary>Rows of the table beneath a map. 200: a long list; all of them are a click away.</summary>
    public int MapTableRows { get; init; } = 200;

    /// <summary>
    /// Positions drawn on a map, of all lines and areas together. 20,000: about 300 kB of page; what has more is drawn
    /// coarser, by as much as it takes.
    /// </summary>
    public int MapPositions { get; init; } = 20_000;

    /// <summary>Positions read for a map before it is drawn coarser. 2 million: 32 MB; the rows after them are not drawn.</summary>
    public int MapPositionsRead { get; init; } = 2_000_000;

    /// <summary>Datasets on one page of results.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>The last page a reader can turn to. 500: nobody reads beyond, and crawlers use the sitemap and the feeds.</summary>
    public int MaxPage { get; init; } = 500;

    /// <summary>Characters of a search query. 500: longer ones are pasted by mistake.</summary>
    public int MaxQueryLength { get; init; } = 500;

    /// <summary>Datasets on one page of a feed that names no size. 100: what CKAN's feeds give.</summary>
    public int FeedPageSize { get; init; } = 100;

    /// <summary>Datasets on one page of a feed at most. 1,000: the largest page that validators and harvesters are at ease with.</summary>
    public int MaxFeedPageSize { get; init; } = 1_000;

    /// <summary>Conditions in the fq of a feed. 20: as many as a search page can hold.</summary>
    public int MaxFeedFilters { get; init; } = 20;

    /// <summary>Events on one page of the event stream, always. 100: about a megabyte, and a change to it makes every page another.</summary>
    public int FeedEventsPerPage { get; init; } = 100;

    /// <summary>Values of a facet shown at first.</summary>
    public int FacetValues { get; init; } = 8;

    /// <summary>Values of a facet shown when a reader asks for all of it. 200: a long page; beyond it, searching is quicker.</summary>
    public int MaxFacetValues { get; init; } = 200;

    /// <summary>Datasets under "what is new" on the home page.</summary>
    public int NewestShown { get; init; } = 8;

    /// <summary>Revisions of a dataset shown on its page, the newest.</summary>
    public int RevisionsShown { get; init; } = 10;

    /// <summary>Lines on one page of the harvest's lists: runs, records, failed downloads.</summary>
    public int HarvestPageSize { get; init; } = 50;

    /// <summary>Bytes of a raw record shown on its page. 200 KiB: beyond it, a browser is the wrong tool.</summary>
    public int RawRecordShown { get; init; } = 200 * 1024;
}
