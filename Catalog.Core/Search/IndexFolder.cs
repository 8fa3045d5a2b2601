using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Catalog.Core.Search;

/// <summary>
/// The index on disk: what a commit says about itself, and how a writer is had whatever state the folder is in. An
/// index can always be rebuilt from the store, so one that is damaged or from another version is thrown away rather
/// than repaired.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    /// <summary>Version of fields and analysis together. Any change to either needs the next number: old indexes are then rebuilt.</summary>
    public const string Schema = "1";

    /// <summary>Memory for documents not yet written, in megabytes. 64: some 10,000 datasets, so a rebuild writes few small segments.</summary>
    private const double WriteBufferMegabytes = 64;

    /// <summary>
    /// Saturation of a word's weight. 60: nearly linear, because repetition and length were weighed when the dataset
    /// was indexed; what is left to Lucene is how rare a word is.
    /// </summary>
    private const float Saturation = 60;

    private const string SchemaKey = "schema";
    private const string CursorKey = "cursor";
    private const string IdentityKey = "identity";

    private readonly string _path;
    private string _identity = "";
    private FileStream? _hold;

    public IndexFolder(string path)
    {
        _path = path;
        System.IO.Directory.CreateDirectory(path);
        Directory = FSDirectory.Open(path);
    }

    /// <summary>The same for writing and searching.</summary>
    public static Similarity Ranking { get; } = new BM25Similarity(Saturation, b: 0);

    public FSDirectory Directory { get; }

    /// <summary>Opens a writer, with an empty index where there is none of use, and says why one was thrown away.</summary>
    public IndexWriter OpenWriter(out string? resetReason)
    {
        resetReason = null;
        Hold();
        IndexWriter? writer = null;
        try
        {
            // The writer first: it holds the lock, so nobody changes what is examined below.
            writer = NewWriter(OpenMode.CREATE_OR_APPEND);
            resetReason = FindFault();
        }
        catch (LockObtainFailedException e)
        {
            throw new SearchIndexLockedException(_path, e);
        }
        catch (Exception e) when (e is not (UnauthorizedAccessException or OutOfMemoryException))
        {
            // Damaged bytes make Lucene throw nearly anything, not only CorruptIndexException.
            resetReason = $"{e.GetType().Name}: {e.Message}";
        }
        if (writer is not null && resetReason is null) return writer;
        writer?.Rollback();
        return Recreate();
    }

    public IndexWriter ReopenWriter() => OpenWriter(out _);

    public void SetCursor(IndexWriter writer, long cursor) => writer.SetCommitData(new Dictionary<string, string>
    {
        [SchemaKey] = Schema,
        [CursorKey] = cursor.ToString(CultureInfo.InvariantCulture),
        [IdentityKey] = _identity,
    });

    public static bool IsReadable(IDictionary<string, string> commit) =>
        commit.TryGetValue(SchemaKey, out var schema) && schema == Schema && commit.ContainsKey(IdentityKey);

    /// <summary>
    /// Tells one index from another that was created later in the same folder: segment names and versions start again
    /// there, and a reader that only looked at those would mix the two.
    /// </summary>
    public static string IdentityOf(IDictionary<string, string> commit) => commit[IdentityKey];

    public static long CursorOf(IDictionary<string, string> commit) =>
        long.TryParse(commit[CursorKey], NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;

    public void Dispose()
    {
        Directory.Dispose();
        _hold?.Dispose();
    }

    /// <summary>
    /// A lock of our own beside the folder, held as long as this object writes. Lucene's is not enough between
    /// processes on Linux: it is a lock of fcntl, which any closing of the same file by the same process lets go.
    /// </summary>
    private void Hold()
    {
        try
        {
            _hold ??= new FileStream(_path.TrimEnd(Path.DirectorySeparatorChar) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new SearchIndexLockedException(_path, e);
        }
    }

    private string? FindFault()
    {
        if (!DirectoryReader.IndexExists(Directory)) return "there was no index";
        using var reader = DirectoryReader.Open(Directory);
        var commit = reader.IndexCommit.UserData;
        if (!IsReadable(commit)) return "the index was made by another version";
        // Reads every byte once (about a second per gigabyte): damage shows now, not in some later query.
        foreach (var leaf in reader.Leaves) leaf.AtomicReader.CheckIntegrity();
        _identity = IdentityOf(commit);
        return null;
    }

    private IndexWriter Recreate()
    {
        try
        {
            using (var hold = Directory.MakeLock(IndexWriter.WRITE_LOCK_NAME))
            {
                hold.Obtain(0);
                foreach (var file in Directory.ListAll().Where(f => f != IndexWriter.WRITE_LOCK_NAME)) File.Delete(Path.Combine(_path, file));
            }
            var writer = NewWriter(OpenMode.CREATE);
            _identity = Guid.NewGuid().ToString("N");
            SetCursor(writer, 0);
            writer.Commit();
            return writer;
        }
        catch (LockObtainFailedException e)
        {
            throw new SearchIndexLockedException(_path, e);
        }
    }

    private IndexWriter NewWriter(OpenMode mode) => new(Directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new CatalogAnalyzer())
    {
        OpenMode = mode,
        RAMBufferSizeMB = WriteBufferMegabytes,
        Similarity = Ranking,
        WriteLockTimeout = 0,
        // Merges on the caller's thread: a failed one is then an exception of that call, not of a thread nobody watches.
        MergeScheduler = new SerialMergeScheduler(),
    });
}
