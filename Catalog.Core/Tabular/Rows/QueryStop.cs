using DuckDB.NET.Data;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Interrupts a statement whose time is up. An interrupt that comes just before the statement begins is lost, and would let
/// it run for as long as it likes, so it is repeated; and never after the statement ended, when it would hit the next one.
/// </summary>
internal sealed class QueryStop : IDisposable
{
    /// <summary>Between two interrupts. 50 ms: far below every budget.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    private readonly DuckDBCommand _command;
    private readonly CancellationToken _ct;
    private readonly Lock _gate = new();
    private readonly CancellationTokenRegistration _registration;
    private readonly ITimer _timer;
    private bool _ended;

    public QueryStop(DuckDBCommand command, CancellationToken ct)
    {
        _command = command;
        _ct = ct;
        _timer = TimeProvider.System.CreateTimer(_ => Interrupt(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _registration = ct.Register(() => _timer.Change(TimeSpan.Zero, Again));
    }

    public void Dispose()
    {
        _registration.Dispose();
        lock (_gate) _ended = true;
        _timer.Dispose();
    }

    private void Interrupt()
    {
        lock (_gate)
            if (!_ended && _ct.IsCancellationRequested) _command.Cancel();
    }
}
