namespace Catalog.Web.Browsing;

/// <summary>
/// Lets something follow the change log while the server runs: at the start, and then whenever anybody wrote, be it this
/// process or a harvest started by hand. It works in the background; what there is stays in service meanwhile.
/// </summary>
/// <param name="interval">How often the position is looked at.</param>
/// <param name="position">How far that which is followed has come.</param>
/// <param name="catchUp">Brings the follower there; false when it was not its turn, and it is to ask again.</param>
/// <param name="behind">Says that a round failed.</param>
internal sealed class LogFollower(TimeProvider time, TimeSpan interval, Func<(long, long)> position, Func<CancellationToken, Task<bool>> catchUp, Action<Exception> behind) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        (long, long) reached = (-1, -1);
        do
        {
            try
            {
                var latest = position();
                if (latest != reached && await Task.Run(() => catchUp(stoppingToken), stoppingToken)) reached = latest;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The edge of one round: the next one tries again.
                behind(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
