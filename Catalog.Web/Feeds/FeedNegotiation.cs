using Catalog.Web.Http;

namespace Catalog.Web.Feeds;

/// <summary>
/// Leads who prefers RDF from the address of a page to the document that says the same, before the request is routed:
/// /, /catalog and /dataset/{name} have one of each, /feed has documents only. Browsers, and whoever takes anything, get
/// the page.
/// </summary>
internal sealed class FeedNegotiation(RequestDelegate next)
{
    private const string Page = "text/html";

    private static readonly string[] Offers = [Page, .. FeedFormat.All.Select(f => f.MediaType)];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || DocumentOf(request.Path.Value ?? "") is not { } document) return next(context);
        context.Response.Headers.Append("Vary", "Accept");
        if (Accept.Choose(request, Offers) is not { } chosen)
        {
            var problem = new FeedProblem(StatusCodes.Status406NotAcceptable, FeedProblemCodes.NotAcceptable) { Parameter = "Accept", Value = request.Headers.Accept, Known = Offers };
            return problem.WriteAsync(context);
        }
        if (FeedFormat.OfMediaType(chosen) is { } format)
        {
            var address = $"/{document}.{format.Extension}";
            request.Path = address;
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode == StatusCodes.Status200OK) context.Response.Headers.ContentLocation = request.PathBase + address + request.QueryString;
                return Task.CompletedTask;
            });
            return next(context);
        }
        if (request.Path != "/catalog") return next(context);
        context.Response.Redirect(request.PathBase + "/");
        return Task.CompletedTask;
    }

    /// <summary>The document of a page's address, without its extension; null when there is none.</summary>
    private static string? DocumentOf(string path)
    {
        if (path is "/" or "/catalog") return "catalog";
        const string datasets = "/dataset/";
        return path.StartsWith(datasets, StringComparison.Ordinal) && path.Length > datasets.Length && path.AsSpan(datasets.Length).IndexOfAny('/', '.') < 0
            ? path[1..]
            : null;
    }
}
