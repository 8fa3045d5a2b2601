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
    /// older copy: what was once published stays.
    /// </summary>
    private static IResult Download(string slug, Guid id, HttpContext context, DatasetStore datasets, DistributionFiles files, FileStore store)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (datasets.FindBySlug(slug) is not { } stored) return Results.NotFound();
        var resource = ResourceView.Of(stored, files).FirstOrDefault(r => r.Distribution.Id == id);
        var versions = resource is null && !files.BelongsTo(id, stored.Id) ? [] : files.Versions(id);
        var file = Pick(versions, context.Request.Query["version"].FirstOrDefault());
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

    private static FileVersion? Pick(IReadOnlyList<FileVersion> versions, string? number) =>
        number is null ? versions.FirstOrDefault()
        : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? versions.FirstOrDefault(v => v.Number == wanted)
        : null;
}
