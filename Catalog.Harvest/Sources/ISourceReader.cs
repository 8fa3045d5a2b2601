using Catalog.Core.Validation;

namespace Catalog.Harvest.Sources;

/// <summary>Reads everything a source has into a spool, one record at a time: CKAN's gather stage.</summary>
internal interface ISourceReader
{
    /// <summary>Either the whole source was read, or the gather failed and nothing of it counts.</summary>
    Task<GatherResult> GatherAsync(RecordSpool spool, CancellationToken ct);
}

/// <summary>The outcome of a gather. There is no "partly": a source that broke off is a failed gather.</summary>
public abstract record GatherResult
{
    private GatherResult()
    {
    }

    public sealed record Gathered(SourceDocument Document) : GatherResult;

    public sealed record Failed(string Code, string Message) : GatherResult;
}

/// <summary>The profile that a source's records are held against.</summary>
public enum RecordProfile
{
    None,
    Argentina,
    DcatUs,
    DataPackage,

    /// <summary>DCAT-US 3 in JSON; it is read by its own words, and no schema decides about it.</summary>
    DcatUs3,

    /// <summary>Linked data; no schema decides about it.</summary>
    Dcat,
}

/// <summary>What a source says of itself, beside its records.</summary>
public sealed record SourceDocument
{
    public required RecordProfile Profile { get; init; }

    /// <summary>Labels of its own themes by id.</summary>
    public IReadOnlyDictionary<string, string> ThemeLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>Findings about the catalog document, as opposed to its records.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>
    /// True when a record was passed over unread, so that what is missing may be missing for that reason only: such a
    /// gather removes nothing.
    /// </summary>
    public bool Incomplete { get; init; }
}

/// <summary>Why a gather failed. Stored and shown by these spellings; each is documented in docs/findings.md.</summary>
public static class GatherCodes
{
    /// <summary>The file or folder of the source does not exist or cannot be read.</summary>
    public const string SourceMissing = "source-missing";

    /// <summary>The address could not be fetched; the message says why.</summary>
    public const string FetchFailed = "fetch-failed";

    /// <summary>The document is not JSON, breaks off, or is larger than the limit.</summary>
    public const string MalformedJson = "malformed-json";

    /// <summary>The document is RDF that breaks the rules of its syntax or off.</summary>
    public const string MalformedRdf = "malformed-rdf";

    /// <summary>The document is no RDF at all: a web page, JSON without a context.</summary>
    public const string NotRdf = "not-rdf";

    /// <summary>A page of the catalog could not be had, or leads elsewhere.</summary>
    public const string PagingBroken = "paging-broken";

    /// <summary>The document is JSON but has no list of datasets.</summary>
    public const string NoDatasetList = "no-dataset-list";

    /// <summary>The document is larger than the limit.</summary>
    public const string DocumentTooLarge = "document-too-large";

    /// <summary>A schema that the policy names cannot be read.</summary>
    public const string SchemaUnreadable = "schema-unreadable";

    /// <summary>A fault of the program or the disk; the log has the whole story.</summary>
    public const string InternalError = "internal-error";
}
