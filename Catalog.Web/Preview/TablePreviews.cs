using System.Buffers;
using System.Collections.Concurrent;
using Catalog.Core;
using Catalog.Core.Storage;

namespace Catalog.Web.Preview;

/// <summary>Previews of stored tables. Bytes never change under their hash, so a preview once made stays right.</summary>
public sealed class TablePreviews(FileStore store, Limits limits)
{
    /// <summary>Previews kept. 64: at most some 64 x 50 rows, a few megabytes.</summary>
    private const int Kept = 64;

    private readonly ConcurrentDictionary<string, TablePreview?> _made = new();

    public static bool IsTable(string? format, string fileName) =>
        format is "CSV" or "TSV" || (format is null or "TXT" && (fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The preview of a file, or null when it cannot be read as a table.</summary>
    public async Task<TablePreview?> OfAsync(FileVersion file, CancellationToken ct)
    {
        if (_made.TryGetValue(file.Sha256, out var made)) return made;
        if (!store.Contains(file.Sha256)) return null;
        var buffer = ArrayPool<byte>.Shared.Rent(limits.PreviewBytes);
        try
        {
            await using var stream = store.Open(file.Sha256);
            var length = await stream.ReadAtLeastAsync(buffer.AsMemory(0, limits.PreviewBytes), limits.PreviewBytes, throwOnEndOfStream: false, ct);
            var preview = TablePreview.Read(buffer.AsSpan(0, length), whole: length == stream.Length, limits);
            if (_made.Count >= Kept) _made.Clear();
            _made[file.Sha256] = preview;
            return preview;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
