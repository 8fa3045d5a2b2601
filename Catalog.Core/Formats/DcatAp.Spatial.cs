using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <content>Places.</content>
public sealed partial class DcatAp
{
    /// <summary>The gazetteer's IRI where the source gives one and nothing of its own to say; else a fragment of the dataset.</summary>
    private Iri? LocationIri(Iri dataset, Location location, int number)
    {
        var plain = !location.Label.SaysSomething() && BoundingBox(location) is null && Centroid(location) is null;
        plain &= location.Uri is null || string.IsNullOrWhiteSpace(location.Code);
        if (plain && (Links.Of(location.Uri) ?? Place(location.Code)) is { } place) return _nodes.Local(place, DctNs.Location);
        return plain && string.IsNullOrWhiteSpace(location.Code) ? null : dataset.WithFragment(Numbered("spatial", number));
    }

    private void WriteSpatial(Iri dataset, ValueList<Location> locations)
    {
        for (var i = 0; i < locations.Count; i++)
        {
            var location = locations[i];
            if (LocationIri(dataset, location, i + 1) is not { } iri || !iri.Value.StartsWith(dataset.Value + "#", StringComparison.Ordinal)) continue;
            _sink.BeginSubject(iri, DctNs.Location);
            WriteText(AgentNs.PrefLabel, location.Label);
            WritePlain(DctNs.Identifier, location.Code);
            if (Links.Of(location.Uri) is { } gazetteer) _sink.Link(DctNs.Relation, gazetteer);
            if (BoundingBox(location) is { } box) _sink.Typed(DcatNs.Bbox, box, OtherNs.WktLiteral);
            if (Centroid(location) is { } point) _sink.Typed(DcatNs.Centroid, point, OtherNs.WktLiteral);
            _sink.EndSubject();
        }
    }

    // OGC 06-103r4 §7: longitude first; the ring is closed and runs against the clock.
    private static string? BoundingBox(Location location)
    {
        if (location.BoundingBox is not [var west, var south, var east, var north]) return null;
        if (!IsPoint(west, south) || !IsPoint(east, north)) return null;
        var (w, s, e, n) = (Number(west), Number(south), Number(east), Number(north));
        return $"POLYGON(({w} {s},{e} {s},{e} {n},{w} {n},{w} {s}))";
    }

    private static string? Centroid(Location location) =>
        location.Centroid is [var longitude, var latitude] && IsPoint(longitude, latitude)
            ? $"POINT({Number(longitude)} {Number(latitude)})"
            : null;

    /// <summary>Degrees that exist; swapped or projected coordinates would put the data in the sea.</summary>
    private static bool IsPoint(double longitude, double latitude) => longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90;
}
