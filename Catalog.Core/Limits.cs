namespace Catalog.Core;

/// <summary>
/// Every bound on what a stranger decides, in one place. The defaults run a city; each says its unit and reason.
/// </summary>
public sealed record Limits
{
    public static readonly Limits Default = new();

    /// <summary>Bytes of one metadata record. 16 MiB: the largest real record seen is under 1 MB (thousands of resources).</summary>
    public int MaxRecordBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Schemas of tables that one source may name. 1,000: a schema for each kind of table of a whole ministry.</summary>
    public int MaxSchemaDocuments { get; init; } = 1_000;

    /// <summary>Bytes of one harvested catalog document. 2 GiB: ten times the largest data.json known.</summary>
    public long MaxCatalogBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Depth of JSON nesting. 64: System.Text.Json's own default; metadata uses about six levels.</summary>
    public int MaxJsonDepth { get; init; } = 64;

    /// <summary>Distributions of one dataset. 10,000: the largest real dataset has 8,327.</summary>
    public int MaxDistributions { get; init; } = 10_000;

    /// <summary>Characters of one text value. 100,000: a very long description; longer is cut with a finding.</summary>
    public int MaxTextLength { get; init; } = 100_000;

    /// <summary>Findings kept for one record; further ones are counted, not kept. 200: more than anybody reads.</summary>
    public int MaxFindingsPerRecord { get; init; } = 200;

    /// <summary>Bytes of one downloaded file. 4 GiB: the largest file of the city's portal is about 1 GB.</summary>
    public long MaxFileBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Longest wait for the first byte of an answer.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest silence while a body is read; a slow but living download may take hours.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Redirects followed. 5: CDNs use one or two; more is a loop.</summary>
    public int MaxRedirects { get; init; } = 5;

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

    /// <summary>Characters of one RDF literal. 16 Mi: geometries of whole countries are the longest, at a few million.</summary>
    public int MaxRdfLiteralLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Characters of one IRI or name in RDF. 16 Ki: browsers and servers stop at 2 to 8 Ki.</summary>
    public int MaxRdfIriLength { get; init; } = 16 * 1024;

    /// <summary>Levels of blank nodes, lists, elements or objects within each other. 128: catalogs use about eight.</summary>
    public int MaxRdfDepth { get; init; } = 128;

    /// <summary>Triples of one graph that is held in memory. 20 million: some 400,000 datasets, about 4 GB.</summary>
    public int MaxRdfTriples { get; init; } = 20_000_000;

    /// <summary>Labels of blank nodes that a reader remembers in one document. 5 million: a quarter of the triples above.</summary>
    public int MaxRdfBlankNodes { get; init; } = 5_000_000;

    /// <summary>Prefixes declared in one document. 1,000: real documents declare dozens; each may be as long as an IRI.</summary>
    public int MaxRdfPrefixes { get; init; } = 1_000;

    /// <summary>Addresses of contexts that one JSON-LD document may name, and through which they may refer to each other. 32: real ones name two or three.</summary>
    public int MaxRdfContexts { get; init; } = 32;

    /// <summary>Terms that the contexts of one JSON-LD document define, counted each time. 20 million: 200 in each of 100,000 records.</summary>
    public int MaxRdfContextTerms { get; init; } = 20_000_000;

    /// <summary>Errors of a lenient reading that are kept; further ones are counted. 100: more than anybody reads.</summary>
    public int MaxRdfErrors { get; init; } = 100;

    /// <summary>
    /// Nodes within each other in the record of a dataset that is cut out of a graph. 24: catalogs use about six, and two
    /// levels of JSON for each stay below <see cref="MaxJsonDepth"/>.
    /// </summary>
    public int MaxRecordNesting { get; init; } = 24;

    /// <summary>Pages of one catalog. 10,000: a million datasets at a hundred a page; beyond, the paging runs in circles.</summary>
    public int MaxCatalogPages { get; init; } = 10_000;

