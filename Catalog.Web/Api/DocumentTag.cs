using Catalog.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Catalog.Web.Api;

/// <summary>The validator of a document that may be compressed on its way; compressed, it is another representation with a tag of its own (RFC 9110 §8.8.3.3).</summary>
internal static class DocumentTag
{
    private static readonly string[] Codings = ["br", "gzip"];

    /// <summary>True when the answer is 304 and nothing more is to be written.</summary>
    public static bool IsHeld(HttpContext context, string tag)
    {
        var response = context.Response;
        if (EntityTag.Held(context.Request, [tag, .. Codings.Select(coding => Coded(tag, coding))]) is { } held)
        {
            response.Headers.ETag = held;
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        response.Headers.ETag = tag;
        response.OnStarting(() =>
        {
            if (response.Headers[HeaderNames.ContentEncoding] is [{ } coding]) response.Headers.ETag = Coded(tag, coding);
            return Task.CompletedTask;
        });
        return false;
    }

    private static string Coded(string tag, string coding) => $"{tag[..^1]}-{coding}\"";
}
