using Catalog.Core.Dcat;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Language;

/// <summary>
/// In which language a reader is answered: what they chose once (a cookie), else what their browser prefers, else the
/// catalog's own first language. <c>?lang=en</c> chooses, and leads back to the same address without it.
/// </summary>
internal sealed class LanguageChoice(RequestDelegate next)
{
    private const string Name = "lang";

    public Task InvokeAsync(HttpContext context)
    {
        // Documents for programs, files and assets are the same for every reader.
        var endpoint = context.GetEndpoint();
        if (endpoint is not null && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null) return next(context);
        // Once: the page that explains a wrong address passes here a second time.
        if (!context.Response.Headers.Vary.ToString().Contains("Cookie", StringComparison.Ordinal)) context.Response.Headers.Append("Vary", "Accept-Language, Cookie");
        if (context.Request.Query[Name] is not [{ } wanted] || !HttpMethods.IsGet(context.Request.Method)) return next(context);
        if (Words.Find(wanted) is { } words)
            context.Response.Cookies.Append(Name, words.Lang, new CookieOptions
            {
                Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
        context.Response.Redirect(Here(context.Request));
        return Task.CompletedTask;
    }

    /// <summary>For dependency injection: the reader of the current request.</summary>
    public static Reader ReaderOf(IServiceProvider services)
    {
        var catalog = services.GetRequiredService<DataCatalog>();
        var request = services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request;
        var words = Words.Find(request.Cookies[Name]) ?? Preferred(request) ?? Words.Find(catalog.Languages.FirstOrDefault()) ?? Words.Spanish;
        return new Reader(words, catalog);
    }

    private static Words? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(one => one.Quality ?? 1)
        .Select(one => Words.Find(one.Value.Value?.Split('-')[0]))
        .FirstOrDefault(words => words is not null);

    // A path that begins with two slashes would be another host's address.
    private static string Here(HttpRequest request) =>
        request.PathBase + "/" + request.Path.ToUriComponent().TrimStart('/', '\\')
        + QueryString.Create(request.Query.Where(pair => pair.Key != Name).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
}
