namespace Catalog.Harvest.Fetch;

/// <summary>What came of a request. A bad network is a result, not an exception.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    public sealed record Done(string? ETag, string? LastModified, string? MediaType, string? FileName) : FetchResult
    {
        /// <summary>Where the body came from in the end, after all redirects.</summary>
        public required Uri Address { get; init; }

        /// <summary>The Link headers, each as it stood (RFC 8288 §3).</summary>
        public IReadOnlyList<string> Links { get; init; } = [];
    }

    public sealed record NotModified : FetchResult;

    public sealed record Failed(string Code, string Message) : FetchResult;
}

/// <summary>Why a file could not be had. Stored and shown by these spellings; each is documented in docs/findings.md.</summary>
public static class FetchCodes
{
    /// <summary>The name does not resolve, nothing answers, or the connection broke off.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>No answer, or no further byte, within the time allowed.</summary>
    public const string Timeout = "timeout";

    /// <summary>The server answered with an error status.</summary>
    public const string HttpStatus = "http-status";

    /// <summary>The address leads into a private network, and the config does not allow that host by name.</summary>
    public const string PrivateAddress = "private-address";

    /// <summary>More redirects than allowed, or one that leads nowhere.</summary>
    public const string BadRedirect = "bad-redirect";

    /// <summary>The body is larger than the limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>Neither http nor https.</summary>
    public const string UnsupportedScheme = "unsupported-scheme";

    /// <summary>The server's certificate is not accepted.</summary>
    public const string BadCertificate = "bad-certificate";

    /// <summary>A local file that should be there is not.</summary>
    public const string FileMissing = "file-missing";

    /// <summary>A local file is there but may not be read.</summary>
    public const string FileUnreadable = "file-unreadable";

    /// <summary>A path that leads out of its source's folder.</summary>
    public const string OutsideFolder = "outside-folder";
}
