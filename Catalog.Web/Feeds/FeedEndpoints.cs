using System.Globalization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Storage;
using Catalog.Web.Browsing;
using Catalog.Web.Http;

namespace Catalog.Web.Feeds;

/// <summary>The catalog and its datasets as documents for programs, streamed from the store.</summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        Map(app, $"/catalog.{{extension:{FeedFormat.Extensions}}}", CatalogAsync);
        Map(app, $"/dataset/{{name}}.{{extension:{FeedFormat.Extensions}}}", DatasetAsync);
        Map(app, "/data.json", DataJsonAsync);
    }

    private static async Task CatalogAsync(HttpContext context)
    {
        var (services, response) = (context.RequestServices, context.Response);
        if (FeedRequest.Read(context.Request.Query, services.GetRequiredService<Limits>(), out var request) is { } problem)
        {
            await problem.WriteAsync(context);
            return;
        }
        var format = FormatOf(context);
        var catalog = services.GetRequiredService<DataCatalog>();
        var windows = services.GetRequiredService<FeedWindows>();
        var (order, cursor) = windows.Select(request);
        if (windows.Cut(request, order, $"catalog.{format.Extension}", context.Request.Query) is not { } window)
        {
            await new FeedProblem(StatusCodes.Status404NotFound, FeedProblemCodes.NoSuchPage)
            {
                Parameter = "page",
                Value = context.Request.Query["page"],
                Known = [$"1–{Math.Max(1, (order.Count() + request.PageSize - 1) / request.PageSize)}"],
            }.WriteAsync(context);
            return;
        }
        FeedLinks.AddFor(response, catalog, "catalog", format, request.Profile);
        if (window.Page is { } page) FeedLinks.AddFor(response, page);
        if (IsAnswered(context, format.MediaType, $"catalog.{format.Extension}{context.Request.QueryString}|{cursor.ToString(CultureInfo.InvariantCulture)}")) return;
        await CatalogExport.WriteRdfAsync(response.Body, format.Syntax, request.Profile, catalog, window.Page, window.Datasets, context.RequestAborted);
    }

    private static async Task DatasetAsync(HttpContext context)
    {
        var (services, response) = (context.RequestServices, context.Response);
        var name = Convert.ToString(context.GetRouteValue("name"), CultureInfo.InvariantCulture)!;
        var format = FormatOf(context);
        if (FeedRequest.Read(context.Request.Query, services.GetRequiredService<Limits>(), out var request) is { } problem)
        {
            await problem.WriteAsync(context);
        }
        else if (services.GetRequiredService<DatasetStore>().FindByName(name) is not { } stored)
        {
            await RefuseAsync(context, new FeedProblem(StatusCodes.Status404NotFound, FeedProblemCodes.NoSuchDataset) { Value = name });
        }
        else if (!stored.Published)
        {
            await RefuseAsync(context, new FeedProblem(StatusCodes.Status410Gone, FeedProblemCodes.DatasetWithdrawn) { Value = stored.Slug });
        }
        else if (stored.Slug != name)
        {
            response.Redirect($"{context.Request.PathBase}/dataset/{stored.Slug}.{format.Extension}{context.Request.QueryString}", permanent: true);
        }
        else
        {
            var catalog = services.GetRequiredService<DataCatalog>();
            FeedLinks.AddFor(response, catalog, $"dataset/{stored.Slug}", format, request.Profile);
            if (IsAnswered(context, format.MediaType, $"dataset/{stored.Slug}.{format.Extension}|{request.Profile.Name}")) return;
            var published = services.GetRequiredService<PublishedDatasets>().With(stored);
            await CatalogExport.WriteDatasetAsync(response.Body, format.Syntax, request.Profile, catalog, published, context.RequestAborted);
        }
    }

    /// <summary>A person who followed a dead link gets the page that helps on; a program is told why.</summary>
    private static Task RefuseAsync(HttpContext context, FeedProblem problem)
    {
        context.Response.Headers.Append("Vary", "Accept");
        if (!context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))) return problem.WriteAsync(context);
        context.Response.StatusCode = problem.Status;
        return Task.CompletedTask;
    }

    private static async Task DataJsonAsync(HttpContext context)
    {
        var (services, query) = (context.RequestServices, context.Request.Query);
        string? asked = query["profile"];
        var problem = FeedRequest.Read(QueryWithoutProfile(query), services.GetRequiredService<Limits>(), out var request);
        var profile = asked switch
        {
            null or "" or "dcat-us-1.1" => DataJsonProfile.DcatUs,
            "ar" => DataJsonProfile.Argentina,
            _ => (DataJsonProfile?)null,
        };
        if (profile is null) problem = FeedProblem.BadRequest(FeedProblemCodes.UnknownProfile, "profile", asked, "dcat-us-1.1", "ar");
        if (problem is not null)
        {
            await problem.WriteAsync(context);
            return;
        }
        var windows = services.GetRequiredService<FeedWindows>();
        var (order, cursor) = windows.Select(request);
        // Harvesters of data.json do not turn pages: it is always whole.
        var window = windows.Cut(request with { Page = null }, order, "data.json", query)!;
        if (IsAnswered(context, "application/json", $"data.json{context.Request.QueryString}|{cursor.ToString(CultureInfo.InvariantCulture)}")) return;
        await CatalogExport.WriteDataJsonAsync(context.Response.Body, profile!.Value, services.GetRequiredService<DataCatalog>(), window.Datasets, context.RequestAborted);
    }

    /// <summary>Sets what every document has; true when a validator or HEAD needs no body.</summary>
    private static bool IsAnswered(HttpContext context, string mediaType, string document)
    {
        context.Response.ContentType = $"{mediaType}; charset=utf-8";
        return context.RequestServices.GetRequiredService<FeedTags>().IsHeld(context, document) || HttpMethods.IsHead(context.Request.Method);
    }

    private static FeedFormat FormatOf(HttpContext context) => FeedFormat.OfExtension((string)context.GetRouteValue("extension")!);

    private static QueryCollection QueryWithoutProfile(IQueryCollection query) =>
        new(query.Where(p => p.Key is not ("profile" or "profiles")).ToDictionary(p => p.Key, p => p.Value));

    private static void Map(IEndpointRouteBuilder app, string pattern, RequestDelegate handler) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler).WithMetadata(new Streamed());
}
