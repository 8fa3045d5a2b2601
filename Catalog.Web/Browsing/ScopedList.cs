using Catalog.Core;
using Catalog.Core.Search;
using Catalog.Web.Language;

namespace Catalog.Web.Browsing;

/// <summary>The datasets of one publisher or sector, a page at a time.</summary>
public sealed record ScopedList(ResultPage Results, Pager Pager, FacetFilter Scope)
{
    public static ScopedList Of(DatasetSearch search, FacetFilter scope, IQueryCollection parameters, Limits limits, Reader reader)
    {
        var read = DatasetQuery.Read(parameters, limits);
        var query = new DatasetQuery { Text = read.Text, Cut = read.Cut, Page = read.Page, Sort = read.Sort };
        var results = search.Find(query, reader, scope);
        if (query.Page > results.Pages) results = search.Find(query with { Page = results.Pages }, reader, scope);
        return new ScopedList(results, new Pager
        {
            Page = results.Query.Page,
            Pages = results.Pages,
            Address = page => "?" + (query with { Page = page }).ToQueryString().TrimStart('?'),
        }, scope);
    }
}
