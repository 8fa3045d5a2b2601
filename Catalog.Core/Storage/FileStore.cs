using System.Security.Cryptography;

namespace Catalog.Core.Storage;

/// <summary>What came of storing a stream.</summary>
public sealed record StoredBytes(string Sha256, long Size, bool New);

/// <summary>
/// Bytes by their SHA-256, never overwritten: equal files are stored once, and what an address once gave stays
/// available for ever. A file appears under its name only when it is whole.
/// </summary>
public sealed class FileStore
{
    private const int BufferBytes = 128 * 1024;

    private readonly string _files;
    private readonly string _incoming;
    private readonly Lock _naming = new();

    public FileStore(string dataFolder)
    {
        _files = Path.Combine(dataFolder, "files");
        _incoming = Path.Combine(_files, "incoming");
        Directory.CreateDirectory(_incoming);
        RemoveAbandoned();
    }

    /// <summary>Parts of files that a killed process left behind; a day is longer than any download that still lives.</summary>
    private void RemoveAbandoned()
    {
        // The system's clock, whatever clock the program was given: it is the one that stamps files.
        var yesterday = TimeProvider.System.GetUtcNow().UtcDateTime - TimeSpan.FromDays(1);
        foreach (var part in new DirectoryInfo(_incoming).EnumerateFiles())
            if (part.LastWriteTimeUtc < yesterday) part.Delete();
    }

    /// <summary>Copies a stream to disk while hashing it. Throws <see cref="FileTooLargeException"/> past the limit.</summary>
    public async Task<StoredBytes> StoreAsync(Stream source, long maxBytes, TimeSpan stallTimeout, CancellationToken ct)
    {
        var partial = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            await using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                var buffer = new byte[BufferBytes];
                using var stall = CancellationTokenSource.CreateLinkedTokenSource(ct);
                while (true)
                {
                    stall.CancelAfter(stallTimeout);
                    var read = await source.ReadAsync(buffer, stall.Token);
                    // A slow disk is not the source's silence.
                    stall.CancelAfter(Timeout.InfiniteTimeSpan);
                    if (read == 0) break;
                    size += read;
                    if (size > maxBytes) throw new FileTooLargeException(maxBytes);
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                }
                // On disk before its name is: a crash leaves no name without bytes.
                file.Flush(flushToDisk: true);
            }
            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            return new StoredBytes(sha256, size, Keep(partial, sha256));
        }
        finally
        {
            if (File.Exists(partial)) File.Delete(partial);
        }
    }

    public bool Contains(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Opens stored bytes for reading; seekable, so ranges can be served.</summary>
    public FileStream Open(string sha256) =>
        new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);

    public string PathOf(string sha256) => Path.Combine(_files, sha256[..2], sha256[2..4], sha256);

    /// <summary>Gives whole bytes their name; false when they have it already. Between processes either copy of equal bytes is right.</summary>
    private bool Keep(string partial, string sha256)
    {
        var final = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(final)!);
        lock (_naming)
        {
            if (File.Exists(final)) return false;
            File.Move(partial, final, overwrite: true);
            return true;
        }
    }
}

/// <summary>The stream went on past the limit; nothing of it was kept.</summary>
public sealed class FileTooLargeException(long maxBytes) : IOException($"The file is larger than {maxBytes} bytes.")
{
    public long MaxBytes { get; } = maxBytes;
}
