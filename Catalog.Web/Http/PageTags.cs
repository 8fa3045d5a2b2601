using Microsoft.Net.Http.Headers;

namespace Catalog.Web.Http;

/// <summary>Marks an endpoint that streams: it brings its own validator, and its body is never held in memory.</summary>
internal sealed class Streamed;

/// <summary>Marks an endpoint that gives bytes as they are stored: compressing them would break ranges and the tag.</summary>
internal sealed class AsStored;

/// <summary>
/// Gives every page a strong ETag, the hash of its bytes as sent, and answers 304 and HEAD by it. Pages are small, so
/// they are held; what streams passes by.
/// </summary>
internal sealed class PageTags(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || context.GetEndpoint()?.Metadata.GetMetadata<Streamed>() is not null)
        {
            await next(context);
            return;
        }
        var response = context.Response;
        var sent = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = sent;
        }
        await SendAsync(context, page);
    }

    private static async Task SendAsync(HttpContext context, MemoryStream page)
    {
        var response = context.Response;
        var bytes = page.GetBuffer().AsMemory(0, (int)page.Length);
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = (string?)response.Headers.ETag ?? EntityTag.OfBytes(bytes.Span);
            response.Headers.ETag = tag;
            if (response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = "no-cache";
            if (EntityTag.Held(context.Request, tag) is not null)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.Headers.Remove(HeaderNames.ContentType);
                response.Headers.Remove(HeaderNames.ContentEncoding);
                response.ContentLength = null;
                return;
            }
        }
        if (response.StatusCode is StatusCodes.Status304NotModified or StatusCodes.Status204NoContent) return;
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
