using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace Catalog.Core.Search;

/// <summary>
/// Holds a searcher on the last commit and moves it to the next. It looks at commits only, whoever made them, so a
/// reader in another process and the writer itself see exactly the same states: whole batches with their cursor.
/// </summary>
internal sealed class IndexFollower(FSDirectory directory, ColumnCache columns) : IDisposable
{
    private readonly System.Threading.Lock _gate = new();
    private volatile IndexSearcher? _current;
    private bool _disposed;

    /// <summary>The searcher on the newest commit seen, to be given back with <see cref="Release"/>; null when there is no index.</summary>
    public IndexSearcher? Acquire()
    {
        while (_current is { } searcher)
            if (searcher.IndexReader.TryIncRef()) return searcher;
        return null;
    }

    public static void Release(IndexSearcher searcher) => searcher.IndexReader.DecRef();

    public void Refresh()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!DirectoryReader.IndexExists(directory))
            {
                Swap(null);
                return;
            }
            var latest = new SegmentInfos();
            latest.Read(directory);
            if (!IndexFolder.IsReadable(latest.UserData)) Swap(null);
            else if (_current?.IndexReader is not DirectoryReader old || !IsSameIndex(old, latest)) Swap(DirectoryReader.Open(directory));
            else if (old.Version != latest.Version && DirectoryReader.OpenIfChanged(old) is { } changed) Swap(changed);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
            Swap(null);
        }
    }

    private static bool IsSameIndex(DirectoryReader old, SegmentInfos latest) =>
        IndexFolder.IdentityOf(old.IndexCommit.UserData) == IndexFolder.IdentityOf(latest.UserData);

    private void Swap(DirectoryReader? reader)
    {
        if (reader is not null)
            foreach (var leaf in reader.Leaves) columns.Of(leaf.AtomicReader);
        var old = _current;
        _current = reader is null ? null : new IndexSearcher(reader) { Similarity = IndexFolder.Ranking };
        old?.IndexReader.DecRef();
    }
}
