namespace Catalog.Web.Tables;

/// <summary>The places of rows, which a page has as a table and its script as a drawing.</summary>
public sealed record MapData
{
    public required IReadOnlyList<MapPlace> Places { get; init; }

    /// <summary>Rows that meet the filters and have a place.</summary>
    public required long Total { get; init; }

    /// <summary>Rows whose place cannot be drawn: no geometry, or no degrees.</summary>
    public required int Unreadable { get; init; }

    /// <summary>Lines and areas are drawn with fewer positions than they have.</summary>
    public bool IsCoarse { get; init; }

    /// <summary>The column that names the places; null when there is none.</summary>
    public TableColumn? Label { get; init; }

    /// <summary>The column whose values are colours; null for one colour.</summary>
    public TableColumn? Colour { get; init; }

    /// <summary>The column that gives sizes, or shades to areas; null when all are equal.</summary>
    public TableColumn? Size { get; init; }

    /// <summary>The values that have a colour of their own, the most frequent first.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>There are places of other values, or of none: they share one more colour.</summary>
    public bool HasOthers { get; init; }

    /// <summary>The row's place, without its shape: where the shape's middle is.</summary>
    public static (double Longitude, double Latitude) MiddleOf(MapPlace place) => place.Shape.Box is { } box ? ((box.West + box.East) / 2, (box.South + box.North) / 2) : default;

    /// <summary>What all places lie in; null when there are none.</summary>
    public MapBox? Box => Places.Select(p => p.Shape.Box).Aggregate((MapBox?)null, (all, one) => all is null ? one : one is null ? all : all.Value.With(one.Value));
}

/// <param name="Row">The number of the row in the file.</param>
public sealed record MapPlace(long Row, MapShape Shape, string? Label, string? Category, double? Size);

/// <summary>A box in degrees of WGS 84.</summary>
public readonly record struct MapBox(double West, double South, double East, double North)
{
    /// <summary>The longer side, in degrees.</summary>
    public double Extent => Math.Max(East - West, North - South);

    public MapBox With(MapBox other) => new(Math.Min(West, other.West), Math.Min(South, other.South), Math.Max(East, other.East), Math.Max(North, other.North));
}
