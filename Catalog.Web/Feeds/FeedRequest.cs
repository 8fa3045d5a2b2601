using System.Globalization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Search;

namespace Catalog.Web.Feeds;

/// <summary>What a feed is asked for, in CKAN's parameters. Other than on pages, what cannot be understood is an error.</summary>
internal sealed record FeedRequest
{
    public CatalogProfile Profile { get; init; } = CatalogProfile.DcatAp3;

    public string? Text { get; init; }

    public IReadOnlyList<FacetFilter> Filters { get; init; } = [];

    public DateTimeOffset? ModifiedSince { get; init; }

    /// <summary>From 1; null: the whole in one document.</summary>
    public int? Page { get; init; }

    public int PageSize { get; init; }

    /// <summary>The last dataset of the page before, in links that are followed; null: pages are counted.</summary>
    public Guid? After { get; init; }

    public bool AsksTheIndex => Text is not null || Filters.Count > 0;

    public static FeedProblem? Read(IQueryCollection query, Limits limits, out FeedRequest request)
    {
        request = new FeedRequest { PageSize = limits.FeedPageSize };
        return ReadProfile(query, ref request) ?? ReadFilters(query, limits, ref request) ?? ReadPage(query, limits, ref request);
    }

    private static FeedProblem? ReadProfile(IQueryCollection query, ref FeedRequest request)
    {
        foreach (var parameter in new[] { "profiles", "profile" })
        {
            if (Value(query, parameter) is not { } asked) continue;
            if (CatalogProfile.Find(asked) is not { } profile)
                return FeedProblem.BadRequest(FeedProblemCodes.UnknownProfile, parameter, asked, [.. CatalogProfile.All.Select(p => p.Name)]);
            request = request with { Profile = profile };
        }
        return null;
    }

    private static FeedProblem? ReadFilters(IQueryCollection query, Limits limits, ref FeedRequest request)
    {
        var text = Value(query, "q");
        if (text is "*" or "*:*") text = null;
        if (text?.Length > limits.MaxQueryLength)
            return FeedProblem.BadRequest(FeedProblemCodes.QueryTooLong, "q", text, limits.MaxQueryLength.ToString(CultureInfo.InvariantCulture));
        var filters = new List<FacetFilter>();
        foreach (var condition in query[FacetCondition.Parameter])
            if (FacetCondition.Read(condition ?? "", filters) is { } problem) return problem;
        if (filters.Count > limits.MaxFeedFilters)
            return FeedProblem.BadRequest(FeedProblemCodes.BadFilter, FacetCondition.Parameter, query[FacetCondition.Parameter], limits.MaxFeedFilters.ToString(CultureInfo.InvariantCulture));
        DateTimeOffset? since = null;
        if (Value(query, "modified_since") is { } date && (since = Instant(date)) is null)
            return FeedProblem.BadRequest(FeedProblemCodes.BadDate, "modified_since", date, "2026-11-25", "2026-11-25T13:45:00Z");
        request = request with { Text = text, Filters = filters, ModifiedSince = since };
        return null;
    }

    private static FeedProblem? ReadPage(IQueryCollection query, Limits limits, ref FeedRequest request)
    {
        foreach (var parameter in new[] { "page_size", "limit" })
        {
            if (Value(query, parameter) is not { } asked) continue;
            if (Number(asked) is not { } size || size > limits.MaxFeedPageSize)
                return FeedProblem.BadRequest(FeedProblemCodes.BadPageSize, parameter, asked, $"1–{limits.MaxFeedPageSize}");
            request = request with { PageSize = size, Page = 1 };
        }
        if (Value(query, "page") is { } page)
        {
            if (Number(page) is not { } number) return FeedProblem.BadRequest(FeedProblemCodes.BadPage, "page", page);
            request = request with { Page = number };
        }
        if (Value(query, "after") is { } after)
        {
            if (!Guid.TryParseExact(after, "D", out var id)) return FeedProblem.BadRequest(FeedProblemCodes.BadCursor, "after", after);
            request = request with { After = id, Page = request.Page ?? 1 };
        }
        return null;
    }

    private static string? Value(IQueryCollection query, string parameter) =>
        query[parameter].FirstOrDefault()?.Trim() is { Length: > 0 } value ? value : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>A day or an instant of ISO 8601; without an offset it is UTC, as CKAN reads it.</summary>
    private static DateTimeOffset? Instant(string text)
    {
        // A + that was not escaped arrives as a blank.
        var written = text.Contains('T', StringComparison.Ordinal) ? text.Replace(' ', '+') : text;
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        return DateTimeOffset.TryParseExact(written, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
    }
}
