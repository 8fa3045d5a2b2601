using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <content>Places and periods.</content>
public static partial class DcatReader
{
    private static ValueList<Location> ReadSpatial(LinkedReading reading, LinkedNode dataset) =>
        dataset.All("dct:spatial", "schema:spatialCoverage", "schema:spatial").Select(value => ReadLocation(reading, value, dataset.Iri)).OfType<Location>().Distinct().ToValueList();

    private static Location? ReadLocation(LinkedReading reading, LinkedValue value, string? owner)
    {
        if (value.Literal is { } literal)
        {
            if (GeometryText.Read(literal) is { IsWhole: true } extent) return new Location { BoundingBox = extent.Box, Centroid = extent.Point };
            var place = SpatialReader.OfText(literal, LinkedText.LanguageOf(value, reading));
            if (place.Uri is not null) reading.ReportLiteral(value);
            return place;
        }
        if (!value.IsNode) return null;
        var uri = value.Iri is { } iri && !LinkedCodes.IsPart(iri, owner) ? iri : null;
        if (LinkedCodes.Code(uri, "country") is { } country && !value.IsDescribed) return new Location { Code = country };
        if (!value.IsDescribed) return uri is null ? null : new Location { Uri = uri };
        var node = value.Node;
        var location = new Location
        {
            Uri = uri ?? node.First(v => v.Iri, "dct:relation"),
            Code = node.First(v => v.IriOrLiteral, "dct:identifier", "skos:notation"),
            Label = LinkedText.Of(reading, node.All("skos:prefLabel", "rdfs:label", "schema:name", "locn:geographicName", "dct:title", "geo:name")),
        };
        var box = Geometry(reading, node, "dcat:bbox");
        var point = Geometry(reading, node, "dcat:centroid");
        var shape = Geometry(reading, node, "locn:geometry", "geo:asWKT", "geo:asGeoJSON", "geo:asGML");
        var corners = SchemaGeometry(reading, node);
        location = location with
        {
            BoundingBox = First(box?.Box, shape?.Box, corners?.Box),
            Centroid = First(point?.Point, shape?.Point, corners?.Point),
        };
        return location is { Uri: null, Code: null, Label.IsEmpty: true, BoundingBox.Count: 0, Centroid.Count: 0 } ? null : location;
    }

    private static ValueList<double> First(params ReadOnlySpan<ValueList<double>?> lists)
    {
        foreach (var list in lists)
            if (list is { Count: > 0 }) return list;
        return [];
    }

    /// <summary>The first that is understood; the same place said in another way is not kept again, a shape is.</summary>
    private static Extent? Geometry(LinkedReading reading, LinkedNode node, params ReadOnlySpan<string> properties)
    {
        Extent? first = null;
        var others = new List<LinkedValue>();
        foreach (var value in node.All(properties))
        {
            var text = value.Literal ?? (value.IsDescribed ? value.Node.First(v => v.Literal, "geo:asWKT", "geo:asGeoJSON", "geo:asGML") : null);
            var extent = text is null ? null : GeometryText.Read(text);
            if (extent is null || !extent.IsWhole) others.Add(value);
            first ??= extent;
        }
        foreach (var value in others)
        {
            value.Keep();
            if (first is null)
                reading.Report(FindingCodes.NotUnderstood, Severity.Warning, value.Pointer, value.IriOrLiteral,
                    "No se entiende la geometría; se conserva entre los datos adicionales.", "The geometry is not understood; it is kept among the extras.",
                    "Escriba WKT, GML o GeoJSON en grados de WGS 84.", "Write WKT, GML or GeoJSON in degrees of WGS 84.");
        }
        return first;
    }

    private static Extent? SchemaGeometry(LinkedReading reading, LinkedNode node)
    {
        foreach (var value in node.All("schema:geo"))
        {
            if (!value.IsDescribed)
            {
                value.Keep();
                continue;
            }
            var shape = value.Node;
            if (shape.First(v => v.Literal, "schema:box") is { } box && GeometryText.OfCorners(box) is { } corners) return corners;
            var latitude = shape.First(v => Degrees(v), "schema:latitude");
            var longitude = shape.First(v => Degrees(v), "schema:longitude");
            if (latitude is not null && longitude is not null) return GeometryText.OfPoint(longitude.Value, latitude.Value);
        }
        return null;
    }

    private static double? Degrees(LinkedValue value) =>
        double.TryParse(value.Literal, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : null;

    private static ValueList<PeriodOfTime> ReadTemporal(LinkedReading reading, LinkedNode dataset)
    {
        var periods = new List<PeriodOfTime>();
        foreach (var value in dataset.All("dct:temporal", "schema:temporalCoverage"))
        {
            if (value.IsDescribed && ReadPeriod(reading, value.Node) is { } period) periods.Add(period);
            else if (value.Literal is { } text && (Interval.TryParse(text, out var interval) || DcmiPeriod(text, out interval))) periods.Add(interval);
            else
            {
                if (value.Literal is { } said)
                    reading.Report(FindingCodes.BadDate, Severity.Warning, value.Pointer, said,
                        "No se entiende el período; se conserva entre los datos adicionales.", "The period is not understood; it is kept among the extras.",
                        "Escriba inicio y fin con dcat:startDate y dcat:endDate.", "Write start and end with dcat:startDate and dcat:endDate.");
                value.Keep();
            }
        }
        return periods.OrderBy(p => p.Start?.Lexical, StringComparer.Ordinal).ThenBy(p => p.End?.Lexical, StringComparer.Ordinal).Distinct().ToValueList();
    }

    private static PeriodOfTime? ReadPeriod(LinkedReading reading, LinkedNode node)
    {
        var period = new PeriodOfTime { Start = ReadEnd(reading, node, "Start", "time:hasBeginning"), End = ReadEnd(reading, node, "End", "time:hasEnd") };
        return period is { Start: null, End: null } ? null : period;
    }

    private static DcatDate? ReadEnd(LinkedReading reading, LinkedNode node, string end, string timeProperty) =>
        node.First<DcatDate?>(v => v.IsDescribed
                ? v.Node.First<DcatDate?>(inner => LinkedCodes.Date(reading, inner), "time:inXSDDate", "time:inXSDDateTimeStamp", "time:inXSDDateTime", "time:inXSDgYearMonth", "time:inXSDgYear")
                : LinkedCodes.Date(reading, v),
            $"dcat:{end.ToLowerInvariant()}Date", $"schema:{end.ToLowerInvariant()}Date", timeProperty, $"dct:{end.ToLowerInvariant()}");

    /// <summary>DCMI Period: "start=2019-01-01; end=2019-12-31; scheme=W3C-DTF;".</summary>
    private static bool DcmiPeriod(string text, out PeriodOfTime period)
    {
        var parts = text.Split(';').Select(p => p.Split('=')).Where(p => p.Length == 2).ToLookup(p => p[0].Trim().ToLowerInvariant(), p => p[1].Trim());
        DcatDate? start = DcatDate.TryParse(parts["start"].FirstOrDefault(), out var s) ? s : null;
        DcatDate? end = DcatDate.TryParse(parts["end"].FirstOrDefault(), out var e) ? e : null;
        period = new PeriodOfTime { Start = start, End = end };
        return start is not null || end is not null;
    }
}
