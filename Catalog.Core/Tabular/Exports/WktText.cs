using System.Globalization;
using System.Text;

namespace Catalog.Core.Tabular.Exports;

/// <summary>
/// Geometries as well-known text (OGC 06-103r4 §7), as spatial databases write them into CSV, brought to GeoJSON. The
/// number in front that some add is taken for what it says: only WGS 84 (4326) has the degrees that GeoJSON wants.
/// </summary>
internal sealed class WktText
{
    /// <summary>Collections within each other. 8: a collection of collections is rare already.</summary>
    private const int MaxDepth = 8;

    private readonly string _text;
    private readonly StringBuilder _json = new();
    private int _at;

    private WktText(string text) => _text = text;

    /// <summary>The GeoJSON of a geometry that is not empty; null when the text is none.</summary>
    public static string? ToGeoJson(string text)
    {
        var reading = new WktText(text);
        if (reading.Word() != "SRID") reading._at = 0;
        else if (!(reading.Next('=') && reading.Number() is 4326 && reading.Next(';'))) return null;
        return reading.Geometry(0) && reading.IsAtEnd ? reading._json.ToString() : null;
    }

    private bool IsAtEnd
    {
        get
        {
            Skip();
            return _at == _text.Length;
        }
    }

    private bool Geometry(int depth)
    {
        var (type, levels) = Word() switch
        {
            "POINT" => ("Point", 0),
            "MULTIPOINT" => ("MultiPoint", 1),
            "LINESTRING" => ("LineString", 1),
            "MULTILINESTRING" => ("MultiLineString", 2),
            "POLYGON" => ("Polygon", 2),
            "MULTIPOLYGON" => ("MultiPolygon", 3),
            "GEOMETRYCOLLECTION" => ("GeometryCollection", -1),
            _ => ("", 0),
        };
        if (type.Length == 0 || depth == MaxDepth) return false;
        var start = _at;
        if (Word() is not ("Z" or "M" or "ZM")) _at = start;
        _json.Append("{\"type\":\"").Append(type).Append(levels < 0 ? "\",\"geometries\":" : "\",\"coordinates\":");
        var read = levels < 0 ? List(() => Geometry(depth + 1)) : levels == 0 ? Next('(') && Position() && Next(')') : Lists(levels);
        _json.Append('}');
        return read;
    }

    /// <summary>Lists of lists of positions, so many levels of them. A position of a list may stand in brackets of its own, as in MULTIPOINT.</summary>
    private bool Lists(int levels) => List(() => levels > 1 ? Lists(levels - 1) : Next('(') ? Position() && Next(')') : Position());

    private bool List(Func<bool> item)
    {
        if (!Next('(')) return false;
        _json.Append('[');
        for (var first = true; ; first = false)
        {
            if (!first) _json.Append(',');
            if (!item()) return false;
            if (Next(',')) continue;
            _json.Append(']');
            return Next(')');
        }
    }

    /// <summary>Longitude and latitude; GeoJSON has no use for what may follow them.</summary>
    private bool Position()
    {
        if (Number() is not { } longitude || Number() is not { } latitude) return false;
        _json.Append(CultureInfo.InvariantCulture, $"[{longitude:R},{latitude:R}]");
        return Number() is null || Number() is null || Number() is null;
    }

    private bool Next(char c)
    {
        Skip();
        if (_at == _text.Length || _text[_at] != c) return false;
        _at++;
        return true;
    }

    private string Word()
    {
        Skip();
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at])) _at++;
        return _text[start.._at].ToUpperInvariant();
    }

    private double? Number()
    {
        Skip();
        var end = _at;
        while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || _text[end] is '+' or '-' or '.' or 'e' or 'E')) end++;
        if (end == _at || !double.TryParse(_text.AsSpan(_at, end - _at), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
        _at = end;
        return number;
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
