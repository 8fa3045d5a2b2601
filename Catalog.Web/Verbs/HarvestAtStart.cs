using Catalog.Core.Storage;
using Catalog.Harvest;

namespace Catalog.Web.Verbs;

/// <summary>Harvests what is due when the server starts, while it serves already.</summary>
internal sealed class HarvestAtStart(HarvestRunner runner, DatasetStore datasets, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The pages come first: a newcomer opens the portal while the first harvest runs.
        await lifetime.ApplicationStarted.WaitAsync(stoppingToken);
        var runs = new List<HarvestRun>();
        await runner.RunAtStartAsync((_, run) => runs.Add(run), stoppingToken);
        if (runs.Count == 0) return;
        Console.WriteLine(FormattableString.Invariant(
            $"  Harvested {runs.Count} sources: {runs.Sum(r => r.Added)} datasets added, {runs.Sum(r => r.Changed)} changed, {runs.Sum(r => r.Removed)} removed, {runs.Sum(r => r.Unchanged)} unchanged, {runs.Sum(r => r.Rejected)} rejected, {runs.Sum(r => r.Held)} held; {runs.Count(r => r.Status == RunStatus.Failed)} sources failed."));
        Console.WriteLine(FormattableString.Invariant($"  {datasets.Count()} datasets are public. What validation found is on /harvest."));
    }
}

internal static class CancellationTokens
{
    /// <summary>Completes when the token is cancelled: how the host tells that it has started.</summary>
    public static async Task WaitAsync(this CancellationToken signal, CancellationToken ct)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = signal.Register(told.SetResult);
        await told.Task.WaitAsync(ct);
    }
}
