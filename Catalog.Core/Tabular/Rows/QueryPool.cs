using System.Collections.Concurrent;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Gives queries their turn: so many at once, so many waiting, none longer than its budget. Who finds the line full is
/// told at once, rather than slowing down those in it.
/// </summary>
public sealed class QueryPool : IDisposable
{
    private readonly string _folder;
    private readonly Limits _limits;
    private readonly SemaphoreSlim _turns;
    private readonly ScratchFolder _temp;
    private readonly ConcurrentBag<QueryWorker> _idle = [];
    private int _waiting;

    /// <param name="folder">The folder whose files may be read, and below which exports are written.</param>
    public QueryPool(string folder, Limits limits)
    {
        _folder = Path.GetFullPath(folder);
        _limits = limits;
        _turns = new SemaphoreSlim(limits.QueriesAtOnce);
        _temp = ScratchFolder.Open(Path.Combine(_folder, "temp"));
    }

    /// <summary>Queries that run or wait.</summary>
    public int Pending => _limits.QueriesAtOnce - _turns.CurrentCount + Volatile.Read(ref _waiting);

    internal async Task<T> RunAsync<T>(Func<QueryWorker, CancellationToken, T> work, QueryBudget budget, CancellationToken ct)
    {
        await TakeTurnAsync(ct);
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            stop.CancelAfter(budget.Time);
            try
            {
                // A thread of its own: queries that hold those of the pool would keep the clock that stops them from being heard.
                return await Task.Factory.StartNew(() => Work(work, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw new QueryRefusedException(RefusalCodes.Time, $"The query took longer than {budget.Time.TotalSeconds:0.#} seconds. Filter first, or ask for fewer columns.");
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var worker)) worker.Dispose();
        _turns.Dispose();
        _temp.Dispose();
    }

    private async Task TakeTurnAsync(CancellationToken ct)
    {
        if (_turns.Wait(0, ct)) return;
        try
        {
            if (Interlocked.Increment(ref _waiting) > _limits.QueriesWaiting || !await _turns.WaitAsync(_limits.QueryWait, ct))
                throw new QueryRefusedException(RefusalCodes.Busy, "Many others are asking at the moment. Ask again in some seconds.");
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private T Work<T>(Func<QueryWorker, CancellationToken, T> work, CancellationToken ct)
    {
        var worker = _idle.TryTake(out var idle) ? idle : QueryWorker.Open(_folder, Path.Combine(_temp.Path, Guid.NewGuid().ToString("N")), _limits);
        var whole = false;
        try
        {
            var result = work(worker, ct);
            whole = true;
            return result;
        }
        catch (Exception e) when (e is OperationCanceledException or QueryRefusedException)
        {
            // The query ended as it may; the database is as good as before.
            whole = true;
            throw;
        }
        finally
        {
            if (whole) _idle.Add(worker);
            else worker.Dispose();
        }
    }
}
