using Catalog.Core.Dcat;

namespace Catalog.Web.Http;

/// <summary>
/// A catalog may live below a path (https://city.example/data). Links in pages are made below it whether the proxy in
/// front leaves the path in requests or takes it off.
/// </summary>
internal sealed class PublicPath(RequestDelegate next, DataCatalog catalog)
{
    private readonly PathString _base = Uri.TryCreate(catalog.Url, UriKind.Absolute, out var url) && url.AbsolutePath.Length > 1
        ? new PathString(url.AbsolutePath.TrimEnd('/'))
        : PathString.Empty;

    public Task InvokeAsync(HttpContext context)
    {
        if (!_base.HasValue) return next(context);
        if (context.Request.Path.StartsWithSegments(_base, out var rest)) context.Request.Path = rest;
        context.Request.PathBase = _base;
        return next(context);
    }
}
