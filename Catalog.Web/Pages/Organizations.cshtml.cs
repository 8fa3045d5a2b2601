using Catalog.Harvest.Config;
using Catalog.Web.Browsing;
using Catalog.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>Everybody who publishes, by branch of government.</summary>
public sealed class OrganizationsModel(HarvestConfig config, CatalogCounts counts, Reader reader) : PageModel
{
    public IReadOnlyList<PublisherGroup> Publishers { get; private set; } = [];

    public void OnGet() => Publishers = PublisherGroup.Of(config, counts.Now(), reader);
}