    /// <summary>Bytes of a JSON-LD context fetched from a source's host. 4 MiB: schema.org's, the largest known, has under 1 MB.</summary>
    public int MaxContextBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes of one tag, comment or declaration of XML. 4 MiB: geometries in attributes; a tag is held whole with all its attributes.</summary>
    public int MaxXmlTagBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Characters that the entities of one XML document may expand to, all uses together. 10 million: old ontologies write every IRI with one.</summary>
    public int MaxXmlEntityCharacters { get; init; } = 10_000_000;

    /// <summary>Different names and namespaces in one XML document, all of which are held. 1 million: vocabularies have hundreds.</summary>
    public int MaxXmlNames { get; init; } = 1_000_000;

    /// <summary>Different values of a column that are kept and counted exactly. 16,384: codes and categories have fewer; beyond it, estimated.</summary>
    public int MaxDistinctValues { get; init; } = 16_384;

    /// <summary>Characters of all values of a column that are kept. 2 Mi: 4 MB; a column of long texts has no need of counts.</summary>
    public int MaxDistinctCharacters { get; init; } = 2 * 1024 * 1024;

    /// <summary>Values of a column that are listed with their counts when there are no more. 200: a list of categories.</summary>
    public int MaxListedValues { get; init; } = 200;

    /// <summary>The commonest values that are listed when there are more. 20: what a reader looks at.</summary>
    public int TopValues { get; init; } = 20;

    /// <summary>Characters of a listed value; the rest is cut.</summary>
    public int MaxListedLength { get; init; } = 100;
    /// <summary>Characters of one parameter of a query for rows. 8,000: a list of some hundred ids; addresses end at about that.</summary>
    public int MaxFilterLength { get; init; } = 8_000;

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

    /// <summary>Columns of a table. 16,384: as many as a spreadsheet can have; what a row has beyond is joined into its last cell.</summary>
    public int MaxTableColumns { get; init; } = 16_384;

    /// <summary>Characters of one quoted cell of a table. 16 Mi: the geometry of a country; a quote that is not closed within is taken for a character.</summary>
    public int MaxTableCellLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Tables of one file: sheets, members of an archive, blocks of a text. 500: beyond, nobody looks.</summary>
    public int MaxTablesPerFile { get; init; } = 500;

    /// <summary>Tables in one text file that are told apart. 20: each is one more reading of what follows it.</summary>
    public int MaxTablesPerText { get; init; } = 20;

    /// <summary>Places kept for each kind of repair; all are counted. 10: enough to see the pattern.</summary>
    public int MaxRepairExamples { get; init; } = 10;

    /// <summary>Members of an archive that are looked at. 1,000: the largest data packages seen have some hundred.</summary>
    public int MaxArchiveMembers { get; init; } = 1_000;

    /// <summary>Bytes that one member of an archive may unfold to. 16 GiB: four times the largest download.</summary>
    public long MaxUnfoldedBytes { get; init; } = 16L * 1024 * 1024 * 1024;

    /// <summary>How many times its packed size a member may unfold to, beyond its first 64 MiB. 500: tables with empty columns reach 200; deflate ends at 1,032.</summary>
    public int MaxArchiveRatio { get; init; } = 500;

    /// <summary>Archives within archives. 2: a packed data package in a packed delivery.</summary>
    public int MaxArchiveDepth { get; init; } = 2;

    /// <summary>Unfolded bytes of a workbook, which is read with its strings in memory. 1 GiB: a full sheet of a million rows.</summary>
    public long MaxWorkbookBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Findings kept of one rule in one column of a table; all are counted. 10: enough to see what is wrong.</summary>
    public int MaxFindingExamples { get; init; } = 10;

    /// <summary>Findings kept of one table. 1,000: a report that can still be read.</summary>
    public int MaxTableFindings { get; init; } = 1_000;

    /// <summary>Keys of a table whose hashes are kept. 10 million: 270 MB, half as much again while they grow; what comes beyond is reported as not checked.</summary>
    public int MaxKeysChecked { get; init; } = 10_000_000;

    /// <summary>Different keys that repeat and are compared in full. 1 million; a column with more is no key.</summary>
    public int MaxRepeatedKeys { get; init; } = 1_000_000;
}
