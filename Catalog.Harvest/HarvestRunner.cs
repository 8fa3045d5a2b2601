using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Quartz;

namespace Catalog.Harvest;

/// <summary>
/// Runs sources for the server and lets the index follow. What a start makes up for runs one after the other, so that
/// the first start of an empty folder gives the same addresses every time.
/// </summary>
public sealed class HarvestRunner(HarvestPipeline pipeline, IndexUpdater index, HarvestConfig config, HarvestRuns runs, TimeProvider time)
{
    /// <summary>
    /// What a start makes up for: sources that were never harvested, whose scheduled run was missed while the program
    /// was down, or that are local and cost nothing.
    /// </summary>
    public IEnumerable<HarvestSource> DueAtStart()
    {
        var latest = runs.Latest();
        foreach (var source in config.Sources)
        {
            var local = source.Url is null || !source.Url.Contains("://", StringComparison.Ordinal);
            if (local || !latest.TryGetValue(source.Id, out var run) || run.Status == RunStatus.Interrupted || Missed(source, run)) yield return source;
        }
    }

    public async Task RunAtStartAsync(Action<HarvestSource, HarvestRun> finished, CancellationToken ct)
    {
        foreach (var source in DueAtStart().ToList())
        {
            var run = await RunAsync(source, "start", ct);
            if (run is not null) finished(source, run);
        }
    }

    public async Task<HarvestRun?> RunAsync(HarvestSource source, string trigger, CancellationToken ct)
    {
        var run = await pipeline.RunAsync(source, new HarvestOptions { Trigger = trigger }, _ => { }, ct);
        index.CatchUp(ct);
        return run;
    }

    private bool Missed(HarvestSource source, HarvestRun run)
    {
        if (source.Schedule is not { } schedule) return false;
        var cron = new CronExpression(schedule.Cron, TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone));
        return cron.GetNextValidTimeAfter(run.StartedAt) is { } next && next <= time.GetUtcNow();
    }
}
