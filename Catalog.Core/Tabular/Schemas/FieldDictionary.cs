using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>
/// The column dictionaries of the Argentine profile (<c>field</c>) as a schema. Publishers write the type in many ways:
/// "string", "Texto (string)", "Número entero (integer)", "alfanumérico"; what cannot be told is any.
/// </summary>
public static class FieldDictionary
{
    private static readonly Dictionary<string, (FieldType Type, string Format)> Types = new(StringComparer.Ordinal)
    {
        ["string"] = (FieldType.String, "default"),
        ["text"] = (FieldType.String, "default"),
        ["texto"] = (FieldType.String, "default"),
        ["cadena"] = (FieldType.String, "default"),
        ["alfanumerico"] = (FieldType.String, "default"),
        ["alfanumerio"] = (FieldType.String, "default"),
        ["integer"] = (FieldType.Integer, "default"),
        ["int"] = (FieldType.Integer, "default"),
        ["entero"] = (FieldType.Integer, "default"),
        ["numeroentero"] = (FieldType.Integer, "default"),
        ["number"] = (FieldType.Number, "default"),
        ["real"] = (FieldType.Number, "default"),
        ["float"] = (FieldType.Number, "default"),
        ["double"] = (FieldType.Number, "default"),
        ["decimal"] = (FieldType.Number, "default"),
        ["numeric"] = (FieldType.Number, "default"),
        ["numero"] = (FieldType.Number, "default"),
        ["numerico"] = (FieldType.Number, "default"),
        ["numerodecimal"] = (FieldType.Number, "default"),
        ["date"] = (FieldType.Date, "default"),
        ["fechaiso8601"] = (FieldType.Date, "default"),
        // "Fecha" alone promises no order of its parts.
        ["fecha"] = (FieldType.Date, "any"),
        ["time"] = (FieldType.Time, "any"),
        ["hora"] = (FieldType.Time, "any"),
        ["horaiso8601"] = (FieldType.Time, "default"),
        ["datetime"] = (FieldType.DateTime, "any"),
        ["timestamp"] = (FieldType.DateTime, "any"),
        ["fechayhora"] = (FieldType.DateTime, "any"),
        ["boolean"] = (FieldType.Boolean, "default"),
        ["bool"] = (FieldType.Boolean, "default"),
        ["booleano"] = (FieldType.Boolean, "default"),
        ["binary"] = (FieldType.String, "binary"),
        ["uri"] = (FieldType.String, "uri"),
        ["url"] = (FieldType.String, "uri"),
        ["urimailto"] = (FieldType.String, "email"),
        ["email"] = (FieldType.String, "email"),
        ["correo"] = (FieldType.String, "email"),
        // An elastic "geo_point" is written latitude first.
        ["geopoint"] = (FieldType.GeoPoint, Cells.GeoPointReader.LatLon),
        ["geojson"] = (FieldType.GeoJson, "default"),
        ["array"] = (FieldType.Array, "default"),
        ["object"] = (FieldType.Object, "default"),
        ["json"] = (FieldType.Object, "default"),
        ["year"] = (FieldType.Year, "default"),
        ["yearmonth"] = (FieldType.YearMonth, "default"),
        ["duration"] = (FieldType.Duration, "default"),
    };

    /// <summary>Null for a dictionary without columns. The table may have more columns than are documented.</summary>
    public static TableSchema? ToSchema(IReadOnlyList<Field> fields) => fields.Count == 0 ? null : new TableSchema
    {
        FieldsMatch = FieldsMatch.Subset,
        Fields = fields.DistinctBy(field => field.Name).Select(field => ToField(field.Name, field.Type, field.Description)).ToValueList(),
    };

    public static TableField ToField(string name, string? type, Text description)
    {
        var (kind, format) = Parse(type);
        return new TableField { Name = name, Type = kind, Format = format, Description = description };
    }

    /// <summary>What is meant by a type as people write it: the word in brackets, or else the whole.</summary>
    private static (FieldType Type, string Format) Parse(string? type)
    {
        if (string.IsNullOrWhiteSpace(type)) return (FieldType.Any, TableField.DefaultFormat);
        var open = type.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : type.IndexOf(')', open);
        if (close > open + 1 && Types.TryGetValue(Checking.SimilarNames.Plain(type[(open + 1)..close]), out var inBrackets)) return inBrackets;
        return Types.TryGetValue(Checking.SimilarNames.Plain(open > 0 ? type[..open] : type), out var whole) ? whole : (FieldType.Any, TableField.DefaultFormat);
    }
}
