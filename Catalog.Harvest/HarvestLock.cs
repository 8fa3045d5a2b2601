namespace Catalog.Harvest;

/// <summary>
/// One harvest of a source at a time, over all processes of a data folder. The operating system gives the lock back when
/// a process dies, however it dies.
/// </summary>
internal sealed class HarvestLock : IDisposable
{
    private readonly FileStream _file;

    private HarvestLock(FileStream file) => _file = file;

    /// <summary>Null when another run of the source is going on.</summary>
    public static HarvestLock? TryTake(string dataFolder, string sourceId)
    {
        var folder = Path.Combine(dataFolder, "locks");
        Directory.CreateDirectory(folder);
        try
        {
            return new HarvestLock(new FileStream(Path.Combine(folder, sourceId + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
