using System.Globalization;
using System.Net;
using System.Text;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Web.Http;

namespace Catalog.Web.Feeds;

/// <summary>What crawlers and monitors ask for.</summary>
internal static class SitemapEndpoint
{
    /// <summary>Addresses in one sitemap: the protocol's own limit (sitemaps.org). A catalog beyond it is cut into several.</summary>
    private const int MaxAddresses = 50_000;

    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/sitemap.xml", [HttpMethods.Get, HttpMethods.Head], SitemapAsync).WithMetadata(new Streamed());
        app.MapMethods("/robots.txt", [HttpMethods.Get, HttpMethods.Head], Robots);
    }

    public static void MapHealth(this IEndpointRouteBuilder app) =>
        app.MapMethods("/healthz", [HttpMethods.Get, HttpMethods.Head], (ChangeLog changes, HttpContext context) =>
        {
            // Reads the database: a server that cannot is not well.
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(new { status = "ok", position = changes.Latest() });
        });

    private static async Task SitemapAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var addresses = new CatalogAddresses(services.GetRequiredService<DataCatalog>().Url);
        var part = int.TryParse(context.Request.Query["part"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        context.Response.ContentType = "application/xml; charset=utf-8";
        if (services.GetRequiredService<FeedTags>().IsHeld(context, $"sitemap.xml?part={part}") || HttpMethods.IsHead(context.Request.Method)) return;
        var datasets = services.GetRequiredService<DatasetStore>();
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(false), bufferSize: 64 * 1024);
        var count = datasets.Count();
        if (part == 0 && count > MaxAddresses) await WriteIndexAsync(writer, addresses, (count + MaxAddresses - 1) / MaxAddresses);
        else await WritePartAsync(writer, addresses, datasets.StreamAll().Skip(Math.Max(0, part - 1) * MaxAddresses).Take(MaxAddresses), part <= 1, context.RequestAborted);
    }

    private static async Task WriteIndexAsync(StreamWriter writer, CatalogAddresses addresses, int parts)
    {
        await writer.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (var part = 1; part <= parts; part++) await writer.WriteAsync($"<sitemap><loc>{WebUtility.HtmlEncode(addresses.Home)}/sitemap.xml?part={part}</loc></sitemap>\n");
        await writer.WriteAsync("</sitemapindex>\n");
    }

    private static async Task WritePartAsync(StreamWriter writer, CatalogAddresses addresses, IEnumerable<StoredDataset> datasets, bool withHome, CancellationToken ct)
    {
        await writer.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        if (withHome) await writer.WriteAsync($"<url><loc>{WebUtility.HtmlEncode(addresses.Home)}/</loc></url>\n");
        foreach (var dataset in datasets)
        {
            ct.ThrowIfCancellationRequested();
            var day = dataset.ChangedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await writer.WriteAsync($"<url><loc>{WebUtility.HtmlEncode(addresses.Dataset(dataset.Slug))}</loc><lastmod>{day}</lastmod></url>\n");
        }
        await writer.WriteAsync("</urlset>\n");
    }

    /// <summary>Searches are endless in combinations; the sitemap has every dataset.</summary>
    private static IResult Robots(DataCatalog catalog) => Results.Text(
        $"User-agent: *\nDisallow: /dataset?\nDisallow: /harvest/run/\n\nSitemap: {new CatalogAddresses(catalog.Url).Home}/sitemap.xml\n", "text/plain");
}
