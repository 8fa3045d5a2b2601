using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Web.Browsing;
using Catalog.Web.Feeds;
using Catalog.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>Home: what there is, by sector and by publisher, and what is new.</summary>
public sealed class IndexModel(HarvestConfig config, DatasetStore datasets, CatalogCounts counts, Limits limits, Reader reader) : PageModel
{
    public CatalogCount Count { get; private set; } = null!;

    public IReadOnlyList<Sector> Sectors { get; private set; } = [];

    public IReadOnlyList<PublisherGroup> Publishers { get; private set; } = [];

    public IReadOnlyList<DatasetCard> Newest { get; private set; } = [];

    public void OnGet()
    {
        FeedLinks.AddForPage(Response, reader.Catalog, "catalog");
        Count = counts.Now();
        Sectors = [.. config.Catalog.Sectors.OrderByDescending(s => Count.BySector.GetValueOrDefault(s.Id))];
        // Bodies that only head others are on the page of publishers.
        Publishers = [.. PublisherGroup.Of(config, Count, reader).Select(g => g with { Publishers = [.. g.Publishers.Where(p => p.Count > 0)] }).Where(g => g.Publishers.Count > 0)];
        Newest = [.. datasets.Newest(limits.NewestShown).Select(d => DatasetCard.Of(d, config, reader))];
    }
}
