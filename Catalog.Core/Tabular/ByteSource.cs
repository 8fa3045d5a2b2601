namespace Catalog.Core.Tabular;

/// <summary>Bytes that can be read from their beginning as often as needed.</summary>
internal abstract class ByteSource
{
    /// <summary>A stream of its own at the first byte; who opens it disposes of it.</summary>
    public abstract Stream Open();

    /// <summary>Whether <see cref="Open"/> gives streams that can jump.</summary>
    public virtual bool CanSeek => true;

    public static ByteSource Of(string path) => new FileBytes(path);

    public static ByteSource Of(Stream stream) => new StreamBytes(stream);

    /// <summary>The first bytes, as many as there are.</summary>
    public byte[] Head(int count)
    {
        using var stream = Open();
        var head = new byte[count];
        return head[..stream.ReadAtLeast(head, count, throwOnEndOfStream: false)];
    }

    /// <summary>A stream that stands at a byte.</summary>
    public Stream OpenAt(long offset, CancellationToken ct)
    {
        var stream = Open();
        if (offset == 0) return stream;
        if (CanSeek)
        {
            stream.Position = offset;
            return stream;
        }
        var buffer = new byte[64 * 1024];
        while (offset > 0 && stream.Read(buffer, 0, (int)Math.Min(buffer.Length, offset)) is > 0 and var read)
        {
            ct.ThrowIfCancellationRequested();
            offset -= read;
        }
        return stream;
    }

    private sealed class FileBytes(string path) : ByteSource
    {
        public override Stream Open() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
    }

    /// <summary>A caller's stream, which stays open; only one reading at a time makes sense.</summary>
    private sealed class StreamBytes(Stream stream) : ByteSource
    {
        private readonly long _start = stream.Position;

        public override Stream Open()
        {
            stream.Position = _start;
            return new Undisposed(stream, _start);
        }
    }

    private sealed class Undisposed(Stream stream, long start) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => stream.Length - start;

        public override long Position { get => stream.Position - start; set => stream.Position = value + start; }

        public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => stream.Read(buffer);

        public override long Seek(long offset, SeekOrigin origin) => origin switch
        {
            SeekOrigin.Begin => stream.Seek(offset + start, SeekOrigin.Begin) - start,
            _ => stream.Seek(offset, origin) - start,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
