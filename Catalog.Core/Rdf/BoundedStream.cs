using System.Globalization;

namespace Catalog.Core.Rdf;

/// <summary>
/// Lets an XmlReader have only so many bytes for one token: a tag of two gigabytes would otherwise be held whole before
/// anybody could look at its length.
/// </summary>
internal sealed class BoundedStream(Stream stream) : Stream
{
    private long _allowed;
    private long _bound;

    /// <summary>From here on, at most <paramref name="bytes"/> more until this is said again.</summary>
    public void Allow(long bytes) => _allowed = _bound = bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_allowed <= 0) throw new XmlBoundException(string.Create(CultureInfo.InvariantCulture, $"Expected a tag, comment or text of at most {_bound} bytes but found a longer one."));
        var read = stream.Read(buffer);
        _allowed -= read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
