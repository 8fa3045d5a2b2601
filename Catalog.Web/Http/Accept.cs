using Microsoft.Net.Http.Headers;

namespace Catalog.Web.Http;

/// <summary>Proactive negotiation (RFC 9110 §12.5.1).</summary>
internal static class Accept
{
    /// <summary>
    /// The media type that a request likes best of those on offer, the earlier where it likes two alike; null when it
    /// takes none of them. A request that says nothing takes the first.
    /// </summary>
    public static string? Choose(HttpRequest request, IReadOnlyList<string> offers)
    {
        var ranges = request.GetTypedHeaders().Accept;
        if (ranges.Count == 0) return offers[0];
        string? best = null;
        double bestQuality = 0;
        foreach (var offer in offers)
        {
            var quality = QualityOf(offer, ranges);
            if (quality > bestQuality) (best, bestQuality) = (offer, quality);
        }
        return best;
    }

    /// <summary>That of the most specific range which the type is in.</summary>
    private static double QualityOf(string offer, IList<MediaTypeHeaderValue> ranges)
    {
        double quality = 0;
        var specific = -1;
        foreach (var range in ranges)
        {
            var rank = SpecificityFor(offer, range);
            if (rank < 0 || rank < specific) continue;
            quality = rank == specific ? Math.Max(quality, range.Quality ?? 1) : range.Quality ?? 1;
            specific = rank;
        }
        return quality;
    }

    private static int SpecificityFor(string offer, MediaTypeHeaderValue range)
    {
        if (range.MatchesAllTypes) return 0;
        var slash = offer.IndexOf('/', StringComparison.Ordinal);
        if (!range.Type.Equals(offer.AsSpan(0, slash).ToString(), StringComparison.OrdinalIgnoreCase)) return -1;
        if (range.MatchesAllSubTypes) return 1;
        return range.SubType.Equals(offer[(slash + 1)..], StringComparison.OrdinalIgnoreCase) ? 2 : -1;
    }
}
