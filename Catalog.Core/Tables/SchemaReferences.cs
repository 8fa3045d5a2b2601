using Catalog.Core.Dcat;

namespace Catalog.Core.Tables;

/// <summary>Which of the things that a distribution conforms to are documents that a program can read.</summary>
public static class SchemaReferences
{
    /// <summary>
    /// JSON documents by address or path. Most of what <c>dct:conformsTo</c> names are standards by their home page: those
    /// are not asked for at every harvest.
    /// </summary>
    public static IEnumerable<string> Of(Distribution distribution) =>
        distribution.ConformsTo.Where(place => WebAddress.Extension(place) == "json" && (WebAddress.IsWeb(place) || !place.Contains(':', StringComparison.Ordinal)));
}
