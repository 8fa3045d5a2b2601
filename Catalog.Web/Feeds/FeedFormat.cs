using Catalog.Core.Formats;

namespace Catalog.Web.Feeds;

/// <summary>A document format of the feeds, and how it is asked for.</summary>
public sealed record FeedFormat(string Extension, string MediaType, CatalogFormat Format)
{
    public static readonly FeedFormat Turtle = new("ttl", "text/turtle", CatalogFormat.Turtle);
    public static readonly FeedFormat JsonLd = new("jsonld", "application/ld+json", CatalogFormat.JsonLd);

    public static FeedFormat? OfExtension(string extension) => extension switch
    {
        "ttl" => Turtle,
        "jsonld" => JsonLd,
        _ => null,
    };

    /// <summary>
    /// What a request prefers (RFC 9110 §12.5.1): one of the RDF formats, or null for the page. Browsers, and whoever
    /// takes anything, get the page.
    /// </summary>
    public static FeedFormat? Negotiate(HttpRequest request)
    {
        FeedFormat? best = null;
        double bestQuality = 0;
        foreach (var accepted in request.GetTypedHeaders().Accept)
        {
            var quality = accepted.Quality ?? 1;
            if (quality <= bestQuality) continue;
            var type = accepted.MediaType.Value?.ToLowerInvariant();
            var known = type is "text/html" or "application/xhtml+xml" or "text/turtle" or "application/ld+json" or "*/*" or "text/*";
            if (!known) continue;
            bestQuality = quality;
            best = type switch
            {
                "text/turtle" => Turtle,
                "application/ld+json" => JsonLd,
                _ => null,
            };
        }
        return best;
    }
}
