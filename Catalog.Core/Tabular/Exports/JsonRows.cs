using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Exports;

/// <summary>Rows as JSON objects whose members are in the order of the columns: in an array, or one on each line.</summary>
internal sealed class JsonRows : ExportWriter, IDisposable
{
    /// <summary>Bytes written at once. 64 KiB.</summary>
    private const int BufferBytes = 64 * 1024;

    private readonly BufferedStream _stream;
    private readonly bool _lines;
    private readonly Utf8JsonWriter _json;
    private JsonEncodedText[] _names = [];
    private bool _begun;

    public JsonRows(Stream stream, bool lines)
    {
        _stream = new BufferedStream(stream, BufferBytes);
        _lines = lines;
        _json = new Utf8JsonWriter(_stream, RowJson.Options);
    }

    public override void Begin(IReadOnlyList<ResultColumn> columns)
    {
        _names = RowJson.Names(columns);
        if (!_lines) _stream.WriteByte((byte)'[');
    }

    public override void Write(RowReader row)
    {
        if (!_lines) _stream.Write(_begun ? ",\n"u8 : "\n"u8);
        // Every row is a document to the writer; what it flushes to is ours and in memory.
        _json.Reset();
        RowJson.Write(_json, _names, row);
        _json.Flush();
        if (_lines) _stream.WriteByte((byte)'\n');
        _begun = true;
    }

    public override void End()
    {
        if (!_lines) _stream.Write("\n]\n"u8);
        _stream.Flush();
    }

    public void Dispose() => _json.Dispose();
}

/// <summary>One row as a JSON object.</summary>
public static class RowJson
{
    /// <summary>Letters of every language stay readable; what a browser might take for markup is escaped all the same.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    public static JsonEncodedText[] Names(IReadOnlyList<ResultColumn> columns) => [.. columns.Select(column => JsonEncodedText.Encode(column.Name, Options.Encoder))];

    public static void Write(Utf8JsonWriter json, JsonEncodedText[] names, RowReader row)
    {
        json.WriteStartObject();
        for (var i = 0; i < names.Length; i++)
        {
            json.WritePropertyName(names[i]);
            Value(json, row, i);
        }
        json.WriteEndObject();
    }

    public static void Value(Utf8JsonWriter json, RowReader row, int index)
    {
        var column = row.Columns[index];
        if (row.IsMissing(index)) json.WriteNullValue();
        else if (column.Digits) json.WriteRawValue(row.Text(index), skipInputValidation: true);
        else
            switch (column.Type)
            {
                case StoredType.Integer:
                    json.WriteNumberValue(row.Integer(index));
                    break;
                case StoredType.Number when row.Number(index) is var number && double.IsFinite(number):
                    json.WriteRawValue(RowText.Number(number), skipInputValidation: true);
                    break;
                case StoredType.Boolean:
                    json.WriteBooleanValue(row.Boolean(index));
                    break;
                default:
                    // JSON has no word for what is no number; the text says what the file did.
                    json.WriteStringValue(RowText.Of(row, index, column));
                    break;
            }
    }
}
