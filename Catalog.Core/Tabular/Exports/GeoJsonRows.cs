using System.Text.Json;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Exports;

/// <summary>A FeatureCollection (RFC 7946 §3.3): a feature for every row, without geometry where a row has no place.</summary>
internal sealed class GeoJsonRows : ExportWriter, IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly BufferedStream _stream;
    private readonly Utf8JsonWriter _json;
    private readonly TablePlace _place;
    private JsonEncodedText[] _names = [];
    private int _latitude = -1;
    private int _longitude = -1;
    private int _geometry = -1;
    private bool _begun;

    public GeoJsonRows(Stream stream, IReadOnlyList<StoredColumn> table)
    {
        _stream = new BufferedStream(stream, BufferBytes);
        _json = new Utf8JsonWriter(_stream, RowJson.Options);
        _place = TablePlace.Of(table) ?? throw new InvalidOperationException("The table has no place.");
    }

    public override void Begin(IReadOnlyList<ResultColumn> columns)
    {
        _names = RowJson.Names(columns);
        _latitude = Index(columns, _place.Latitude);
        _longitude = Index(columns, _place.Longitude);
        _geometry = Index(columns, _place.Geometry);
        _stream.Write("{\"type\":\"FeatureCollection\",\"features\":["u8);
    }

    public override void Write(RowReader row)
    {
        _stream.Write(_begun ? ",\n"u8 : "\n"u8);
        _begun = true;
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("type"u8, "Feature"u8);
        _json.WritePropertyName("geometry"u8);
        // A text that is no geometry stays what it is: a property.
        var taken = Geometry(row) ? _geometry : -1;
        _json.WriteStartObject("properties"u8);
        for (var i = 0; i < _names.Length; i++)
        {
            if (i == taken) continue;
            _json.WritePropertyName(_names[i]);
            RowJson.Value(_json, row, i);
        }
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
    }

    public override void End()
    {
        _stream.Write("\n]}\n"u8);
        _stream.Flush();
    }

    public void Dispose() => _json.Dispose();

    private bool Geometry(RowReader row)
    {
        if (_geometry >= 0)
        {
            var geometry = row.IsMissing(_geometry) ? null : GeometryText.Compact(row.Text(_geometry));
            if (geometry is not null) _json.WriteRawValue(geometry, skipInputValidation: true);
            else _json.WriteNullValue();
            return geometry is not null;
        }
        if (row.IsMissing(_latitude) || row.IsMissing(_longitude) || row.Number(_latitude) is var latitude && !double.IsFinite(latitude)
            || row.Number(_longitude) is var longitude && !double.IsFinite(longitude))
        {
            _json.WriteNullValue();
            return false;
        }
        _json.WriteStartObject();
        _json.WriteString("type"u8, "Point"u8);
        _json.WriteStartArray("coordinates"u8);
        // RFC 7946 §3.1.1: longitude first.
        _json.WriteRawValue(RowText.Number(row.Number(_longitude)), skipInputValidation: true);
        _json.WriteRawValue(RowText.Number(row.Number(_latitude)), skipInputValidation: true);
        _json.WriteEndArray();
        _json.WriteEndObject();
        return true;
    }

    private static int Index(IReadOnlyList<ResultColumn> columns, string? name)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i].Name == name) return i;
        return -1;
    }
}
