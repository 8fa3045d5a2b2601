using System.Globalization;

namespace Catalog.Core.Tabular.Archives;

/// <summary>Hands on what unfolds from an archive, until it is more than a sensible file unfolds to.</summary>
internal sealed class BoundedStream(Stream inner, long most, IDisposable? also = null) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    /// <summary>How much a member may unfold to: by its ratio beyond the first 64 MiB, and at all.</summary>
    public static long Bound(long packed, Limits limits) => Math.Min(limits.MaxUnfoldedBytes, (64L * 1024 * 1024) + (packed > long.MaxValue / limits.MaxArchiveRatio ? long.MaxValue / 2 : packed * limits.MaxArchiveRatio));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _position += read;
        if (_position <= most) return read;
        var bytes = most.ToString(CultureInfo.InvariantCulture);
        throw new LimitExceededException($"se desempaqueta a más de {bytes} bytes", $"it unfolds to more than {bytes} bytes");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            also?.Dispose();
        }
        base.Dispose(disposing);
    }
}
