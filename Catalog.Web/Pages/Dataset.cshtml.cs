using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Rows;
using Catalog.Harvest.Config;
using Catalog.Web.Browsing;
using Catalog.Web.Feeds;
using Catalog.Web.Language;
using Catalog.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>A table at a glance and the file that it is of.</summary>
public sealed record GlanceView(ResourceView Resource, TableGlance Glance);

/// <summary>One dataset: its metadata, its files, what validation found, and its history.</summary>
public sealed class DatasetModel(DatasetStore datasets, DistributionFiles files, TableExplorer tables, TableGlances glances, TableComparison comparisons, DatasetFacts facts, Reader reader) : PageModel
{
    /// <summary>Tables whose changes are summed up. 5: more make a list that nobody reads.</summary>
    private const int MaxCompared = 5;

    /// <summary>Bytes of a file whose changes are summed up. 20 MB: compared in well under a second, and then remembered.</summary>
    private const long MaxComparedBytes = 20_000_000;

    public StoredDataset Stored { get; private set; } = null!;

    public Dataset Dataset => Stored.Dataset;

    public Wording Publisher { get; private set; }

    public IReadOnlyList<ResourceView> Resources { get; private set; } = [];

    /// <summary>The resource whose first rows are shown, and the rows; null when none of them has a table in service.</summary>
    public GlanceView? Glance { get; private set; }

    /// <summary>Null for a dataset that was taken back.</summary>
    public PackageLink? Package { get; private set; }

    public HarvestObject? Record { get; private set; }

    public IReadOnlyList<RevisionView> History { get; private set; } = [];

    public PublishedDataset Published { get; private set; } = null!;

    /// <summary>What the newest versions of its tables changed.</summary>
    public IReadOnlyList<(ResourceView Resource, Comparison Comparison)> TableChanges { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (datasets.FindByName(name) is not { } stored) return NotFound();
        Stored = stored;
        if (Stored.Slug != name) return RedirectPermanent($"{Request.PathBase}/dataset/{Stored.Slug}{Request.QueryString}");
        if (Stored.Published) FeedLinks.AddForPage(Response, reader.Catalog, $"dataset/{Stored.Slug}");
        Publisher = facts.PublisherOf(Stored, reader);
        var standings = tables.Standings(Stored.Id);
        Resources = [.. ResourceView.Of(Stored, files).Select(r => r with { Tables = standings.GetValueOrDefault(r.Distribution.Id) })];
        Published = facts.Published(Stored);
        Record = facts.RecordOf(Stored);
        History = facts.HistoryOf(Stored);
        if (Stored.Published) Package = new PackageLink($"dataset/{Stored.Slug}.zip", FilesKept());
        if (!Stored.Published) Response.StatusCode = StatusCodes.Status410Gone;
        var shown = Resources.FirstOrDefault(r => r.HasTable && r.Distribution.Id.ToString("D") == Request.Query["preview"]) ?? Resources.FirstOrDefault(r => r.HasTable);
        if (shown is not null && await glances.OfAsync(shown.Distribution.Id, ct) is { } glance) Glance = new GlanceView(shown, glance);
        TableChanges = await ChangesAsync(ct);
        return Page();
    }

    /// <summary>Small tables only: a page must not wait for millions of rows; the link to their versions is there all the same.</summary>
    private async Task<IReadOnlyList<(ResourceView, Comparison)>> ChangesAsync(CancellationToken ct)
    {
        var changes = new List<(ResourceView, Comparison)>();
        foreach (var resource in Resources.Where(r => r.File is { Number: > 1, Size: <= MaxComparedBytes }).Take(MaxCompared))
        {
            try
            {
                if (await comparisons.CompareAsync(resource.Distribution.Id, null, null, null, ct) is { } comparison) changes.Add((resource, comparison));
            }
            catch (QueryRefusedException)
            {
                // Too many ask at the moment: the page goes without.
                break;
            }
        }
        return changes;
    }

    private FileTotal FilesKept() => new() { Count = Resources.Count(r => r.File is not null), Bytes = Resources.Sum(r => r.File?.Size ?? 0) };
}
