using System.Collections.Concurrent;
using System.Globalization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Storage;
using Catalog.Web.Feeds;
using Catalog.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Catalog.Web.Downloads;

/// <summary>
/// A dataset, a sector or a publisher whole: one ZIP that is a Frictionless Data Package. It is made while it is sent,
/// so its length is not known the first time; from then on it is told, because the same content gives the same bytes.
/// </summary>
internal static class PackageEndpoints
{
    public static void MapPackages(this IEndpointRouteBuilder app)
    {
        Map(app, "/dataset/{name}.zip", DatasetAsync);
        Map(app, "/group/{name}.zip", SectorAsync);
        Map(app, "/organization/{name}.zip", PublisherAsync);
    }

    private static Task DatasetAsync(HttpContext context, string name)
    {
        var services = context.RequestServices;
        var stored = services.GetRequiredService<DatasetStore>().FindBySlug(name);
        if (stored is null) return Refuse(context, StatusCodes.Status404NotFound);
        if (!stored.Published) return Refuse(context, StatusCodes.Status410Gone);
        if (stored.Slug != name)
        {
            context.Response.Redirect($"{context.Request.PathBase}/dataset/{stored.Slug}.zip", permanent: true);
            return Task.CompletedTask;
        }
        var head = new DataPackageHead
        {
            Name = stored.Slug,
            Title = stored.Dataset.Title,
            Description = stored.Dataset.Description,
            Homepage = Addresses(services).Dataset(stored.Slug),
        };
        return SendAsync(context, $"dataset/{name}.zip", head, [stored.Id]);
    }

    private static Task SectorAsync(HttpContext context, string name)
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<DataCatalog>().Sectors.FirstOrDefault(s => s.Id == name) is not { } sector) return Refuse(context, StatusCodes.Status404NotFound);
        var head = new DataPackageHead
        {
            Name = Slug.Of(sector.Id),
            Title = sector.Title,
            Description = sector.Description,
            Homepage = Addresses(services).Group(sector.Id),
        };
        return SendAsync(context, $"group/{name}.zip", head, services.GetRequiredService<DatasetStore>().IdsOfSector(name));
    }

    private static Task PublisherAsync(HttpContext context, string name)
    {
        var services = context.RequestServices;
        var datasets = services.GetRequiredService<DatasetStore>();
        var known = services.GetRequiredService<DataCatalog>().Publishers.FirstOrDefault(p => p.Id == name);
        var ids = datasets.IdsOfPublisher(name);
        if (known is null && ids.Count == 0) return Refuse(context, StatusCodes.Status404NotFound);
        var title = known?.Name ?? Text.Of("", datasets.Find(ids[0])?.PublisherName ?? name);
        var head = new DataPackageHead
        {
            Name = Slug.Of(name),
            Title = title,
            Description = known?.Description ?? Text.Empty,
            Homepage = Addresses(services).Organization(name),
        };
        return SendAsync(context, $"organization/{name}.zip", head, ids);
    }

    private static async Task SendAsync(HttpContext context, string document, DataPackageHead head, IReadOnlyList<Guid> ids)
    {
        var (services, response, ct) = (context.RequestServices, context.Response, context.RequestAborted);
        response.ContentType = "application/zip";
        // Tables follow the files without a change of the log, and the package says what is in them.
        var state = StateOf(services, ids);
        if (services.GetRequiredService<FeedTags>().IsHeld(context, $"{document}|{state}")) return;
        var lengths = services.GetRequiredService<PackageLengths>();
        var tag = response.Headers.ETag.ToString();
        response.ContentLength = lengths.Find(tag);
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{head.Name.Replace('/', '-')}.zip" }.ToString();
        if (HttpMethods.IsHead(context.Request.Method)) return;
        var published = services.GetRequiredService<PublishedDatasets>();
        var output = new ArchiveOutput(response.Body);
        var archive = new PackageArchive(
            services.GetRequiredService<DataCatalog>(), services.GetRequiredService<FileStore>(), services.GetRequiredService<TableVersions>(),
            services.GetRequiredService<WithheldFiles>(), services.GetRequiredService<Limits>());
        var created = services.GetRequiredService<DistributionFiles>().NewestCopy(ids);
        await archive.WriteAsync(output, head with { Created = created }, published.Of(ids), ct);
        await output.FlushAsync(ct);
        // What changed while it was packed is in some of its files and not in others: such a length is nobody's.
        if (StateOf(services, ids) == state) lengths.Remember(tag, output.Count);
    }

    /// <summary>All that the package depends on beyond the config and the program.</summary>
    private static string StateOf(IServiceProvider services, IReadOnlyList<Guid> ids) => string.Create(
        CultureInfo.InvariantCulture, $"{services.GetRequiredService<ChangeLog>().Latest()}|{services.GetRequiredService<TableVersions>().StateOf(ids)}");

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static CatalogAddresses Addresses(IServiceProvider services) => new(services.GetRequiredService<DataCatalog>().Url);

    private static void Map(IEndpointRouteBuilder app, string pattern, Func<HttpContext, string, Task> handler) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], (HttpContext context) => handler(context, Convert.ToString(context.GetRouteValue("name"), CultureInfo.InvariantCulture)!))
            .WithMetadata(new Streamed(), new AsStored());
}

/// <summary>How long each package was when it was last made, by its validator.</summary>
internal sealed class PackageLengths
{
    /// <summary>Lengths kept. 10,000: more packages than a catalog has sectors and publishers, under a megabyte.</summary>
    private const int Kept = 10_000;

    private readonly ConcurrentDictionary<string, long> _lengths = new();

    public long? Find(string tag) => _lengths.TryGetValue(tag, out var length) ? length : null;

    public void Remember(string tag, long length)
    {
        if (_lengths.Count >= Kept) _lengths.Clear();
        _lengths[tag] = length;
    }
}
