namespace Catalog.Core.Tabular.Schemas;

/// <summary>What a column holds: the types of Frictionless Table Schema 2.0 §Field Types, which include those of 1.0.</summary>
public enum FieldType
{
    String,
    Number,
    Integer,
    Boolean,
    Object,
    Array,
    List,
    DateTime,
    Date,
    Time,
    Year,
    YearMonth,
    Duration,
    GeoPoint,
    GeoJson,
    Any,
}

public static class FieldTypes
{
    private static readonly Dictionary<string, FieldType> ByName =
        Enum.GetValues<FieldType>().ToDictionary(type => type.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The spelling of a descriptor: "datetime", "geopoint".</summary>
    public static string Name(this FieldType type) => type.ToString().ToLowerInvariant();

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static bool TryParse(string? name, out FieldType type)
    {
        type = FieldType.Any;
        return name is not null && ByName.TryGetValue(name, out type);
    }

    /// <summary>Whether values have an order, so that a minimum and a maximum mean something.</summary>
    public static bool HasOrder(this FieldType type) => type is FieldType.Integer or FieldType.Number or FieldType.Date or FieldType.Time
        or FieldType.DateTime or FieldType.Year or FieldType.YearMonth or FieldType.Duration;

    /// <summary>Whether values have a length: characters of a text, items of a list, members of an object. A field without a type is text in 1.0.</summary>
    public static bool HasLength(this FieldType type) => type is FieldType.Any or FieldType.String or FieldType.Array or FieldType.Object or FieldType.List;
}
