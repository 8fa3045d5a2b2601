using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Search;
using Catalog.Harvest.Config;
using Catalog.Web.Browsing;
using Catalog.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>One publisher: who they are, the bodies below them, and their datasets.</summary>
public sealed class OrganizationModel(HarvestConfig config, CatalogCounts counts, DatasetSearch search, PackageTotals packages, Limits limits, Reader reader) : PageModel
{
    public string Id { get; private set; } = "";

    public Wording Name { get; private set; }

    /// <summary>As the config describes it; null for a body that only sources name.</summary>
    public Publisher? Known { get; private set; }

    public Publisher? Parent { get; private set; }

    public IReadOnlyList<PublisherLine> Children { get; private set; } = [];

    public ScopedList List { get; private set; } = null!;

    public PackageLink Package { get; private set; } = null!;

    public IActionResult OnGet(string name)
    {
        var count = counts.Now();
        Id = name;
        Package = new PackageLink($"organization/{name}.zip", packages.OfPublisher(name));
        Known = config.FindPublisher(name);
        var found = count.ByPublisher.FirstOrDefault(p => p.Id == name);
        if (Known is null && found is null) return NotFound();
        Name = Known is null ? reader.Say(Text.Of("", found!.Name ?? name)) : reader.Say(Known.Name);
        Parent = config.FindPublisher(Known?.Parent);
        Children = [.. config.Catalog.Publishers.Where(p => p.Parent == name).Select(p => new PublisherLine(p.Id, reader.Say(p.Name), count.OfPublisher(p.Id), name))];
        List = ScopedList.Of(search, new FacetFilter(FacetField.Publisher, name), Request.Query, limits, reader);
        return Page();
    }
}
