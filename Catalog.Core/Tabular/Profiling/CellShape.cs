namespace Catalog.Core.Tabular.Profiling;

/// <summary>
/// How a cell is written, whatever it may mean. Every cell has exactly one; a column's type is a conclusion from how
/// many of each it has.
/// </summary>
internal enum CellShape : byte
{
    Text,

    /// <summary>Words that people write for nothing: N/A, s/d, -, #####.</summary>
    NullWord,

    /// <summary>Sí, no, verdadero, false ...</summary>
    BooleanWord,

    /// <summary>Digits, perhaps with a minus; no zero in front.</summary>
    Integer,

    /// <summary>Digits with a zero in front, more of them than a number has, or with a plus: a code.</summary>
    Code,

    /// <summary>1.5: one point, and it can only be the decimal one.</summary>
    PointDecimal,

    /// <summary>1.234: one point that may be either.</summary>
    PointThree,

    /// <summary>1.234.567.</summary>
    PointGroups,

    /// <summary>1.234,56.</summary>
    PointGroupsCommaDecimal,

    /// <summary>1,5.</summary>
    CommaDecimal,

    /// <summary>1,234: one comma that may be either.</summary>
    CommaThree,

    /// <summary>1,234,567.</summary>
    CommaGroups,

    /// <summary>1,234.56.</summary>
    CommaGroupsPointDecimal,

    /// <summary>1 234 567.</summary>
    BlankGroups,

    /// <summary>1 234,56.</summary>
    BlankGroupsCommaDecimal,

    /// <summary>1 234.56.</summary>
    BlankGroupsPointDecimal,

    /// <summary>A day, or a day and a time, in a layout.</summary>
    Date,

    Time,

    /// <summary>2020-01.</summary>
    YearMonth,

    /// <summary>Two coordinates.</summary>
    GeoPoint,

    JsonObject,

    JsonArray,

    GeoJson,

    Url,

    Email,

    Uuid,
}
