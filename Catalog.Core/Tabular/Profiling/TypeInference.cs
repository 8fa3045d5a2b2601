using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>What a column is concluded to be.</summary>
internal sealed record Conclusion(TableField Field, double Confidence, string? Minimum = null, string? Maximum = null)
{
    public List<Text> Evidence { get; init; } = [];

    public FieldType? Nearly { get; init; }

    public long Misfits { get; init; }

    public Conclusion Because(string spanish, string english)
    {
        Evidence.Add(Text.Of(new LangString("es", spanish), new LangString("en", english)));
        return this;
    }
}

/// <summary>
/// From how the cells of a column are written to what they are. A type is concluded only when it reads every cell that
/// is not nothing; where cells leave a choice, other cells decide, then the name, then habit, and the evidence says so.
/// </summary>
internal static class TypeInference
{
    public static Conclusion Conclude(string name, ColumnTally tally)
    {
        var words = new NameWords(name);
        // Cells that are neither empty nor a word for nothing.
        var values = tally.Shapes.Sum() - tally[CellShape.NullWord];
        var typed = values == 0 ? null
            : BooleanInference.Conclude(name, words, tally, values)
              ?? NumberInference.Conclude(name, words, tally, values)
              ?? DateInference.Conclude(name, words, tally, values)
              ?? Others(name, words, tally, values);
        if (typed is { Field.Type: not FieldType.String }) return WithMissing(typed, tally, strongOnly: false);
        return WithMissing(typed ?? AsText(name, tally, values), tally, strongOnly: true);
    }

    private static Conclusion? Others(string name, NameWords words, ColumnTally tally, long values)
    {
        var field = new TableField { Name = name };
        if (tally[CellShape.YearMonth] == values) return new Conclusion(field with { Type = FieldType.YearMonth }, 1).Because("todas las celdas son AAAA-MM", "all cells are YYYY-MM");
        if (tally[CellShape.GeoJson] == values) return new Conclusion(field with { Type = FieldType.GeoJson }, 1).Because("todas las celdas son GeoJSON", "all cells are GeoJSON");
        if (tally[CellShape.JsonObject] + tally[CellShape.GeoJson] == values) return new Conclusion(field with { Type = FieldType.Object }, 1).Because("todas las celdas son objetos JSON", "all cells are JSON objects");
        if (tally[CellShape.JsonArray] == values) return new Conclusion(field with { Type = FieldType.Array }, 1).Because("todas las celdas son listas JSON", "all cells are JSON arrays");
        // A word for nothing is not an address: with weak ones about, the column stays plain text.
        if (tally.NullWordsFound.Values.All(word => word.Strong))
        {
            if (tally[CellShape.Url] == values) return new Conclusion(field with { Type = FieldType.String, Format = "uri" }, 1).Because("todas las celdas son direcciones web", "all cells are web addresses");
            if (tally[CellShape.Email] == values) return new Conclusion(field with { Type = FieldType.String, Format = "email" }, 1).Because("todas las celdas son direcciones de correo", "all cells are e-mail addresses");
            if (tally[CellShape.Uuid] == values) return new Conclusion(field with { Type = FieldType.String, Format = "uuid" }, 1).Because("todas las celdas son UUID", "all cells are UUIDs");
        }
        return tally[CellShape.GeoPoint] == values ? GeoPoint(field, words, tally, values) : null;
    }

    private static Conclusion? GeoPoint(TableField field, NameWords words, ColumnTally tally, long values)
    {
        var (latFirst, lonFirst) = (tally.FirstIsLatitude == values, tally.SecondIsLatitude == values);
        if (!latFirst && !lonFirst) return null;
        var certain = latFirst != lonFirst;
        var asLatLon = certain ? latFirst : !words.SaysLongitudeFirst;
        return new Conclusion(field with { Type = FieldType.GeoPoint, Format = asLatLon ? Cells.GeoPointReader.LatLon : TableField.DefaultFormat }, certain ? 1 : 0.7)
            .Because(asLatLon ? "pares de coordenadas, latitud primero" : "pares de coordenadas, longitud primero", asLatLon ? "pairs of coordinates, latitude first" : "pairs of coordinates, longitude first");
    }

    /// <summary>Text, and how near it comes to something else.</summary>
    private static Conclusion AsText(string name, ColumnTally tally, long values)
    {
        var conclusion = new Conclusion(new TableField { Name = name, Type = FieldType.String }, 1);
        if (values == 0) return conclusion with { Confidence = 0 };
        var numbers = NumberInference.Shapes.Sum(shape => tally[shape]);
        var (nearest, count) = new[] { (FieldType.Number, numbers), (FieldType.Date, tally[CellShape.Date]), (FieldType.Time, tally[CellShape.Time]), (FieldType.Boolean, tally[CellShape.BooleanWord]) }.MaxBy(near => near.Item2);
        // Nine in ten: what most readers of the column would expect it to be.
        if (count == values || count * 10 < values * 9) return conclusion;
        conclusion = conclusion with { Nearly = nearest, Misfits = values - count, Confidence = 0.5 };
        return conclusion.Because(FormattableString.Invariant($"{count} de {values} celdas son «{nearest.Name()}»; {values - count} no"), FormattableString.Invariant($"{count} of {values} cells are '{nearest.Name()}'; {values - count} are not"));
    }

    private static Conclusion WithMissing(Conclusion conclusion, ColumnTally tally, bool strongOnly)
    {
        var missing = tally.NullWordsFound.Where(word => word.Value.Strong || !strongOnly).Select(word => word.Key).Order(StringComparer.Ordinal).ToList();
        if (missing.Count == 0) return conclusion;
        return (conclusion with { Field = conclusion.Field with { MissingValues = new[] { "" }.Concat(missing).ToValueList() } })
            .Because("palabras que no dicen nada: " + string.Join(", ", missing), "words that stand for nothing: " + string.Join(", ", missing));
    }
}
