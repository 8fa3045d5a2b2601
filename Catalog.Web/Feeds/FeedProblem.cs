using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Encodings.Web;
using Catalog.Web.Language;

namespace Catalog.Web.Feeds;

/// <summary>Why a document for programs is not given. Stable: clients may tell them apart by these spellings.</summary>
public static class FeedProblemCodes
{
    /// <summary>The request accepts none of the formats that there are.</summary>
    public const string NotAcceptable = "not-acceptable";

    /// <summary>No profile has that name.</summary>
    public const string UnknownProfile = "unknown-profile";

    /// <summary>page is no whole number from 1.</summary>
    public const string BadPage = "bad-page";

    /// <summary>page_size or limit is no whole number from 1 to the limit.</summary>
    public const string BadPageSize = "bad-page-size";

    /// <summary>after is no id of a dataset.</summary>
    public const string BadCursor = "bad-cursor";

    /// <summary>modified_since is no date.</summary>
    public const string BadDate = "bad-date";

    /// <summary>q is longer than a query may be.</summary>
    public const string QueryTooLong = "query-too-long";

    /// <summary>fq cannot be read.</summary>
    public const string BadFilter = "bad-filter";

    /// <summary>fq names a field that cannot be filtered by.</summary>
    public const string UnknownField = "unknown-field";

    /// <summary>The catalog has fewer pages.</summary>
    public const string NoSuchPage = "no-such-page";

    /// <summary>No dataset has, or ever had, that name.</summary>
    public const string NoSuchDataset = "no-such-dataset";

    /// <summary>The dataset's source withdrew it.</summary>
    public const string DatasetWithdrawn = "dataset-withdrawn";

    /// <summary>The event stream has no such page yet.</summary>
    public const string NoSuchNode = "no-such-node";
}

/// <summary>One reason, with the place and the value that it is about and what there is instead.</summary>
public sealed record FeedProblem(int Status, string Code)
{
    /// <summary>The parameter or header; null when it is the address itself.</summary>
    public string? Parameter { get; init; }

    public string? Value { get; init; }

    /// <summary>What can be asked for.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    public static FeedProblem BadRequest(string code, string parameter, string? value, params IReadOnlyList<string> known) =>
        new(StatusCodes.Status400BadRequest, code) { Parameter = parameter, Value = value, Known = known };

    /// <summary>As a problem document (RFC 9457) in the reader's language.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var words = context.RequestServices.GetRequiredService<Words>();
        var (title, hint) = words.FeedProblemText(Code);
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.ContentLanguage = words.Lang;
        response.Headers.Append("Vary", "Accept-Language");
        if (HttpMethods.IsHead(context.Request.Method)) return;
        var document = new Document(title, Status, Code, Parameter, Shown(Value), hint, Known.Count > 0 ? Known : null);
        await JsonSerializer.SerializeAsync(response.Body, document, Options, context.RequestAborted);
    }

    /// <summary>Characters of a wrong value that are told back. 200: enough to know it again.</summary>
    private const int ShownLength = 200;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static string? Shown(string? value) => value is null || value.Length <= ShownLength ? value : value[..ShownLength] + "…";

    private sealed record Document(string Title, int Status, string Code, string? Parameter, string? Value, string Hint, IReadOnlyList<string>? Known);
}
