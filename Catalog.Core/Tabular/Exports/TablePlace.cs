using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Exports;

/// <summary>Where in a row its place on the earth is.</summary>
public sealed record TablePlace
{
    private static readonly string[] LatitudeNames = ["lat", "latitud", "latitude", "y"];
    private static readonly string[] LongitudeNames = ["lon", "lng", "long", "longitud", "longitude", "x"];
    private static readonly string[] GeometryNames = ["geometry", "geometria", "geometría", "geojson", "the_geom", "geom", "wkt"];

    /// <summary>The column of the latitude in degrees; null when there is a geometry.</summary>
    public string? Latitude { get; private init; }

    public string? Longitude { get; private init; }

    /// <summary>The column of a geometry as text, GeoJSON or well-known text.</summary>
    public string? Geometry { get; private init; }

    /// <summary>The columns that an answer must have for its rows to have a place.</summary>
    public IReadOnlyList<string> Columns => Geometry is not null ? [Geometry] : [Latitude!, Longitude!];

    /// <summary>
    /// The place of a table, or null. A point that the loader took apart comes first, then a geometry, then two numbers
    /// with the usual names that can be degrees: coordinates of a projection have other magnitudes.
    /// </summary>
    public static TablePlace? Of(IReadOnlyList<StoredColumn> columns)
    {
        var latitude = columns.FirstOrDefault(column => column.Role == ColumnRole.Latitude);
        var longitude = columns.FirstOrDefault(column => column.Role == ColumnRole.Longitude && column.Source == latitude?.Source);
        if (latitude is not null && longitude is not null) return new TablePlace { Latitude = latitude.Name, Longitude = longitude.Name };
        if (columns.FirstOrDefault(column => column is { Type: StoredType.Text, Role: ColumnRole.Value } && Named(column, GeometryNames)) is { } geometry)
            return new TablePlace { Geometry = geometry.Name };
        latitude = Degrees(columns, LatitudeNames, 90);
        longitude = Degrees(columns, LongitudeNames, 180);
        return latitude is null || longitude is null ? null : new TablePlace { Latitude = latitude.Name, Longitude = longitude.Name };
    }

    private static StoredColumn? Degrees(IReadOnlyList<StoredColumn> columns, string[] names, double most) =>
        columns.FirstOrDefault(column => column is { Type: StoredType.Number, Role: ColumnRole.Value } && column.Magnitude <= most && Named(column, names));

    private static bool Named(StoredColumn column, string[] names) => names.Contains(column.Name, StringComparer.OrdinalIgnoreCase);
}
