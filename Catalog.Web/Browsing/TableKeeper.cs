using Catalog.Harvest;

namespace Catalog.Web.Browsing;

/// <summary>
/// Lets tables follow the files while the server runs: at the start, and then whenever anybody wrote. It reads in the
/// background, one file at a time; queries are answered from what is in service.
/// </summary>
internal sealed class TableKeeper(TableUpdater updater, TimeProvider time, ILogger<TableKeeper> log) : BackgroundService
{
    /// <summary>How often the log is looked at. Two seconds: reading a file takes longer than nearly every wait.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        (long, long) reached = (-1, -1);
        do
        {
            try
            {
                var latest = updater.Position();
                if (latest == reached) continue;
                // Another process that is at it now may have begun before the newest file came: ask again until it is our turn.
                if (await Task.Run(() => updater.CatchUpAsync((_, _) => { }, stoppingToken), stoppingToken) is not null) reached = latest;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The edge of one round: what is in service stays, and the next round tries again.
                Log.TablesBehind(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
