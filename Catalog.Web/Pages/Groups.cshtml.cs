using Catalog.Core.Dcat;
using Catalog.Web.Browsing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>All sectors.</summary>
public sealed class GroupsModel(DataCatalog catalog, CatalogCounts counts) : PageModel
{
    public IReadOnlyList<Sector> Sectors => catalog.Sectors;

    public CatalogCount Count { get; } = counts.Now();
}
