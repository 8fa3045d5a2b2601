using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>The IRIs of DCAT-AP 3.0.1 that this catalog writes, and the names it gives them.</summary>
internal static class DcatNs
{
    private const string Ns = "http://www.w3.org/ns/dcat#";
    public static readonly Iri Catalog = Iri.Of(Ns + "Catalog");
    public static readonly Iri CatalogRecord = Iri.Of(Ns + "CatalogRecord");
    public static readonly Iri Dataset = Iri.Of(Ns + "Dataset");
    public static readonly Iri DatasetSeries = Iri.Of(Ns + "DatasetSeries");
    public static readonly Iri DataService = Iri.Of(Ns + "DataService");
    public static readonly Iri Distribution = Iri.Of(Ns + "Distribution");
    public static readonly Iri Resource = Iri.Of(Ns + "Resource");
    public static readonly Iri AccessService = Iri.Of(Ns + "accessService");
    public static readonly Iri AccessUrl = Iri.Of(Ns + "accessURL");
    public static readonly Iri Bbox = Iri.Of(Ns + "bbox");
    public static readonly Iri ByteSize = Iri.Of(Ns + "byteSize");
    public static readonly Iri Centroid = Iri.Of(Ns + "centroid");
    public static readonly Iri CompressFormat = Iri.Of(Ns + "compressFormat");
    public static readonly Iri ContactPoint = Iri.Of(Ns + "contactPoint");
    public static readonly Iri HasDataset = Iri.Of(Ns + "dataset");
    public static readonly Iri HasDistribution = Iri.Of(Ns + "distribution");
    public static readonly Iri DownloadUrl = Iri.Of(Ns + "downloadURL");
    public static readonly Iri EndDate = Iri.Of(Ns + "endDate");
    public static readonly Iri EndpointDescription = Iri.Of(Ns + "endpointDescription");
    public static readonly Iri EndpointUrl = Iri.Of(Ns + "endpointURL");
    public static readonly Iri InSeries = Iri.Of(Ns + "inSeries");
    public static readonly Iri Keyword = Iri.Of(Ns + "keyword");
    public static readonly Iri LandingPage = Iri.Of(Ns + "landingPage");
    public static readonly Iri MediaType = Iri.Of(Ns + "mediaType");
    public static readonly Iri PackageFormat = Iri.Of(Ns + "packageFormat");
    public static readonly Iri Record = Iri.Of(Ns + "record");
    public static readonly Iri HasService = Iri.Of(Ns + "service");
    public static readonly Iri SpatialResolution = Iri.Of(Ns + "spatialResolutionInMeters");
    public static readonly Iri StartDate = Iri.Of(Ns + "startDate");
    public static readonly Iri TemporalResolution = Iri.Of(Ns + "temporalResolution");
    public static readonly Iri Theme = Iri.Of(Ns + "theme");
    public static readonly Iri ThemeTaxonomy = Iri.Of(Ns + "themeTaxonomy");
    public static readonly Iri Version = Iri.Of(Ns + "version");
}

/// <summary>DCMI Metadata Terms.</summary>
internal static class DctNs
{
    private const string Ns = "http://purl.org/dc/terms/";
    public static readonly Iri Frequency = Iri.Of(Ns + "Frequency");
    public static readonly Iri LicenseDocument = Iri.Of(Ns + "LicenseDocument");
    public static readonly Iri LinguisticSystem = Iri.Of(Ns + "LinguisticSystem");
    public static readonly Iri Location = Iri.Of(Ns + "Location");
    public static readonly Iri MediaType = Iri.Of(Ns + "MediaType");
    public static readonly Iri MediaTypeOrExtent = Iri.Of(Ns + "MediaTypeOrExtent");
    public static readonly Iri PeriodOfTime = Iri.Of(Ns + "PeriodOfTime");
    public static readonly Iri ProvenanceStatement = Iri.Of(Ns + "ProvenanceStatement");
    public static readonly Iri RightsStatement = Iri.Of(Ns + "RightsStatement");
    public static readonly Iri Standard = Iri.Of(Ns + "Standard");
    public static readonly Iri AccessRights = Iri.Of(Ns + "accessRights");
    public static readonly Iri AccrualPeriodicity = Iri.Of(Ns + "accrualPeriodicity");
    public static readonly Iri ConformsTo = Iri.Of(Ns + "conformsTo");
    public static readonly Iri Contributor = Iri.Of(Ns + "contributor");
    public static readonly Iri Creator = Iri.Of(Ns + "creator");
    public static readonly Iri Description = Iri.Of(Ns + "description");
    public static readonly Iri Format = Iri.Of(Ns + "format");
    public static readonly Iri Identifier = Iri.Of(Ns + "identifier");
    public static readonly Iri IsReferencedBy = Iri.Of(Ns + "isReferencedBy");
    public static readonly Iri Issued = Iri.Of(Ns + "issued");
    public static readonly Iri Language = Iri.Of(Ns + "language");
    public static readonly Iri License = Iri.Of(Ns + "license");
    public static readonly Iri Modified = Iri.Of(Ns + "modified");
    public static readonly Iri Provenance = Iri.Of(Ns + "provenance");
    public static readonly Iri Publisher = Iri.Of(Ns + "publisher");
    public static readonly Iri Relation = Iri.Of(Ns + "relation");
    public static readonly Iri Rights = Iri.Of(Ns + "rights");
    public static readonly Iri Spatial = Iri.Of(Ns + "spatial");
    public static readonly Iri Temporal = Iri.Of(Ns + "temporal");
    public static readonly Iri Title = Iri.Of(Ns + "title");
    public static readonly Iri Type = Iri.Of(Ns + "type");
}

