using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages.Harvest;

/// <summary>A source and how it stands.</summary>
public sealed record SourceLine(HarvestSource Source, HarvestRun? Run, ObjectCounts Counts, DateTimeOffset? Next);

/// <summary>All sources: how they are read, how the last run went, when the next one is due.</summary>
public sealed class IndexModel(HarvestConfig config, HarvestRuns runs, HarvestObjects objects, TimeProvider time) : PageModel
{
    public IReadOnlyList<SourceLine> Sources { get; private set; } = [];

    public void OnGet()
    {
        var latest = runs.Latest();
        Sources = [.. config.Sources.Select(s => new SourceLine(
            s, latest.GetValueOrDefault(s.Id), objects.CountsOf(s.Id), s.Schedule is { } schedule ? ScheduleWords.Next(schedule, time) : null))];
    }
}
