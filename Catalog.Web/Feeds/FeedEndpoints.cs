using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Storage;
using Catalog.Web.Http;

namespace Catalog.Web.Feeds;

/// <summary>The catalog and its datasets as documents for programs, streamed from the store.</summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        Map(app, "/catalog.ttl", context => WriteCatalogAsync(context, FeedFormat.Turtle));
        Map(app, "/catalog.jsonld", context => WriteCatalogAsync(context, FeedFormat.JsonLd));
        Map(app, "/catalog", CatalogAsync);
        Map(app, "/data.json", DataJsonAsync);
        Map(app, "/dataset/{slug}.{extension:regex(^(ttl|jsonld)$)}", DatasetAsync);
    }

    /// <summary>One dataset as RDF; also what the dataset's page answers to whoever prefers RDF.</summary>
    public static async Task WriteDatasetAsync(HttpContext context, StoredDataset stored, FeedFormat format)
    {
        var services = context.RequestServices;
        var catalog = services.GetRequiredService<DataCatalog>();
        context.Response.ContentType = $"{format.MediaType}; charset=utf-8";
        if (services.GetRequiredService<FeedTags>().IsHeld(context, $"dataset/{stored.Slug}.{format.Extension}") || HttpMethods.IsHead(context.Request.Method)) return;
        var published = services.GetRequiredService<PublishedDatasets>().With(stored);
        var ct = context.RequestAborted;
        await DcatDocument.WriteAsync(context.Response.Body, format, catalog, published, ct);
    }

    private static async Task DatasetAsync(HttpContext context)
    {
        var slug = (string)context.GetRouteValue("slug")!;
        var format = FeedFormat.OfExtension((string)context.GetRouteValue("extension")!)!;
        var stored = context.RequestServices.GetRequiredService<DatasetStore>().FindBySlug(slug);
        if (stored is null) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!stored.Published) context.Response.StatusCode = StatusCodes.Status410Gone;
        else if (stored.Slug != slug) context.Response.Redirect($"{context.Request.PathBase}/dataset/{stored.Slug}.{format.Extension}", permanent: true);
        else await WriteDatasetAsync(context, stored, format);
    }

    private static async Task CatalogAsync(HttpContext context)
    {
        context.Response.Headers.Append("Vary", "Accept");
        if (FeedFormat.Negotiate(context.Request) is { } format) await WriteCatalogAsync(context, format);
        else context.Response.Redirect(context.Request.PathBase + "/");
    }

    private static Task WriteCatalogAsync(HttpContext context, FeedFormat format) =>
        WriteAsync(context, format.Format, $"{format.MediaType}; charset=utf-8", $"catalog.{format.Extension}");

    private static Task DataJsonAsync(HttpContext context)
    {
        var argentine = context.Request.Query["profile"] == "ar";
        return WriteAsync(
            context, argentine ? CatalogFormat.DataJsonArgentina : CatalogFormat.DataJson, "application/json; charset=utf-8", argentine ? "data.json?profile=ar" : "data.json");
    }

    private static async Task WriteAsync(HttpContext context, CatalogFormat format, string contentType, string document)
    {
        var services = context.RequestServices;
        context.Response.ContentType = contentType;
        if (services.GetRequiredService<FeedTags>().IsHeld(context, document) || HttpMethods.IsHead(context.Request.Method)) return;
        await CatalogExport.WriteAsync(
            context.Response.Body, format, services.GetRequiredService<DataCatalog>(), services.GetRequiredService<PublishedDatasets>().Stream(), context.RequestAborted);
    }

    private static void Map(IEndpointRouteBuilder app, string pattern, RequestDelegate handler) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler).WithMetadata(new Streamed());
}
