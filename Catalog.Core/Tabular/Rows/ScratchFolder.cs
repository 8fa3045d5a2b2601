namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// A folder for what does not fit in memory, gone with whoever opened it. A lock beside it, which the operating system gives
/// back however a process dies, tells those of the dead from those of processes that work on the same data.
/// </summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string LockEnding = ".lock";

    private readonly FileStream _lock;

    private ScratchFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    /// <summary>Opens one below a folder, and removes those that killed processes left there.</summary>
    public static ScratchFolder Open(string parent)
    {
        Directory.CreateDirectory(parent);
        RemoveAbandoned(parent);
        var path = System.IO.Path.Combine(parent, Guid.NewGuid().ToString("N"));
        // The lock first: a folder without one is nobody's.
        var held = new FileStream(path + LockEnding, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        Directory.CreateDirectory(path);
        return new ScratchFolder(path, held);
    }

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        _lock.Dispose();
        File.Delete(Path + LockEnding);
    }

    private static void RemoveAbandoned(string parent)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent))
        {
            using var held = TryTake(folder + LockEnding);
            if (held is null) continue;
            Directory.Delete(folder, recursive: true);
            File.Delete(folder + LockEnding);
        }
    }

    private static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
