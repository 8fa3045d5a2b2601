using System.Buffers.Binary;
using System.Text;

namespace Catalog.Harvest;

/// <summary>What a plan item needs when it is applied.</summary>
internal sealed record PlanPayload(string Pointer, byte[] Raw, string? Document, string? PublisherId, string? PublisherName, string? SortDate, int FindingCount);

/// <summary>The payloads of a plan on disk, so that a plan of a hundred thousand datasets is a short list in memory.</summary>
internal sealed class PlanSpool : IDisposable
{
    private readonly FileStream _file;

    public PlanSpool(string path) => _file = SpoolFile.Open(path);

    public long Add(PlanPayload payload)
    {
        var offset = _file.Position;
        WriteText(payload.Pointer);
        WriteBlock(payload.Raw);
        WriteText(payload.Document);
        WriteText(payload.PublisherId);
        WriteText(payload.PublisherName);
        WriteText(payload.SortDate);
        WriteNumber(payload.FindingCount);
        return offset;
    }

    /// <summary>Reading moves the position: a plan is written whole before it is read.</summary>
    public PlanPayload Read(long offset)
    {
        if (_file.Position != offset) _file.Position = offset;
        return new PlanPayload(ReadText()!, ReadBlock()!, ReadText(), ReadText(), ReadText(), ReadText(), ReadNumber());
    }

    public void Dispose() => _file.Dispose();

    private void WriteText(string? text) => WriteBlock(text is null ? null : Encoding.UTF8.GetBytes(text));

    private void WriteBlock(byte[]? bytes)
    {
        WriteNumber(bytes?.Length ?? -1);
        if (bytes is not null) _file.Write(bytes);
    }

    private void WriteNumber(int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        _file.Write(bytes);
    }

    private string? ReadText() => ReadBlock() is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private byte[]? ReadBlock()
    {
        var length = ReadNumber();
        if (length < 0) return null;
        var bytes = new byte[length];
        _file.ReadExactly(bytes);
        return bytes;
    }

    private int ReadNumber()
    {
        Span<byte> bytes = stackalloc byte[4];
        _file.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }
}
