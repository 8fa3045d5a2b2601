using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>A vocabulary that the feed is had in, as <c>profiles=</c> names it.</summary>
public sealed record CatalogProfile
{
    public static readonly CatalogProfile DcatAp3 = new()
    {
        Name = "dcat-ap-3",
        Aliases = ["euro_dcat_ap_3"],
        Standard = Iri.Of("http://data.europa.eu/r5r/"),
        Context = DcatApContext.Instance,
    };

    /// <summary>The same statements, which satisfy both, said to conform to DCAT-US.</summary>
    public static readonly CatalogProfile DcatUs3 = new()
    {
        Name = "dcat-us-3",
        Aliases = ["dcat_us_3"],
        Standard = Iri.Of("https://resources.data.gov/dcat-us/3.0.0"),
        Context = DcatApContext.Instance,
    };

    public static readonly CatalogProfile SchemaOrg = new()
    {
        Name = "schemaorg",
        Aliases = ["schema.org"],
        Standard = Iri.Of("https://schema.org/"),
        Context = SchemaOrgMapping.Context,
    };

    public static readonly IReadOnlyList<CatalogProfile> All = [DcatAp3, DcatUs3, SchemaOrg];

    public required string Name { get; init; }

    /// <summary>What ckanext-dcat calls the same.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The standard, for rel=profile (RFC 6906) and dct:conformsTo.</summary>
    public required Iri Standard { get; init; }

    /// <summary>The prefixes and terms that its documents use.</summary>
    public required RdfContext Context { get; init; }

    public static CatalogProfile? Find(string name) =>
        All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || p.Standard.Value == name || p.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));

    public ICatalogMapping Open(IRdfSink sink, DataCatalog catalog) =>
        this == SchemaOrg ? new SchemaOrgMapping(sink, catalog) : new DcatAp(sink, catalog, Standard);
}
