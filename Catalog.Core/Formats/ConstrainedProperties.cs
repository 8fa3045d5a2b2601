using System.Collections.Frozen;

namespace Catalog.Core.Formats;

/// <summary>
/// Properties whose values the shapes of DCAT-AP 3.0.1 or DCAT-US 3 constrain, by class, kind or number: a foreign value
/// of one of them could make the feed invalid, so a source's extra of that name is written as an extra of ours.
/// </summary>
internal static class ConstrainedProperties
{
    /// <summary>Vocabularies that the profiles define or rule as a whole.</summary>
    private static readonly string[] Vocabularies = ["dcat:", "dcatap:", "dcat-us:", "adms:", "vcard:", "spdx:", "hydra:", "csvw:", "rdf:", "dqv:", "odrl:"];

    private static readonly FrozenSet<string> Names = new[]
    {
        "dct:abstract", "dct:accessRights", "dct:accrualPeriodicity", "dct:bibliographicCitation", "dct:conformsTo", "dct:contributor", "dct:created", "dct:creator",
        "dct:description", "dct:format", "dct:hasPart", "dct:hasVersion", "dct:identifier", "dct:isPartOf", "dct:isReferencedBy", "dct:issued", "dct:isVersionOf",
        "dct:language", "dct:license", "dct:modified", "dct:provenance", "dct:publisher", "dct:relation", "dct:replaces", "dct:rights", "dct:rightsHolder", "dct:source",
        "dct:spatial", "dct:subject", "dct:temporal", "dct:title", "dct:type", "dct:version", "dc:creator", "dc:publisher", "cnt:characterEncoding",
        "foaf:firstname", "foaf:givenName", "foaf:homepage", "foaf:isPrimaryTopicOf", "foaf:name", "foaf:page", "foaf:primaryTopic", "locn:geometry", "odrs:attributionText",
        "org:memberOf", "org:subOrganizationOf", "owl:versionInfo", "prov:agent", "prov:qualifiedAttribution", "prov:wasAttributedTo", "prov:wasDerivedFrom",
        "prov:wasGeneratedBy", "prov:wasUsedBy", "rdfs:label", "schema:endDate", "schema:image", "schema:startDate", "skos:altLabel", "skos:definition", "skos:inScheme",
        "skos:notation", "skos:prefLabel", "skos:scopeNote", "time:hasBeginning", "time:hasEnd",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name) || Array.Exists(Vocabularies, v => name.StartsWith(v, StringComparison.Ordinal));
}
