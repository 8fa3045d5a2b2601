using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;
using Catalog.Harvest.Sources;
using Microsoft.Extensions.Logging;

namespace Catalog.Harvest;

/// <summary>What to do in a run.</summary>
public sealed record HarvestOptions
{
    /// <summary>What started it: schedule, start, command.</summary>
    public required string Trigger { get; init; }

    /// <summary>Distributions' files are fetched, too.</summary>
    public bool Files { get; init; } = true;

    /// <summary>A held run whose held items an officer approves; null for none.</summary>
    public long? Approve { get; init; }
}

/// <summary>Where a run is, for whoever watches.</summary>
public sealed record HarvestProgress(string SourceId, string Stage, int Done, int Total);

/// <summary>
/// One harvest of one source, the whole order of work:
/// gather -> compare and validate -> plan -> guard -> apply -> files -> close the run.
/// Search and feeds follow the change log on their own.
/// </summary>
public sealed class HarvestPipeline(HarvestConfig config, CatalogDatabase database, string dataFolder, HttpFetcher fetcher, FileStore store, Limits limits, TimeProvider time, ILogger<HarvestPipeline> log)
{
    private readonly DatasetStore _datasets = new(database);
    private readonly HarvestObjects _objects = new(database);
    private readonly HarvestRuns _runs = new(database);
    private readonly HeldItems _held = new(database);
    private readonly DistributionFiles _files = new(database);

    /// <summary>Harvests a source. Null when another run of it is still going on; that is recorded as skipped.</summary>
    public async Task<HarvestRun?> RunAsync(HarvestSource source, HarvestOptions options, Action<HarvestProgress> progress, CancellationToken ct)
    {
        using var turn = HarvestLock.TryTake(dataFolder, source.Id);
        if (turn is null)
        {
            Log.Skipped(log, source.Id);
            _runs.RecordSkipped(source.Id, options.Trigger, "The previous run of this source was still going on.", time.GetUtcNow());
            return null;
        }
        var id = _runs.Begin(source.Id, options.Trigger, time.GetUtcNow());
        var run = _runs.Find(id)!;
        Log.Started(log, source.Id, id, options.Trigger);
        try
        {
            run = await ApplyAsync(run, source, options, progress, ct);
            // What was applied is counted by now, whatever befalls the files.
            if (options.Files && run.Status != RunStatus.Failed) run = await KeepFilesAsync(run, source, progress, ct);
        }
        catch (OperationCanceledException)
        {
            // Stopped from outside: what was applied stays, the next run does the rest.
            _runs.Finish(run with { Status = RunStatus.Interrupted, FinishedAt = time.GetUtcNow() });
            throw;
        }
        catch (Exception e)
        {
            // The edge of a run: a bug or a disk must not end the scheduler, and must be seen.
            Log.Broke(log, source.Id, id, e);
            run = run with { Status = RunStatus.Failed, Code = GatherCodes.InternalError, Message = e.Message };
        }
        run = run with { FinishedAt = time.GetUtcNow() };
        _runs.Finish(run);
        Log.Finished(
            log, source.Id, id, run.Status, run.Added, run.Changed, run.Removed, run.Unchanged, run.Rejected, run.Held, run.Errors, run.FilesStored, run.FilesFailed);
        return run;
    }

    /// <summary>What a run would do, without doing it. Null when the gather failed, with the reason.</summary>
    public async Task<(HarvestPlan? Plan, GatherResult.Failed? Failed)> PlanAsync(HarvestSource source, Action<HarvestProgress> progress, CancellationToken ct)
    {
        using var records = new RecordSpool(TempPath(source, $"plan-{Environment.ProcessId}-records"));
        using var payloads = new PlanSpool(TempPath(source, $"plan-{Environment.ProcessId}-payloads"));
        return await PlanAsync(source, [], records, payloads, progress, ct);
    }

