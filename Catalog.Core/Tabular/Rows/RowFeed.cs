using System.Collections.Concurrent;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Hands batches from the thread that reads a table to the thread that writes it, and empty ones back. A handful are
/// under way: neither waits long for the other, and memory does not grow with the file.
/// </summary>
internal sealed class RowFeed : IDisposable
{
    /// <summary>Batches under way. 8: about 16,000 rows smooth out what each side does in bursts.</summary>
    private const int Depth = 8;

    private readonly BlockingCollection<RowBatch> _filled = new(Depth);
    private readonly BlockingCollection<RowBatch> _empty = new(Depth);
    private readonly CancellationTokenSource _stop;

    public RowFeed(IReadOnlyList<StoredType> types, CancellationToken ct)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        for (var i = 0; i < Depth; i++) _empty.Add(new RowBatch(types), ct);
    }

    /// <summary>An empty batch to fill. Throws when the other side has given up.</summary>
    public RowBatch Rent()
    {
        var batch = _empty.Take(_stop.Token);
        batch.Clear();
        return batch;
    }

    public void Send(RowBatch batch) => _filled.Add(batch, _stop.Token);

    /// <summary>There are no more rows.</summary>
    public void Complete() => _filled.CompleteAdding();

    /// <summary>Whoever waits at the other side stops waiting.</summary>
    public void Abort() => _stop.Cancel();

    /// <summary>The next batch, or null at the end.</summary>
    public RowBatch? Take() => _filled.TryTake(out var batch, Timeout.Infinite, _stop.Token) ? batch : null;

    public void Return(RowBatch batch) => _empty.Add(batch, _stop.Token);

    public void Dispose()
    {
        _filled.Dispose();
        _empty.Dispose();
        _stop.Dispose();
    }
}
