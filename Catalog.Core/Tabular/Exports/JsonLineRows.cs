using System.Text.Json;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Exports;

/// <summary>A JSON object on each line, its members in the order of the columns.</summary>
internal sealed class JsonLineRows : ExportWriter, IDisposable
{
    /// <summary>Bytes written at once. 64 KiB.</summary>
    private const int BufferBytes = 64 * 1024;

    private readonly BufferedStream _stream;
    private readonly Utf8JsonWriter _json;
    private JsonEncodedText[] _names = [];

    public JsonLineRows(Stream stream)
    {
        _stream = new BufferedStream(stream, BufferBytes);
        _json = new Utf8JsonWriter(_stream, RowJson.Options);
    }

    public override void Begin(IReadOnlyList<ResultColumn> columns) => _names = RowJson.Names(columns);

    public override void Write(RowReader row)
    {
        // Every row is a document to the writer; what it flushes to is ours and in memory.
        _json.Reset();
        RowJson.Write(_json, _names, row);
        _json.Flush();
        _stream.WriteByte((byte)'\n');
    }

    public override void End() => _stream.Flush();

    public void Dispose() => _json.Dispose();
}
