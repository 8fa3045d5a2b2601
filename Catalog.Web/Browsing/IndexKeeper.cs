using Catalog.Core.Storage;
using Catalog.Harvest;

namespace Catalog.Web.Browsing;

/// <summary>
/// Lets the search index follow the change log while the server runs: at the start, and then whenever anybody wrote,
/// be it this process or a harvest started by hand.
/// </summary>
internal sealed class IndexKeeper(IndexUpdater updater, ChangeLog changes, TimeProvider time, ILogger<IndexKeeper> log) : BackgroundService
{
    /// <summary>How often the log is looked at. One second: one indexed query, and nobody notices the wait.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        long reached = -1;
        do
        {
            try
            {
                var latest = changes.Latest();
                if (latest == reached) continue;
                await Task.Run(() => updater.CatchUp(stoppingToken), stoppingToken);
                reached = latest;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The edge of one round: the portal goes on with the index as it is, and the next round tries again.
                Log.IndexBehind(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
