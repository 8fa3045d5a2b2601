using System.Security.Cryptography;

namespace Catalog.Core.Storage;

/// <summary>
/// The rows of tables as Parquet files under their SHA-256, apart from the originals: what is in this folder can be made
/// again from those, and it is all that queries may read.
/// </summary>
public sealed class TableFiles
{
    private readonly string _incoming;

    public TableFiles(string dataFolder)
    {
        Folder = Path.GetFullPath(Path.Combine(dataFolder, "tables"));
        _incoming = Path.Combine(Folder, "incoming");
        Directory.CreateDirectory(_incoming);
    }

    public string Folder { get; }

    public string PathOf(string sha256) => Path.Combine(Folder, sha256[..2], sha256[2..4], sha256 + ".parquet");

    public bool Contains(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>A place for a file that is being written; nobody takes it for a whole one.</summary>
    public string NewPath() => Path.Combine(_incoming, Guid.NewGuid().ToString("N") + ".parquet");

    /// <summary>Gives a whole file its name. Equal rows are stored once.</summary>
    public async Task<StoredBytes> KeepAsync(string path, CancellationToken ct)
    {
        string sha256;
        long size;
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, useAsync: true))
        {
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
            size = file.Length;
            // On disk before its name is: a crash leaves no name without bytes.
            file.Flush(flushToDisk: true);
        }
        var final = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(final)!);
        var isNew = !File.Exists(final);
        // A reader may have the older of two equal files open, so that is the one that stays.
        if (isNew) File.Move(path, final, overwrite: true);
        else File.Delete(path);
        return new StoredBytes(sha256, size, isNew);
    }

    /// <summary>
    /// Removes what a killed process left half-written, and whole files that nothing refers to: named just before it could be
    /// noted, or replaced by another reading. Only whoever has the loader's turn may ask.
    /// </summary>
    /// <param name="noted">The SHA-256 of all that the store refers to.</param>
    public void RemoveAbandoned(IReadOnlySet<string> noted)
    {
        foreach (var file in Directory.EnumerateFiles(_incoming)) File.Delete(file);
        // Two folders of two digits each: exports and what queries put off are others' business.
        foreach (var file in Directory.EnumerateDirectories(Folder, "??").SelectMany(folder => Directory.EnumerateDirectories(folder, "??")).SelectMany(folder => Directory.EnumerateFiles(folder, "*.parquet")))
            if (!noted.Contains(Path.GetFileNameWithoutExtension(file))) File.Delete(file);
    }
}
