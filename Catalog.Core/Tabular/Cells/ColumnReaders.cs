using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Cells;

/// <summary>Which reader a field has (Table Schema 2.0 §Field Types). A format that says nothing to us reads as the default.</summary>
internal static class ColumnReaders
{
    public static ColumnReader For(TableField field, IReadOnlyList<string> missing) => field.Type switch
    {
        FieldType.Integer => new IntegerReader(missing, field.GroupChar, field.BareNumber),
        FieldType.Number => new NumberReader(missing, field.DecimalChar, field.GroupChar, field.BareNumber),
        FieldType.Boolean => new BooleanReader(missing, field.TrueValues, field.FalseValues),
        FieldType.Date => new DateReader(missing, Formats(field.Format, DateFormats.DefaultDate, DateFormats.AnyDate)),
        FieldType.Time => new TimeReader(missing, Formats(field.Format, DateFormats.DefaultTime, DateFormats.AnyTime)),
        FieldType.DateTime => new DateTimeReader(missing, Formats(field.Format, DateFormats.DefaultDateTime, DateFormats.AnyDateTime)),
        FieldType.Year => new YearReader(missing),
        FieldType.YearMonth => new YearMonthReader(missing),
        FieldType.Duration => new DurationReader(missing),
        FieldType.GeoPoint => new GeoPointReader(missing, field.Format),
        FieldType.Object => new JsonReader(missing, JsonShape.Object),
        FieldType.Array => new JsonReader(missing, JsonShape.Array),
        FieldType.GeoJson => new JsonReader(missing, field.Format == "topojson" ? JsonShape.TopoJson : JsonShape.GeoJson),
        FieldType.List => new ListReader(missing, field),
        FieldType.String => new TextReader(missing, field.Format),
        _ => new TextReader(missing, TableField.DefaultFormat),
    };

    private static DatePattern[] Formats(string format, DatePattern[] ordinary, DatePattern[] any)
    {
        // Table Schema 1.0 once wrote "fmt:%d/%m/%Y", and its tools still do.
        var pattern = format.StartsWith("fmt:", StringComparison.Ordinal) ? format[4..] : format;
        if (pattern == "any") return any;
        return pattern.Contains('%', StringComparison.Ordinal) && DatePattern.TryCompile(pattern, out var compiled) ? [compiled] : ordinary;
    }
}
