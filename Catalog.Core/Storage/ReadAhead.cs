namespace Catalog.Core.Storage;

/// <summary>
/// Works out the next item on another thread while the last one is being used: what reads the store and what writes a
/// feed share the cores. One item ahead and never more, so a reader who has stopped to ask costs one item, and a slow
/// one keeps no thread waiting.
/// </summary>
internal static class ReadAhead
{
    public static IEnumerable<T> Of<T>(IEnumerable<T> source)
    {
        using var items = source.GetEnumerator();
        var next = Task.Run(Next);
        try
        {
            while (next.GetAwaiter().GetResult() is (true, var item))
            {
                next = Task.Run(Next);
                yield return item!;
            }
        }
        finally
        {
            // An enumerator that is still moving must not be disposed of; whatever it meets is of no more interest.
            next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait();
        }

        (bool, T?) Next() => items.MoveNext() ? (true, items.Current) : (false, default);
    }
}
