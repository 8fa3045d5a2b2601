using System.IO.Compression;

namespace Catalog.Core.Tabular.Archives;

/// <summary>A file packed with gzip (RFC 1952): unfolded anew for each reading, so that no copy of it lies anywhere.</summary>
internal static class GzipFile
{
    public static TableResult Open(ByteSource source, TableHints hints, Limits limits, int depth, CancellationToken ct)
    {
        if (depth >= limits.MaxArchiveDepth) throw new LimitExceededException("demasiados archivos comprimidos uno dentro de otro", "too many archives within each other");
        var name = hints.FileName is { } file && file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : hints.FileName;
        var result = TableFile.Open(new GzipBytes(source, limits), hints with { FileName = name, MediaType = null, Format = null }, limits, depth + 1, ct);
        return result is TableResult.Found found ? found with { Format = "gzip" } : result;
    }

    private sealed class GzipBytes(ByteSource source, Limits limits) : ByteSource
    {
        public override bool CanSeek => false;

        public override Stream Open()
        {
            var packed = source.Open();
            var length = source.CanSeek ? packed.Length : limits.MaxFileBytes;
            return new BoundedStream(new GZipStream(packed, CompressionMode.Decompress), BoundedStream.Bound(length, limits));
        }
    }
}
