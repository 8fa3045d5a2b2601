using System.Diagnostics;

namespace Catalog.Bench;

/// <summary>Takes a document as a client would, and remembers when it began, how much it was, and how large the process grew meanwhile.</summary>
internal sealed class CountingStream : Stream
{
    /// <summary>Writes between two looks at the working set, each of which is a read of /proc.</summary>
    private const int WritesBetweenLooks = 16;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _writes;

    public long Written { get; private set; }

    public TimeSpan FirstByte { get; private set; }

    public TimeSpan Elapsed => _watch.Elapsed;

    public long PeakWorkingSet { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Written == 0) FirstByte = _watch.Elapsed;
        Written += buffer.Length;
        if (_writes++ % WritesBetweenLooks != 0) return;
        using var process = Process.GetCurrentProcess();
        PeakWorkingSet = Math.Max(PeakWorkingSet, process.WorkingSet64);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
