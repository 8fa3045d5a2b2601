namespace Catalog.Core;

/// <summary>
/// Every bound on what a stranger decides, in one record: here those on sources and their records, beside it those on linked
/// data, tables, rows and pages. The defaults run a city; each says its unit and reason.
/// </summary>
public sealed partial record Limits
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

    /// <summary>
    /// Nodes within each other in the record of a dataset that is cut out of a graph. 24: catalogs use about six, and two
    /// levels of JSON for each stay below <see cref="MaxJsonDepth"/>.
    /// </summary>
    public int MaxRecordNesting { get; init; } = 24;

    /// <summary>Pages of one catalog. 10,000: a million datasets at a hundred a page; beyond, the paging runs in circles.</summary>
    public int MaxCatalogPages { get; init; } = 10_000;
}
