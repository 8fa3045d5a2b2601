namespace Catalog.Core.Tabular.Archives;

/// <summary>Bytes held in memory, for what has to be sought and comes from an archive.</summary>
internal sealed class MemoryBytes(byte[] bytes) : ByteSource
{
    public override Stream Open() => new MemoryStream(bytes, writable: false);

    /// <summary>The source itself where it can be sought, else a copy in memory.</summary>
    public static ByteSource Seekable(ByteSource source, Limits limits)
    {
        if (source.CanSeek) return source;
        using var stream = new BoundedStream(source.Open(), Math.Min(limits.MaxWorkbookBytes, 512L * 1024 * 1024));
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new MemoryBytes(copy.ToArray());
    }
}
