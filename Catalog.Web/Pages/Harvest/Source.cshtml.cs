using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Web.Browsing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages.Harvest;

/// <summary>One source: its runs, what validation found in each record, which tables somebody should look at, and which files could not be had.</summary>
public sealed class SourceModel(HarvestConfig config, HarvestRuns runs, HarvestObjects objects, DistributionFiles files, TableVersions tables, Limits limits) : PageModel
{
    public HarvestSource Source { get; private set; } = null!;

    public IReadOnlyList<HarvestRun> Runs { get; private set; } = [];

    public IReadOnlyList<HarvestObject> Records { get; private set; } = [];

    public IReadOnlyList<FileCheck> Failures { get; private set; } = [];

    public IReadOnlyList<TableTrouble> Tables { get; private set; } = [];

    public ObjectCounts Counts { get; private set; } = null!;

    /// <summary>Records without findings are listed, too.</summary>
    public bool All { get; private set; }

    public Pager Pager { get; private set; } = null!;

    public IActionResult OnGet(string source)
    {
        if (config.FindSource(source) is not { } found) return NotFound();
        Source = found;
        Runs = runs.Of(source, limits.HarvestPageSize / 2);
        Counts = objects.CountsOf(source);
        Failures = files.Failures(source, limits.HarvestPageSize);
        Tables = tables.Troubles(source, limits.HarvestPageSize);
        All = Request.Query["all"] == "1";
        var total = All ? Counts.Published + Counts.Rejected + Counts.Held : Counts.WithFindings;
        var pages = Pager.Count(total, limits.HarvestPageSize, limits.MaxPage);
        var page = Math.Min(DatasetQuery.ReadPage(Request.Query, limits), pages);
        Records = objects.List(source, onlyWithFindings: !All, (page - 1) * limits.HarvestPageSize, limits.HarvestPageSize);
        Pager = new Pager { Page = page, Pages = pages, Address = number => $"?{(All ? "all=1&" : "")}page={number}#records" };
        return Page();
    }
}