    private async Task<HarvestRun> ApplyAsync(HarvestRun run, HarvestSource source, HarvestOptions options, Action<HarvestProgress> progress, CancellationToken ct)
    {
        using var records = new RecordSpool(TempPath(source, "records"));
        using var payloads = new PlanSpool(TempPath(source, "payloads"));
        var approved = options.Approve is { } approve ? _held.Of(approve) : [];

        var (plan, failed) = await PlanAsync(source, approved, records, payloads, progress, ct);
        if (plan is null) return run with { Status = RunStatus.Failed, Code = failed!.Code, Message = failed.Message };

        new HarvestApplier(database, time).Apply(plan, payloads, run.Id, done => progress(new(source.Id, "apply", done, plan.Items.Count)), ct);

        return Summarize(run, plan);
    }

    private async Task<HarvestRun> KeepFilesAsync(HarvestRun run, HarvestSource source, Action<HarvestProgress> progress, CancellationToken ct)
    {
        var files = await new HarvestFiles(database, _files, store, fetcher, limits, time)
            .RunAsync(config, source, (done, total) => progress(new(source.Id, "files", done, total)), ct);
        await new HarvestSchemas(database, store, fetcher, limits, time).RunAsync(config, source, ct);
        return run with { FilesStored = files.Stored, FilesUnchanged = files.Unchanged, FilesFailed = files.Failed };
    }

    private async Task<(HarvestPlan? Plan, GatherResult.Failed? Failed)> PlanAsync(
        HarvestSource source, IReadOnlyList<HeldItem> approved, RecordSpool records, PlanSpool payloads, Action<HarvestProgress> progress, CancellationToken ct)
    {
        progress(new(source.Id, "gather", 0, 0));
        var gathered = await Reader(source).GatherAsync(records, ct);
        if (gathered is GatherResult.Failed failed) return (null, failed);
        var document = ((GatherResult.Gathered)gathered).Document;

        var planner = new HarvestPlanner(config, source, _datasets, _objects, limits)
        {
            ApprovedFingerprints = approved.Where(a => a.Kind == "record").Select(a => a.Fingerprint).ToHashSet(),
        };
        HarvestPlan plan;
        try
        {
            plan = planner.Plan(records, document, payloads, done => progress(new(source.Id, "compare", done, records.Count)));
        }
        catch (SchemaUnreadableException e)
        {
            return (null, new GatherResult.Failed(GatherCodes.SchemaUnreadable, e.Message));
        }
        var published = _datasets.StatesOf(source.Id).Values.Count(state => state.Published);
        return (HarvestGuard.Check(plan, source.Policy, published, document.Incomplete, approved), null);
    }

    private ISourceReader Reader(HarvestSource source) => source.Type switch
    {
        SourceType.DataJson => new DataJsonSource(source, fetcher, Path.Combine(dataFolder, "temp"), limits),
        SourceType.Dcat => new DcatSource(source, fetcher, Path.Combine(dataFolder, "temp"), limits),
        SourceType.Folder => new FolderSource(source, limits),
        SourceType.Files => new FilesSource(source, config.Folder),
        _ => throw new InvalidOperationException($"No reader for {source.Type}"),
    };

    private string TempPath(HarvestSource source, string name) => Path.Combine(dataFolder, "temp", $"{source.Id}.{name}");

    private static HarvestRun Summarize(HarvestRun run, HarvestPlan plan) => run with
    {
        Status = plan.HoldCode is null ? RunStatus.Done : RunStatus.Held,
        Gathered = plan.Gathered,
        Added = plan.Count(PlanAction.Add),
        Changed = plan.Count(PlanAction.Change) + plan.Count(PlanAction.Restore),
        Unchanged = plan.Unchanged + plan.Count(PlanAction.Refresh),
        Removed = plan.Items.Count(item => item.Action == PlanAction.Remove && item.DatasetId != Guid.Empty),
        Rejected = plan.Count(PlanAction.Reject),
        Held = plan.Count(PlanAction.Hold),
        Conforming = plan.Conforming,
        Errors = plan.Errors,
        Warnings = plan.Warnings,
        Code = plan.HoldCode,
        Message = plan.HoldReason,
        CatalogFindings = plan.CatalogFindings.Count == 0 ? null : DatasetJson.WriteFindings(plan.CatalogFindings),
    };
}
