using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>The prefixes and JSON-LD terms of the feed: the words of DCAT, as people write them.</summary>
public static class DcatApContext
{
    public static RdfContext Instance { get; } = new(
        [
            new("dcat", "http://www.w3.org/ns/dcat#"),
            new("dct", "http://purl.org/dc/terms/"),
            new("dcatap", "http://data.europa.eu/r5r/"),
            new("foaf", "http://xmlns.com/foaf/0.1/"),
            new("vcard", "http://www.w3.org/2006/vcard/ns#"),
            new("org", "http://www.w3.org/ns/org#"),
            new("skos", "http://www.w3.org/2004/02/skos/core#"),
            new("adms", "http://www.w3.org/ns/adms#"),
            new("spdx", "http://spdx.org/rdf/terms#"),
            new("prov", "http://www.w3.org/ns/prov#"),
            new("eli", "http://data.europa.eu/eli/ontology#"),
            new("geo", "http://www.opengis.net/ont/geosparql#"),
            new("hydra", "http://www.w3.org/ns/hydra/core#"),
            new("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            new("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ],
        [
            Text("title", DctNs.Title),
            Text("description", DctNs.Description),
            Text("keyword", DcatNs.Keyword),
            Text("prefLabel", AgentNs.PrefLabel),
            Text("label", AgentNs.Label),
            Text("versionNotes", OtherNs.VersionNotes),
            Plain("identifier", DctNs.Identifier),
            Plain("name", AgentNs.FoafName),
            Plain("fn", AgentNs.FormattedName),
            Plain("notation", AgentNs.Notation),
            Plain("version", DcatNs.Version),
            Link("dataset", DcatNs.HasDataset),
            Link("record", DcatNs.Record),
            Link("service", DcatNs.HasService),
            Link("distribution", DcatNs.HasDistribution),
            Link("themeTaxonomy", DcatNs.ThemeTaxonomy),
            Link("theme", DcatNs.Theme),
            Link("contactPoint", DcatNs.ContactPoint),
            Link("landingPage", DcatNs.LandingPage),
            Link("inSeries", DcatNs.InSeries),
            Link("accessURL", DcatNs.AccessUrl),
            Link("downloadURL", DcatNs.DownloadUrl),
            Link("accessService", DcatNs.AccessService),
            Link("endpointURL", DcatNs.EndpointUrl),
            Link("endpointDescription", DcatNs.EndpointDescription),
            Link("mediaType", DcatNs.MediaType),
            Link("compressFormat", DcatNs.CompressFormat),
            Link("packageFormat", DcatNs.PackageFormat),
            Link("publisher", DctNs.Publisher),
            Link("creator", DctNs.Creator),
            Link("contributor", DctNs.Contributor),
            Link("accessRights", DctNs.AccessRights),
            Link("rights", DctNs.Rights),
            Link("license", DctNs.License),
            Link("language", DctNs.Language),
            Link("format", DctNs.Format),
            Link("accrualPeriodicity", DctNs.AccrualPeriodicity),
            Link("spatial", DctNs.Spatial),
            Link("temporal", DctNs.Temporal),
            Link("conformsTo", DctNs.ConformsTo),
            Link("provenance", DctNs.Provenance),
            Link("relation", DctNs.Relation),
            Link("isReferencedBy", DctNs.IsReferencedBy),
            Link("type", DctNs.Type),
            Link("homepage", AgentNs.Homepage),
            Link("mbox", AgentNs.Mbox),
            Link("page", AgentNs.Page),
            Link("primaryTopic", AgentNs.PrimaryTopic),
            Link("hasEmail", AgentNs.HasEmail),
            Link("hasTelephone", AgentNs.HasTelephone),
            Link("hasURL", AgentNs.HasUrl),
            Link("inScheme", AgentNs.InScheme),
            Link("subOrganizationOf", AgentNs.SubOrganizationOf),
            Link("otherIdentifier", OtherNs.AdmsIdentifier),
            Link("status", OtherNs.AdmsStatus),
            Link("availability", OtherNs.Availability),
            Link("applicableLegislation", OtherNs.ApplicableLegislation),
            Link("checksum", OtherNs.HasChecksum),
            Link("algorithm", OtherNs.Algorithm),
            Link("wasDerivedFrom", OtherNs.WasDerivedFrom),
            Typed("checksumValue", OtherNs.ChecksumValue, OtherNs.HexBinary),
            Typed("byteSize", DcatNs.ByteSize, OtherNs.NonNegativeInteger),
            Typed("bbox", DcatNs.Bbox, OtherNs.WktLiteral),
            Typed("centroid", DcatNs.Centroid, OtherNs.WktLiteral),
            Typed("temporalResolution", DcatNs.TemporalResolution, OtherNs.Duration),
            Typed("spatialResolutionInMeters", DcatNs.SpatialResolution, OtherNs.Decimal),
            // Dates come in four precisions; the day is the common one, the others are spelled out.
            Typed("issued", DctNs.Issued, OtherNs.Date),
            Typed("modified", DctNs.Modified, OtherNs.Date),
            Typed("startDate", DcatNs.StartDate, OtherNs.Date),
            Typed("endDate", DcatNs.EndDate, OtherNs.Date),
            // A record stands in the dataset that it is about: the list of records would have to wait for the datasets' end.
            Reverse("isPrimaryTopicOf", AgentNs.PrimaryTopic),
            Reverse("isRecordOf", DcatNs.Record),
        ])
    {
        Members = DcatNs.HasDataset,
    };

    private static RdfTerm Text(string name, Iri property) => new(name, property, TermKind.LanguageMap);

    private static RdfTerm Plain(string name, Iri property) => new(name, property, TermKind.Plain);

    private static RdfTerm Link(string name, Iri property) => new(name, property, TermKind.Link);

    private static RdfTerm Reverse(string name, Iri property) => new(name, property, TermKind.Reverse);

    private static RdfTerm Typed(string name, Iri property, Iri datatype) => new(name, property, TermKind.Typed, datatype);
}
