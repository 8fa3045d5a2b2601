using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>A document on its way to its stream: written straight as UTF-8, handed on in pieces of 64 KiB.</summary>
internal sealed class RdfOutput(Stream stream)
{
    /// <summary>Bytes gathered before they are handed on. 64 KiB: few system calls, and small beside one dataset's objects.</summary>
    public const int FlushThreshold = 64 * 1024;

    private byte[] _bytes = new byte[FlushThreshold * 2];
    private int _count;

    public void Write(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _bytes.Length - _count) Grow(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_count));
        _count += utf8.Length;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        // Three bytes for a UTF-16 unit at most.
        if (text.Length * 3L > _bytes.Length - _count) Grow(Encoding.UTF8.GetByteCount(text));
        _count += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_count));
    }

    /// <summary>Room for so many bytes, to be written by the caller, who then says with <see cref="Advance"/> how many they were.</summary>
    public Span<byte> Reserve(int bytes)
    {
        Grow(bytes);
        return _bytes.AsSpan(_count);
    }

    public void Advance(int bytes) => _count += bytes;

    /// <summary>Hands on what has gathered once it is 64 KiB or more.</summary>
    public ValueTask FlushAsync(CancellationToken ct) => _count < FlushThreshold ? ValueTask.CompletedTask : HandOnAsync(ct);

    public async ValueTask CompleteAsync(CancellationToken ct)
    {
        await HandOnAsync(ct);
        await stream.FlushAsync(ct);
    }

    private async ValueTask HandOnAsync(CancellationToken ct)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, _count), ct);
        _count = 0;
    }

    private void Grow(int more)
    {
        if (more <= _bytes.Length - _count) return;
        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(_bytes.Length * 2L, (long)_count + more)));
    }
}
