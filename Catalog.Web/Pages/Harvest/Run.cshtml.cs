using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Web.Browsing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages.Harvest;

/// <summary>What one run did, record by record.</summary>
public sealed class RunModel(HarvestRuns runs, Limits limits) : PageModel
{
    public HarvestRun Run { get; private set; } = null!;

    public IReadOnlyList<RunItem> Items { get; private set; } = [];

    public IReadOnlyList<Finding> CatalogFindings { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public IActionResult OnGet(long id)
    {
        if (runs.Find(id) is not { } run) return NotFound();
        Run = run;
        CatalogFindings = DatasetJson.ReadFindings(run.CatalogFindings);
        var size = limits.HarvestPageSize;
        var page = DatasetQuery.ReadPage(Request.Query, limits);
        // One more than is shown tells whether there is a next page; nobody counts the items of a run.
        var items = runs.Items(id, (page - 1) * size, size + 1);
        Items = [.. items.Take(size)];
        Pager = new Pager { Page = page, Pages = Math.Min(limits.MaxPage, items.Count > size ? page + 1 : page), Address = number => $"?page={number}" };
        return Page();
    }
}