/// <summary>FOAF, vCard, ORG, SKOS and RDFS: people, bodies and names.</summary>
internal static class AgentNs
{
    public static readonly Iri Agent = Iri.Of("http://xmlns.com/foaf/0.1/Agent");
    public static readonly Iri FoafOrganization = Iri.Of("http://xmlns.com/foaf/0.1/Organization");
    public static readonly Iri Document = Iri.Of("http://xmlns.com/foaf/0.1/Document");
    public static readonly Iri FoafName = Iri.Of("http://xmlns.com/foaf/0.1/name");
    public static readonly Iri Homepage = Iri.Of("http://xmlns.com/foaf/0.1/homepage");
    public static readonly Iri Mbox = Iri.Of("http://xmlns.com/foaf/0.1/mbox");
    public static readonly Iri Page = Iri.Of("http://xmlns.com/foaf/0.1/page");
    public static readonly Iri PrimaryTopic = Iri.Of("http://xmlns.com/foaf/0.1/primaryTopic");
    public static readonly Iri Organization = Iri.Of("http://www.w3.org/ns/org#Organization");
    public static readonly Iri SubOrganizationOf = Iri.Of("http://www.w3.org/ns/org#subOrganizationOf");
    public static readonly Iri Kind = Iri.Of("http://www.w3.org/2006/vcard/ns#Kind");
    public static readonly Iri VcardOrganization = Iri.Of("http://www.w3.org/2006/vcard/ns#Organization");
    public static readonly Iri FormattedName = Iri.Of("http://www.w3.org/2006/vcard/ns#fn");
    public static readonly Iri HasEmail = Iri.Of("http://www.w3.org/2006/vcard/ns#hasEmail");
    public static readonly Iri HasTelephone = Iri.Of("http://www.w3.org/2006/vcard/ns#hasTelephone");
    public static readonly Iri HasUrl = Iri.Of("http://www.w3.org/2006/vcard/ns#hasURL");
    public static readonly Iri Concept = Iri.Of("http://www.w3.org/2004/02/skos/core#Concept");
    public static readonly Iri ConceptScheme = Iri.Of("http://www.w3.org/2004/02/skos/core#ConceptScheme");
    public static readonly Iri InScheme = Iri.Of("http://www.w3.org/2004/02/skos/core#inScheme");
    public static readonly Iri Notation = Iri.Of("http://www.w3.org/2004/02/skos/core#notation");
    public static readonly Iri PrefLabel = Iri.Of("http://www.w3.org/2004/02/skos/core#prefLabel");
    public static readonly Iri Label = Iri.Of("http://www.w3.org/2000/01/rdf-schema#label");
}

/// <summary>ADMS, SPDX, DCAT-AP, ELI, PROV, GeoSPARQL and XSD.</summary>
internal static class OtherNs
{
    private const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    public static readonly Iri AdmsIdentifierType = Iri.Of("http://www.w3.org/ns/adms#Identifier");
    public static readonly Iri AdmsIdentifier = Iri.Of("http://www.w3.org/ns/adms#identifier");
    public static readonly Iri AdmsStatus = Iri.Of("http://www.w3.org/ns/adms#status");
    public static readonly Iri VersionNotes = Iri.Of("http://www.w3.org/ns/adms#versionNotes");
    public static readonly Iri Checksum = Iri.Of("http://spdx.org/rdf/terms#Checksum");
    public static readonly Iri HasChecksum = Iri.Of("http://spdx.org/rdf/terms#checksum");
    public static readonly Iri ChecksumAlgorithm = Iri.Of("http://spdx.org/rdf/terms#ChecksumAlgorithm");
    public static readonly Iri Algorithm = Iri.Of("http://spdx.org/rdf/terms#algorithm");
    public static readonly Iri ChecksumValue = Iri.Of("http://spdx.org/rdf/terms#checksumValue");
    public static readonly Iri Availability = Iri.Of("http://data.europa.eu/r5r/availability");
    public static readonly Iri ApplicableLegislation = Iri.Of("http://data.europa.eu/r5r/applicableLegislation");
    public static readonly Iri LegalResource = Iri.Of("http://data.europa.eu/eli/ontology#LegalResource");
    public static readonly Iri WasDerivedFrom = Iri.Of("http://www.w3.org/ns/prov#wasDerivedFrom");
    public static readonly Iri WktLiteral = Iri.Of("http://www.opengis.net/ont/geosparql#wktLiteral");
    public static readonly Iri Date = Iri.Of(Xsd + "date");
    public static readonly Iri DateTime = Iri.Of(Xsd + "dateTime");
    public static readonly Iri Decimal = Iri.Of(Xsd + "decimal");
    public static readonly Iri Duration = Iri.Of(Xsd + "duration");
    public static readonly Iri HexBinary = Iri.Of(Xsd + "hexBinary");
    public static readonly Iri NonNegativeInteger = Iri.Of(Xsd + "nonNegativeInteger");
    public static readonly Iri Year = Iri.Of(Xsd + "gYear");
    public static readonly Iri YearMonth = Iri.Of(Xsd + "gYearMonth");
}
