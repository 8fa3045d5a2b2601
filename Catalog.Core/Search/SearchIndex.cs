using System.Runtime.ExceptionServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Catalog.Core.Search;

/// <summary>
/// The full-text index of the catalog. It follows the change log: every batch is committed together with the position
/// in the log up to which it reaches, so after a crash the two agree and the follower goes on from <see cref="Cursor"/>.
/// One object per process; searching and writing may go on at once from any thread, and a search sees whole batches.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>Entries taken from the caller at a time. 256: keeps all cores busy without holding a whole catalog in memory.</summary>
    private const int ChunkSize = 256;

    private readonly IndexFolder _folder;
    private readonly IndexFollower _follower;
    private readonly ColumnCache _columns = new();
    private readonly Searching _searching;
    private readonly Lock _writing = new();
    private readonly bool _readOnly;
    private IndexWriter? _writer;
    private bool _disposed;

    private SearchIndex(string folder, Limits limits, bool readOnly)
    {
        _readOnly = readOnly;
        _folder = new IndexFolder(folder);
        _follower = new IndexFollower(_folder.Directory, _columns);
        _searching = new Searching(_columns, limits);
    }

    /// <summary>
    /// Why the folder's index was replaced by an empty one when it was opened, in words for a log; null when it was
    /// kept. Either way the index is in order: <see cref="Cursor"/> says from where to fill it.
    /// </summary>
    public string? ResetReason { get; private set; }

    /// <summary>
    /// The position in the change log up to which the index is filled; 0 when it is empty. Read from the commit that is
    /// being searched.
    /// </summary>
    public long Cursor
    {
        get
        {
            FollowIfReading();
            var searcher = _follower.Acquire();
            if (searcher is null) return 0;
            try
            {
                return IndexFolder.CursorOf(((DirectoryReader)searcher.IndexReader).IndexCommit.UserData);
            }
            finally
            {
                IndexFollower.Release(searcher);
            }
        }
    }

    /// <summary>
    /// Opens the folder for writing and searching. A missing, damaged or outdated index is replaced by an empty one; a
    /// lock left by a dead process is no obstacle.
    /// </summary>
    /// <exception cref="SearchIndexLockedException">Another living process writes it.</exception>
    public static SearchIndex Open(string folder, Limits limits)
    {
        var index = new SearchIndex(folder, limits, readOnly: false);
        try
        {
            index._writer = index._folder.OpenWriter(out var reason);
            index.ResetReason = reason;
            index._follower.Refresh();
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens the folder for searching only, beside whichever process writes it, and follows that process's commits.
    /// Without an index of use it finds nothing until somebody makes one.
    /// </summary>
    public static SearchIndex OpenForReading(string folder, Limits limits) => new(folder, limits, readOnly: true);

    /// <summary>
    /// Takes one batch: removes, then adds or replaces (an entry in both lists stays), and commits with the cursor. All
    /// or nothing: when this throws or the process dies, index and cursor are as before. The same batch again changes
    /// nothing.
    /// </summary>
    public void Apply(IEnumerable<SearchEntry> upserts, IEnumerable<Guid> removals, long cursor) => Write(writer =>
    {
        foreach (var id in removals) writer.DeleteDocuments(new Term(IndexFields.Id, id.ToString("D")));
        foreach (var entries in upserts.Chunk(ChunkSize)) WriteEntries(writer, entries);
        _folder.SetCursor(writer, cursor);
    });

    /// <summary>Empties the index and puts the cursor at 0, to be filled anew.</summary>
    public void Clear() => Write(writer =>
    {
        writer.DeleteAll();
        _folder.SetCursor(writer, 0);
    });

    /// <summary>Finds datasets. Nothing a person types makes it throw.</summary>
    public SearchResult Search(SearchQuery query)
    {
        FollowIfReading();
        var searcher = _follower.Acquire();
        if (searcher is null) return Searching.Nothing(query);
        try
        {
            return _searching.Run(searcher, query);
        }
        finally
        {
            IndexFollower.Release(searcher);
        }
    }

    /// <summary>
    /// The ids of every dataset that has all of the words and facet values, in the order of ids, and the position in the
    /// change log that the answer is of. For feeds: where a person is shown what is near, a program is told what is so.
    /// </summary>
    public (Guid[] Ids, long Cursor) FindAll(SearchQuery query)
    {
        FollowIfReading();
        var searcher = _follower.Acquire();
        if (searcher is null) return ([], 0);
        try
        {
            return (_searching.FindAll(searcher, query), IndexFolder.CursorOf(((DirectoryReader)searcher.IndexReader).IndexCommit.UserData));
        }
        finally
        {
            IndexFollower.Release(searcher);
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            if (_disposed) return;
            _disposed = true;
            _follower.Dispose();
            _writer?.Dispose();
            _folder.Dispose();
        }
    }

    private void Write(Action<IndexWriter> change)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_readOnly) throw new InvalidOperationException("This index was opened for reading.");
            _writer ??= _folder.ReopenWriter();
            try
            {
                change(_writer);
                _writer.Commit();
            }
            catch
            {
                // Rolling back closes the writer, which is what makes it forget; the next batch opens another.
                var writer = _writer;
                _writer = null;
                writer.Rollback();
                throw;
            }
            _follower.Refresh();
        }
    }

    /// <summary>
    /// Writes on all cores. Documents may land in any order, as nothing depends on it; of two entries for one dataset
    /// only the later is taken.
    /// </summary>
    private static void WriteEntries(IndexWriter writer, SearchEntry[] entries)
    {
        try
        {
            Parallel.ForEach(entries.Reverse().DistinctBy(e => e.Dataset.Id).ToList(), () => new EntryDocument(), (entry, _, document) =>
            {
                writer.UpdateDocument(new Term(IndexFields.Id, entry.Dataset.Id.ToString("D")), document.Of(entry));
                return document;
            }, _ => { });
        }
        catch (AggregateException e)
        {
            // The caller is told of the full disk, not of the loop in which it filled.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private void FollowIfReading()
    {
        if (!_readOnly) return;
        try
        {
            _follower.Refresh();
        }
        catch (Exception e) when (e is not (UnauthorizedAccessException or OutOfMemoryException or ObjectDisposedException))
        {
            // The writer is replacing the index at this moment, or it is damaged (which makes Lucene throw nearly
            // anything) and the writer will replace it when it is next opened. Until then the last commit seen is the
            // best answer.
        }
    }
}
