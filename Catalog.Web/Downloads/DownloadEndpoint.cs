using System.Globalization;
using Catalog.Core.Storage;
using Catalog.Web.Browsing;
using Catalog.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Catalog.Web.Downloads;

/// <summary>The files themselves: our stored bytes, whole or in ranges, under a validator that is their hash.</summary>
internal static class DownloadEndpoint
{
    public static void MapDownloads(this IEndpointRouteBuilder app)
    {
        foreach (var pattern in new[] { "/dataset/{slug}/resource/{id:guid}/download", "/dataset/{slug}/resource/{id:guid}/download/{file}" })
            app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], Download).WithMetadata(new Streamed(), new AsStored());
    }

    /// <summary>
    /// CKAN's address of a file. The name at its end is for people; the id decides. <c>?version=2</c> asks for an
    /// older copy: what was once published stays. A copy that is withheld leaves the last one that is not in service.
    /// </summary>
    private static IResult Download(string slug, Guid id, HttpContext context, DatasetStore datasets, DistributionFiles files, FileStore store, WithheldFiles withheld)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (datasets.FindBySlug(slug) is not { } stored) return Results.NotFound();
        var resource = ResourceView.Of(stored, files).FirstOrDefault(r => r.Distribution.Id == id);
        var versions = resource is null && !files.BelongsTo(id, stored.Id) ? [] : files.Versions(id);
        var free = versions.Where(version => !withheld.Contains(stored.SourceId, id, version.Number));
        var number = context.Request.Query["version"].FirstOrDefault();
        var file = Pick(free, number);
        if (file is null && Pick(versions, number) is not null) return Withheld(context);
        if (file is null || !store.Contains(file.Sha256))
        {
            // Without a copy of our own the source's address is the best answer there is.
            context.Response.Headers.CacheControl = "no-store";
            return resource?.SourceUrl is { } source && versions.Count == 0 ? Results.Redirect(source) : Results.NotFound();
        }
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.AccessControlExposeHeaders = "ETag, Content-Length, Content-Range, Content-Disposition";
        return Results.File(
            store.PathOf(file.Sha256),
            SafeMediaType.Of(file.MediaType),
            file.FileName,
            file.FetchedAt,
            new EntityTagHeaderValue($"\"{file.Sha256}\""),
            enableRangeProcessing: true);
    }

    /// <summary>451: nobody forbids it for ever, but until an officer has looked (RFC 7725 §3).</summary>
    private static IResult Withheld(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Problem(statusCode: StatusCodes.Status451UnavailableForLegalReasons, title: "withheld",
            detail: "This copy seems to hold data of persons, or was not looked into yet, and waits for the catalog's officers. An earlier version may be had: ?version= and its number");
    }

    private static FileVersion? Pick(IEnumerable<FileVersion> versions, string? number) =>
        number is null ? versions.FirstOrDefault()
        : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? versions.FirstOrDefault(v => v.Number == wanted)
        : null;
}
