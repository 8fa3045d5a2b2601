namespace Catalog.Core.Tabular.Exports;

/// <summary>Work that several ask for at once and that is done once. It stops when the last of them has gone.</summary>
internal sealed class SharedWork<T>
{
    private readonly Dictionary<string, Running> _running = [];
    private readonly Lock _gate = new();

    public async Task<T> RunAsync(string name, Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        Running running;
        lock (_gate)
        {
            if (!_running.TryGetValue(name, out var found))
            {
                found = new Running();
                var token = found.Stop.Token;
                found.Work = Task.Run(() => work(token), CancellationToken.None);
                _running.Add(name, found);
            }
            running = found;
            running.Waiting++;
        }
        try
        {
            return await running.Work.WaitAsync(ct);
        }
        finally
        {
            lock (_gate)
            {
                if (--running.Waiting == 0)
                {
                    // Nobody waits: whoever asks from now on begins anew.
                    if (_running.GetValueOrDefault(name) == running) _running.Remove(name);
                    if (!running.Work.IsCompleted) running.Stop.Cancel();
                }
            }
        }
    }

    private sealed class Running
    {
        public CancellationTokenSource Stop { get; } = new();

        public Task<T> Work { get; set; } = null!;

        public int Waiting { get; set; }
    }
}
