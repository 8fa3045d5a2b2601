using Catalog.Core;
using Catalog.Web.Browsing;
using Catalog.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>The search.</summary>
public sealed class DatasetsModel(DatasetSearch search, Limits limits, Reader reader) : PageModel
{
    public ResultPage Results { get; private set; } = null!;

    public DatasetQuery Search => Results.Query;

    public Pager Pager { get; private set; } = null!;

    public void OnGet()
    {
        var query = DatasetQuery.Read(Request.Query, limits);
        Results = search.Find(query, reader);
        // A page behind the last one has nothing on it: the last is what was meant.
        if (query.Page > Results.Pages) Results = search.Find(query with { Page = Results.Pages }, reader);
        Pager = new Pager { Page = Search.Page, Pages = Results.Pages, Address = page => "?" + (Search with { Page = page }).ToQueryString().TrimStart('?') };
    }
}
