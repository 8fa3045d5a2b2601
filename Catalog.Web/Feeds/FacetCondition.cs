using Catalog.Core.Search;
using Catalog.Web.Browsing;

namespace Catalog.Web.Feeds;

/// <summary>
/// CKAN's fq as its feeds are asked with it: <c>organization:salud tags:"agua potable" +res_format:CSV</c>, conditions
/// that all have to hold, parted by blanks, + or AND. The rest of Solr's language is refused, never guessed at.
/// </summary>
internal static class FacetCondition
{
    public const string Parameter = "fq";

    public static IReadOnlyList<string> Fields { get; } = [.. DatasetQuery.Parameters.Select(p => p.Parameter)];

    /// <summary>The conditions, or why there are none.</summary>
    public static FeedProblem? Read(string text, List<FacetFilter> filters)
    {
        for (var at = 0; ;)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '+')) at++;
            if (at == text.Length) return null;
            if (string.CompareOrdinal(text, at, "AND ", 0, 4) == 0)
            {
                at += 4;
                continue;
            }
            var colon = text.IndexOf(':', at);
            if (colon < 0) return Bad(text[at..]);
            var name = text[at..colon];
            if (ReadValue(text, colon + 1, out var end) is not { Length: > 0 } value) return Bad(text[at..]);
            if (!DatasetQuery.Parameters.Any(p => p.Parameter == name))
                return name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_')
                    ? FeedProblem.BadRequest(FeedProblemCodes.UnknownField, Parameter, name, Fields)
                    : Bad(text[at..]);
            filters.Add(new FacetFilter(DatasetQuery.Parameters.First(p => p.Parameter == name).Field, value));
            at = end;
        }
    }

    private static string? ReadValue(string text, int start, out int end)
    {
        if (start < text.Length && text[start] == '"')
        {
            var close = text.IndexOf('"', start + 1);
            end = close + 1;
            return close < 0 ? null : text[(start + 1)..close];
        }
        end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        var value = text[start..end];
        // Ranges, groups, wildcards and boosts mean something to Solr that they do not mean here.
        return value.AsSpan().ContainsAny("()[]{}*?^\"") ? null : value;
    }

    private static FeedProblem Bad(string rest) => FeedProblem.BadRequest(FeedProblemCodes.BadFilter, Parameter, rest, Fields);
}
