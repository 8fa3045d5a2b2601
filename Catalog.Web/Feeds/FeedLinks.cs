using Catalog.Core.Dcat;
using Catalog.Core.Formats;

namespace Catalog.Web.Feeds;

/// <summary>Link headers (RFC 8288): the same in other formats, the profile, and the way through the pages.</summary>
internal static class FeedLinks
{
    /// <summary>For a document: its page, its other formats with the same question, and what it conforms to.</summary>
    /// <param name="document">Its path without the extension: <c>catalog</c>.</param>
    public static void AddFor(HttpResponse response, DataCatalog catalog, string document, FeedFormat format, CatalogProfile profile)
    {
        var home = new CatalogAddresses(catalog.Url).Home;
        Add(response, $"{home}/{(document == "catalog" ? "" : document)}", "alternate", "text/html");
        foreach (var other in FeedFormat.All)
            if (other.Syntax != format.Syntax) Add(response, $"{home}/{document}.{other.Extension}{response.HttpContext.Request.QueryString}", "alternate", other.MediaType);
        Add(response, profile.Standard.Value, "profile", null);
    }

    /// <summary>For a page: what says the same to programs.</summary>
    public static void AddForPage(HttpResponse response, DataCatalog catalog, string document)
    {
        foreach (var format in FeedFormat.All) Add(response, $"{new CatalogAddresses(catalog.Url).Home}/{document}.{format.Extension}", "alternate", format.MediaType);
    }

    public static void AddFor(HttpResponse response, FeedPage page)
    {
        Add(response, page.First, "first", null);
        if (page.Previous is { } previous) Add(response, previous, "prev", null);
        if (page.Next is { } next) Add(response, next, "next", null);
        Add(response, page.Last, "last", null);
    }

    private static void Add(HttpResponse response, string address, string relation, string? mediaType) =>
        response.Headers.Append("Link", $"<{address}>; rel=\"{relation}\"" + (mediaType is null ? "" : $"; type=\"{mediaType}\""));
}
