namespace Samples.Generator;

internal static class Geometry
{
    /// <summary>Kilometres in a degree of latitude, and of longitude at 38.9° S. Constants, so that no cosine is needed.</summary>
    private const double KmPerLat = 111.0;
    private const double KmPerLon = 86.6;

    /// <summary>The shoelace formula on a flat map: good to a tenth of a percent over ten kilometres.</summary>
    public static decimal AreaKm2(IReadOnlyList<Point> ring)
    {
        var twice = 0.0;
        for (var i = 0; i + 1 < ring.Count; i++)
            twice += (ring[i].X * ring[i + 1].Y) - (ring[i + 1].X * ring[i].Y);
        return decimal.Round((decimal)Math.Abs(twice / 2 * KmPerLat * KmPerLon), 3);
    }

    /// <summary>Metres along the axes, as a cyclist rides them.</summary>
    public static int StreetMetres(Point a, Point b) =>
        (int)((Math.Abs(a.X - b.X) * KmPerLon * 1000) + (Math.Abs(a.Y - b.Y) * KmPerLat * 1000));
}
