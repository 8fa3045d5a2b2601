namespace Catalog.Web.Tables;

/// <summary>The shape of a place: points, lines and areas, any number of each. Positions are longitude and latitude in turn.</summary>
public sealed record MapShape
{
    public static readonly MapShape Empty = new();

    public IReadOnlyList<double[]> Points { get; init; } = [];

    public IReadOnlyList<double[]> Lines { get; init; } = [];

    /// <summary>Each an outer ring, against the clock, and holes, with the clock, so that a hole stays one however it is filled.</summary>
    public IReadOnlyList<IReadOnlyList<double[]>> Areas { get; init; } = [];

    public bool IsEmpty => Points.Count == 0 && Lines.Count == 0 && Areas.Count == 0;

    /// <summary>The type of geometry (RFC 7946 §3.1) that it is.</summary>
    public string Kind => (Points.Count, Lines.Count, Areas.Count) switch
    {
        (1, 0, 0) => "Point",
        (_, 0, 0) => "MultiPoint",
        (0, 1, 0) => "LineString",
        (0, _, 0) => "MultiLineString",
        (0, 0, 1) => "Polygon",
        (0, 0, _) => "MultiPolygon",
        _ => "GeometryCollection",
    };

    /// <summary>Positions of all its parts.</summary>
    public int Positions => Points.Count + (Lines.Sum(line => line.Length) + Areas.Sum(area => area.Sum(ring => ring.Length))) / 2;

    /// <summary>What it lies in; null when it is empty.</summary>
    public MapBox? Box
    {
        get
        {
            MapBox? box = null;
            foreach (var part in Points.Concat(Lines).Concat(Areas.SelectMany(area => area)))
                for (var i = 0; i < part.Length; i += 2)
                {
                    var here = new MapBox(part[i], part[i + 1], part[i], part[i + 1]);
                    box = box is { } other ? other.With(here) : here;
                }
            return box;
        }
    }

    public static MapShape PointAt(double longitude, double latitude) => new() { Points = [[longitude, latitude]] };

    /// <summary>
    /// The same shape with no two neighbours nearer than so many degrees. What would be smaller than that as a whole is
    /// left out, but never the last part of a place: it is drawn as a speck.
    /// </summary>
    public MapShape Coarser(double degrees)
    {
        var lines = Lines.Where(line => IsSeen(line, degrees)).Select(line => Thin(line, degrees, least: 2)).ToList();
        var areas = Areas.Where(area => IsSeen(area[0], degrees))
            .Select(area => (IReadOnlyList<double[]>)[Thin(area[0], degrees, least: 4), .. area.Skip(1).Where(hole => IsSeen(hole, degrees)).Select(hole => Thin(hole, degrees, least: 4))]).ToList();
        if (lines.Count == 0 && areas.Count == 0 && Points.Count == 0)
        {
            if (Areas.Count > 0) areas.Add([Thin(Areas.MaxBy(area => Extent(area[0]))![0], double.MaxValue, least: 4)]);
            else if (Lines.Count > 0) lines.Add(Thin(Lines.MaxBy(Extent)!, double.MaxValue, least: 2));
        }
        return this with { Lines = lines, Areas = areas };
    }

    /// <summary>The ring's area with its sign: positive against the clock.</summary>
    public static double SignedArea(double[] ring)
    {
        double twice = 0;
        for (var i = 0; i + 3 < ring.Length; i += 2) twice += ring[i] * ring[i + 3] - ring[i + 2] * ring[i + 1];
        return twice / 2;
    }

    private static bool IsSeen(double[] part, double degrees) => Extent(part) >= degrees;

    private static double Extent(double[] part)
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var i = 0; i < part.Length; i += 2)
            (west, south, east, north) = (Math.Min(west, part[i]), Math.Min(south, part[i + 1]), Math.Max(east, part[i]), Math.Max(north, part[i + 1]));
        return Math.Max(east - west, north - south);
    }

    /// <summary>First and last position stay, and at least so many in all, so that a ring encloses something.</summary>
    private static double[] Thin(double[] part, double degrees, int least)
    {
        var count = part.Length / 2;
        if (count <= least) return part;
        var kept = new List<double>(part.Length) { part[0], part[1] };
        for (var i = 1; i < count - 1; i++)
        {
            var (x, y) = (part[2 * i] - kept[^2], part[2 * i + 1] - kept[^1]);
            if (Math.Max(Math.Abs(x), Math.Abs(y)) >= degrees) kept.AddRange([part[2 * i], part[2 * i + 1]]);
        }
        kept.AddRange([part[^2], part[^1]]);
        if (kept.Count / 2 >= least) return [.. kept];
        return [.. Enumerable.Range(0, least).Select(i => i * (count - 1) / (least - 1)).SelectMany(i => new[] { part[2 * i], part[2 * i + 1] })];
    }
}
