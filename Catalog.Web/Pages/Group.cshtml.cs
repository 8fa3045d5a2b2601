using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Search;
using Catalog.Web.Browsing;
using Catalog.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>One sector and its datasets.</summary>
public sealed class GroupModel(DataCatalog catalog, DatasetSearch search, PackageTotals packages, Limits limits, Reader reader) : PageModel
{
    public Sector Sector { get; private set; } = null!;

    public ScopedList List { get; private set; } = null!;

    public PackageLink Package { get; private set; } = null!;

    public IActionResult OnGet(string name)
    {
        if (catalog.Sectors.FirstOrDefault(s => s.Id == name) is not { } sector) return NotFound();
        Sector = sector;
        Package = new PackageLink($"group/{name}.zip", packages.OfSector(name));
        List = ScopedList.Of(search, new FacetFilter(FacetField.Sector, name), Request.Query, limits, reader);
        return Page();
    }
}
