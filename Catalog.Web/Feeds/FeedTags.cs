using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Catalog.Web.Feeds;

/// <summary>
/// Strong validators for documents that are streamed and so cannot be hashed beforehand. The documents are a function
/// of the store, the config and the program, so the position in the change log, the config and the build name them.
/// </summary>
public sealed class FeedTags(ChangeLog changes, DataCatalog catalog)
{
    private static readonly string[] Codings = ["br", "gzip"];

    private readonly string _build = typeof(FeedTags).Assembly.ManifestModule.ModuleVersionId.ToString("N") + JsonSerializer.Serialize(catalog);

    /// <summary>
    /// Sets the validator of a document and answers a conditional request: true when the answer is 304 and nothing more
    /// is to be written. A compressed document is another representation and has a tag of its own (RFC 9110 §8.8.3.3).
    /// </summary>
    internal bool IsHeld(HttpContext context, string document) =>
        IsHeldFrom(context, string.Create(CultureInfo.InvariantCulture, $"{changes.Latest()}|{document}|{_build}"));

    /// <summary>The same for a document that says in its name all that it depends on, and so never changes.</summary>
    internal bool IsHeldForGood(HttpContext context, string document) => IsHeldFrom(context, document);

    private static bool IsHeldFrom(HttpContext context, string seed)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..32];
        var plain = $"\"{hash}\"";
        var response = context.Response;
        response.Headers.CacheControl = "no-cache";
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "ETag, Link";
        if (EntityTag.Held(context.Request, [plain, .. Codings.Select(coding => $"\"{hash}-{coding}\"")]) is { } held)
        {
            response.Headers.ETag = held;
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        response.Headers.ETag = plain;
        response.OnStarting(() =>
        {
            if (response.Headers[HeaderNames.ContentEncoding] is [{ } coding]) response.Headers.ETag = $"\"{hash}-{coding}\"";
            return Task.CompletedTask;
        });
        return false;
    }
}
