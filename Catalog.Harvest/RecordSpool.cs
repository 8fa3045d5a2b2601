using System.Buffers.Binary;
using System.Text;

namespace Catalog.Harvest;

/// <summary>A gathered record: its bytes as the source wrote them and where they stood.</summary>
public sealed record SpooledRecord(string Pointer, byte[] Raw, string BasePath);

/// <summary>
/// Records on disk between gather and apply, so that a source of any size is staged whole before anything is compared
/// and no more than one record is in memory. The file dies with the run.
/// </summary>
internal sealed class RecordSpool : IDisposable
{
    private readonly FileStream _file;

    public RecordSpool(string path) => _file = SpoolFile.Open(path);

    public int Count { get; private set; }

    /// <param name="basePath">The folder that relative paths in the record are relative to, from the source's root.</param>
    public void Add(string pointer, ReadOnlySpan<byte> raw, string basePath = "")
    {
        WriteBlock(Encoding.UTF8.GetBytes(pointer));
        WriteBlock(Encoding.UTF8.GetBytes(basePath));
        WriteBlock(raw);
        Count++;
    }

    public IEnumerable<SpooledRecord> ReadAll()
    {
        _file.Flush();
        _file.Position = 0;
        for (var i = 0; i < Count; i++)
        {
            var pointer = Encoding.UTF8.GetString(ReadBlock());
            var basePath = Encoding.UTF8.GetString(ReadBlock());
            yield return new SpooledRecord(pointer, ReadBlock(), basePath);
        }
    }

    public void Dispose() => _file.Dispose();

    private void WriteBlock(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        _file.Write(length);
        _file.Write(bytes);
    }

    private byte[] ReadBlock()
    {
        Span<byte> length = stackalloc byte[4];
        _file.ReadExactly(length);
        var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        _file.ReadExactly(bytes);
        return bytes;
    }
}
