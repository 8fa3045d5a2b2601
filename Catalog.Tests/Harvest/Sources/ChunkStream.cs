namespace Catalog.Tests.Harvest.Sources;

/// <summary>Bytes that arrive a few at a time, as a slow network hands them over.</summary>
internal sealed class ChunkStream(byte[] bytes, int chunk) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer.Length > chunk ? buffer[..chunk] : buffer, cancellationToken);
}
