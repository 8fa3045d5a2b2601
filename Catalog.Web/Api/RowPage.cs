using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Tabular.Exports;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Api;

/// <summary>One page of rows as a JSON document. It is held until it is whole, so an error never ends a document half-way.</summary>
internal sealed class RowPage(TableLine line, Limits limits) : IRowWriter, IDisposable
{
    private readonly MemoryStream _bytes = new();
    private Utf8JsonWriter? _json;
    private JsonEncodedText[] _names = [];

    public void Begin(IReadOnlyList<ResultColumn> columns)
    {
        _json = new Utf8JsonWriter(_bytes, RowJson.Options);
        _names = RowJson.Names(columns);
        _json.WriteStartObject();
        _json.WritePropertyName("table"u8);
        JsonSerializer.Serialize(_json, line, TableLine.Json);
        _json.WriteStartArray("columns"u8);
        foreach (var column in columns)
        {
            _json.WriteStartObject();
            _json.WriteString("name"u8, column.Name);
            _json.WriteString("type"u8, column.Type.NameOf());
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("rows"u8);
    }

    public void Write(RowReader row)
    {
        RowJson.Write(_json!, _names, row);
        if (_bytes.Length + _json!.BytesPending > limits.MaxPageBytes)
            throw new QueryRefusedException(RefusalCodes.Bytes, $"The page is larger than {limits.MaxPageBytes} bytes. Ask for fewer rows with limit, or for fewer columns with select.");
    }

    /// <param name="next">The address of the next page; null at the end.</param>
    public ReadOnlyMemory<byte> End(PageEnd end, string? next)
    {
        var json = _json!;
        json.WriteEndArray();
        json.WriteNumber("returned"u8, end.Rows);
        json.WriteNumber("total"u8, end.Total);
        if (end.Next is { } cursor)
        {
            json.WriteString("after"u8, cursor.Write());
            json.WriteString("next"u8, next);
        }
        else
        {
            json.WriteNull("after"u8);
            json.WriteNull("next"u8);
        }
        json.WriteEndObject();
        json.Flush();
        return _bytes.GetBuffer().AsMemory(0, (int)_bytes.Length);
    }

    public void Dispose()
    {
        _json?.Dispose();
        _bytes.Dispose();
    }
}
