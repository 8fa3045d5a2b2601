using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Validation;

namespace Catalog.Tests.Core.Formats;

/// <summary>One row for each way in which catalogs write a property, and what is understood.</summary>
public sealed class DcatReaderTests
{
    [TestCase("dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0>", "CC-BY-4.0")]
    [TestCase("dct:license eu:licence\\/CC0", "CC0-1.0")]
    [TestCase("dct:license <https://licencias.example/propia>", "https://licencias.example/propia")]
    [TestCase("dct:license \"Uso libre\"", "Uso libre", FindingCodes.LiteralForLink)]
    [TestCase("dct:license [ a dct:LicenseDocument ; rdfs:label \"Uso libre\" ]", "Uso libre")]
    [TestCase("schema:license <https://creativecommons.org/licenses/by/4.0/>", "https://creativecommons.org/licenses/by/4.0/")]
    public void License_IsRead(string said, string expected, string? code = null) => Understood(LinkedRecords.Dataset(said), d => d.License, expected, code);

    [TestCase("dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/MONTHLY>", "R/P1M")]
    [TestCase("dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/IRREG>", "IRREG")]
    [TestCase("dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/NUEVA>", "http://publications.europa.eu/resource/authority/frequency/NUEVA")]
    [TestCase("dct:accrualPeriodicity \"mensual\"", "mensual", FindingCodes.LiteralForLink)]
    [TestCase("dct:accrualPeriodicity [ rdfs:label \"cada tanto\" ]", "cada tanto")]
    public void Frequency_IsRead(string said, string expected, string? code = null) => Understood(LinkedRecords.Dataset(said), d => d.AccrualPeriodicity, expected, code);

    [TestCase("dct:language <http://publications.europa.eu/resource/authority/language/SPA>", "es")]
    [TestCase("dct:language <http://publications.europa.eu/resource/authority/language/CES>", "cs")]
    [TestCase("dct:language <http://id.loc.gov/vocabulary/iso639-1/de>", "de")]
    [TestCase("dct:language \"es\"", "es")]
    [TestCase("dct:language \"Español\"", "es")]
    [TestCase("schema:inLanguage \"pt-BR\"", "pt")]
    public void Language_IsRead(string said, string expected) => Understood(LinkedRecords.Dataset(said), d => d.Languages.Single(), expected);

    [TestCase("dct:accessRights <http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC>", "NON_PUBLIC")]
    [TestCase("dct:accessRights \"public\"", "PUBLIC")]
    [TestCase("dct:accessRights [ a dct:RightsStatement ; rdfs:label \"a pedido\" ]", "a pedido")]
    [TestCase("dct:accessRights <http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations>", "http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations")]
    public void AccessRights_AreRead(string said, string expected) => Understood(LinkedRecords.Dataset(said), d => d.AccessRights, expected);

    [TestCase("dct:issued \"2019-04-30\"^^xsd:date", "2019-04-30")]
    [TestCase("dct:issued \"2019\"^^xsd:gYear", "2019")]
    [TestCase("dct:issued \"2019-04-30+02:00\"^^xsd:date", "2019-04-30")]
    [TestCase("dct:issued \"2019-04-30Z\"^^xsd:date", "2019-04-30")]
    [TestCase("dct:issued \"2012-05-10T21:04\"^^xsd:date", "2012-05-10T21:04:00", FindingCodes.DateTypeMended)]
    [TestCase("dct:issued \"2019-04-30\"", "2019-04-30")]
    [TestCase("schema:datePublished \"2019-04\"", "2019-04")]
    [TestCase("dct:issued \"30/04/2019\"^^xsd:date", null, FindingCodes.BadDate)]
    [TestCase("dct:issued \"\"^^xsd:date", null)]
    public void Date_IsRead(string said, string? expected, string? code = null) => Understood(LinkedRecords.Dataset(said), d => d.Issued?.Lexical, expected, code);

    [TestCase("dct:temporal [ dcat:startDate \"2019-01-01\"^^xsd:date ; dcat:endDate \"2019-12-31\"^^xsd:date ]", "2019-01-01/2019-12-31")]
    [TestCase("dct:temporal [ schema:startDate \"2019-01-01\"^^xsd:date ]", "2019-01-01/")]
    [TestCase("dct:temporal [ time:hasBeginning [ time:inXSDDate \"2019-01-01\"^^xsd:date ] ; time:hasEnd [ time:inXSDgYear \"2020\"^^xsd:gYear ] ]", "2019-01-01/2020")]
    [TestCase("dct:temporal \"2019/2020\"", "2019/2020")]
    [TestCase("dct:temporal \"start=2019-01-01; end=2019-12-31; scheme=W3C-DTF;\"", "2019-01-01/2019-12-31")]
    [TestCase("schema:temporalCoverage \"2011/..\"", "2011/")]
    [TestCase("dct:temporal \"hace mucho\"", "", FindingCodes.BadDate)]
    public void Period_IsRead(string said, string expected, string? code = null) =>
        Understood(LinkedRecords.Dataset(said), d => string.Join(' ', d.Temporal.Select(Interval.Format)), expected, code);

    [TestCase("dct:spatial [ dcat:bbox \"POLYGON((-58.5 -34.7,-58.3 -34.7,-58.3 -34.5,-58.5 -34.5,-58.5 -34.7))\"^^geo:wktLiteral ]", "[-58.5, -34.7, -58.3, -34.5] []")]
    [TestCase("dct:spatial [ dcat:bbox \"<http://www.opengis.net/def/crs/EPSG/0/4326> POLYGON((-34.7 -58.5,-34.7 -58.3,-34.5 -58.3,-34.5 -58.5,-34.7 -58.5))\"^^geo:wktLiteral ]", "[-58.5, -34.7, -58.3, -34.5] []")]
    [TestCase("dct:spatial [ locn:geometry \"ENVELOPE(-58.5, -58.3, -34.5, -34.7)\" ]", "[-58.5, -34.7, -58.3, -34.5] []")]
    [TestCase("dct:spatial [ locn:geometry \"POINT Z (-58.4 -34.6 25)\"^^geo:wktLiteral ]", "[] [-58.4, -34.6]")]
    [TestCase("dct:spatial [ dcat:centroid \"SRID=4326;POINT(-58.4 -34.6)\" ]", "[] [-58.4, -34.6]")]
    [TestCase("dct:spatial [ locn:geometry \"{\\\"type\\\":\\\"Polygon\\\",\\\"coordinates\\\":[[[1,2],[3,2],[3,4],[1,4],[1,2]]]}\"^^geo:geoJSONLiteral ]", "[1, 2, 3, 4] []")]
    [TestCase("dct:spatial [ locn:geometry \"<gml:Envelope srsName='http://www.opengis.net/def/EPSG/0/4326'><gml:lowerCorner>53.1 12.9</gml:lowerCorner><gml:upperCorner>53.2 13</gml:upperCorner></gml:Envelope>\"^^geo:gmlLiteral ]", "[12.9, 53.1, 13, 53.2] []")]
    [TestCase("dct:spatial [ locn:geometry \"<gml:Point srsName='http://www.opengis.net/def/crs/OGC/1.3/CRS84'><gml:pos>12.9 53.1</gml:pos></gml:Point>\"^^geo:gmlLiteral ]", "[] [12.9, 53.1]")]
    [TestCase("dct:spatial \"northlimit=2; eastlimit=3; southlimit=1; westlimit=0\"", "[0, 1, 3, 2] []")]
    [TestCase("schema:spatialCoverage [ schema:geo [ schema:box \"1 2 3 4\" ] ]", "[2, 1, 4, 3] []")]
    [TestCase("schema:spatialCoverage [ schema:geo [ schema:latitude -34.6 ; schema:longitude -58.4 ] ]", "[] [-58.4, -34.6]")]
    [TestCase("dct:spatial [ dct:identifier \"x\" ; dcat:bbox \"<http://www.opengis.net/def/crs/EPSG/0/3035> POLYGON((1 1,2 1,2 2,1 2,1 1))\"^^geo:wktLiteral ]", "[] []", FindingCodes.NotUnderstood)]
    [TestCase("dct:spatial [ dct:identifier \"x\" ; dcat:bbox \"POLYGON((500 1,2 1,2 2,1 2,500 1))\"^^geo:wktLiteral ]", "[] []", FindingCodes.NotUnderstood)]
    public void Geometry_IsRead(string said, string expected, string? code = null) =>
        Understood(LinkedRecords.Dataset(said), d => $"{Numbers(d.Spatial[0].BoundingBox)} {Numbers(d.Spatial[0].Centroid)}", expected, code);

    [Test]
    public void ShapeThatIsNoBox_GivesItsBoxAndIsKept()
    {
        var dataset = LinkedRecords.Dataset("dct:spatial [ locn:geometry \"POLYGON((0 0,4 0,2 3,0 0))\"^^geo:wktLiteral ]").Dataset!;

        Assert.That((Numbers(dataset.Spatial[0].BoundingBox), dataset.Extras.Single().Key), Is.EqualTo(("[0, 0, 4, 3]", "dct:spatial.locn:geometry")));
    }

    [TestCase("dct:spatial <http://publications.europa.eu/resource/authority/country/ARG>", "ARG", null, "")]
    [TestCase("dct:spatial <http://sws.geonames.org/1>", null, "http://sws.geonames.org/1", "")]
    [TestCase("dct:spatial \"Comuna 1\"", null, null, "Comuna 1")]
    [TestCase("dct:spatial [ a dct:Location ; rdfs:label \"Comuna 1\" ; dct:identifier \"02001\" ]", "02001", null, "Comuna 1")]
    [TestCase("schema:spatialCoverage [ schema:name \"Comuna 1\" ]", null, null, "Comuna 1")]
    public void Place_IsRead(string said, string? code, string? uri, string label)
    {
        var place = LinkedRecords.Dataset(said).Dataset!.Spatial.Single();
        Assert.That((place.Code, place.Uri, place.Label.ToString()), Is.EqualTo((code, uri, label)));
    }

    [TestCase("dct:publisher [ a foaf:Agent ; foaf:name \"Salud\" ; foaf:mbox <mailto:a@e.example> ; foaf:homepage <http://e.example/> ]", "Salud", "a@e.example", null)]
    [TestCase("dct:publisher ex:salud", "Salud", null, "http://datos.example/salud")]
    [TestCase("dct:publisher <http://e.example/organismos/Ministerio%20de%20Salud>", "Ministerio de Salud", null, "http://e.example/organismos/Ministerio%20de%20Salud")]
    [TestCase("dct:publisher \"Salud\"", "Salud", null, null)]
    [TestCase("schema:publisher [ schema:name \"Salud\" ; schema:email \"a@e.example\" ]", "Salud", "a@e.example", null)]
    [TestCase("dct:publisher [ vcard:fn \"Salud\" ; vcard:hasEmail [ vcard:value \"mailto:a@e.example\" ] ]", "Salud", "a@e.example", null)]
    public void Publisher_IsRead(string said, string name, string? email, string? uri)
    {
        var agent = LinkedRecords.Dataset(said, "ex:salud foaf:name \"Salud\" .").Dataset!.Publisher!;
        Assert.That((agent.Name.ToString(), agent.Email, agent.Uri), Is.EqualTo((name, email, uri)));
    }

    [TestCase("dcat:contactPoint [ vcard:fn \"Mesa\" ; vcard:hasEmail <mailto:a@e.example> ; vcard:hasTelephone <tel:+541144445555> ; vcard:hasURL <http://e.example/> ]", "Mesa", "a@e.example", "+541144445555", "http://e.example/")]
    [TestCase("dcat:contactPoint [ vcard:fn \"Mesa\" ; vcard:hasTelephone [ vcard:hasValue <tel:+541144445555> ] ]", "Mesa", null, "+541144445555", null)]
    [TestCase("dcat:contactPoint <mailto:a@e.example>", null, "a@e.example", null, null)]
    [TestCase("dcat:contactPoint \"a@e.example\"", null, "a@e.example", null, null)]
    [TestCase("dcat:contactPoint \"Mesa\"", "Mesa", null, null, null)]
    [TestCase("adms:contactPoint [ foaf:name \"Mesa\" ]", "Mesa", null, null, null)]
    public void Contact_IsRead(string said, string? name, string? email, string? telephone, string? url) =>
        Assert.That(LinkedRecords.Dataset(said).Dataset!.ContactPoints.Single(), Is.EqualTo(new ContactPoint { Name = name, Email = email, Telephone = telephone, Url = url }));

    [TestCase("dcat:byteSize \"147253.0\"^^xsd:decimal", 147253L)]
    [TestCase("dcat:byteSize \"1.2E3\"^^xsd:double", 1200L)]
    [TestCase("dcat:byteSize 5", 5L)]
    [TestCase("dcat:byteSize \"5\"", 5L)]
    [TestCase("dcat:byteSize \"12 MB\"", null)]
    [TestCase("dcat:byteSize -1", null)]
    public void Size_IsRead(string said, long? size) => Assert.That(LinkedRecords.Distribution(said).Dataset!.Distributions.Single().ByteSize, Is.EqualTo(size));

    [TestCase("dct:format <http://publications.europa.eu/resource/authority/file-type/CSV>", "CSV", null)]
    [TestCase("dct:format <http://publications.europa.eu/resource/authority/file-type/RDF_TURTLE>", "TTL", null)]
    [TestCase("dct:format \"csv\"", "CSV", null)]
    [TestCase("dct:format [ rdfs:label \"Shape\" ]", "SHP", null)]
    [TestCase("dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv>", "CSV", "text/csv")]
    [TestCase("dcat:mediaType \"text/csv\"", "CSV", "text/csv")]
    [TestCase("schema:encodingFormat \"CSV\"", "CSV", null)]
    [TestCase("dcat:downloadURL <http://e.example/a.xlsx>", "XLSX", null)]
    public void Format_IsRead(string said, string format, string? mediaType)
    {
        var distribution = LinkedRecords.Distribution(said).Dataset!.Distributions.Single();
        Assert.That((distribution.Format, distribution.MediaType), Is.EqualTo((format, mediaType)));
    }

    [TestCase("dcat:accessURL <http://e.example/a>", "http://e.example/a", null)]
    [TestCase("dcat:accessURL \"http://e.example/a\"", "http://e.example/a", null)]
    [TestCase("dcat:downloadURL \"http://e.example/a b.csv\"^^xsd:anyURI", null, "http://e.example/a%20b.csv")]
    [TestCase("dcat:downloadURL <http://e.example/ñ.csv>", null, "http://e.example/%C3%B1.csv")]
    [TestCase("schema:contentUrl <http://e.example/a.csv> ; schema:url <http://e.example/a>", "http://e.example/a", "http://e.example/a.csv")]
    [TestCase("dcat:accessService [ dcat:endpointURL <http://e.example/wms> ]", "http://e.example/wms", null)]
    public void Addresses_AreRead(string said, string? access, string? download)
    {
        var distribution = LinkedRecords.Distribution(said).Dataset!.Distributions.Single();
        Assert.That((distribution.AccessUrl, distribution.DownloadUrl), Is.EqualTo((access, download)));
    }

    [Test]
    public void Checksum_IsRead() => Assert.That(
        LinkedRecords.Distribution("spdx:checksum [ spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue \"AB\"^^xsd:hexBinary ]").Dataset!.Distributions.Single().Checksum,
        Is.EqualTo(new Checksum("sha256", "AB")));

    [Test]
    public void Themes_OfTheEuAreCodes_OthersThemes()
    {
        var dataset = LinkedRecords.Dataset("dcat:theme <http://publications.europa.eu/resource/authority/data-theme/HEAL>, ex:t, <http://publications.europa.eu/resource/authority/data-theme/AGRO>, \"tran\"",
            "ex:t a skos:Concept ; skos:prefLabel \"Tema\"@es ; skos:notation \"t-1\" ; skos:inScheme ex:s . ex:s skos:hasTopConcept ex:t, ex:u . ex:u skos:prefLabel \"U\" .").Dataset!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(dataset.SuperThemes, Is.EqualTo(new[] { "HEAL", "TRAN" }));
            Assert.That(dataset.Themes.Select(t => (t.Id, t.Label.ToString())), Is.EqualTo(new[] { ("t-1", "Tema"), ("AGRO", "") }));
            Assert.That(dataset.Extras, Is.Empty);
        }
    }

    [TestCase("es", "hola", "hi")]
    [TestCase("en", "hi", "hola")]
    [TestCase("de", "sin", "hi")]
    public void LanguageOfTheSource_ComesFirst_AndIsThatOfTextWithoutOne(string language, string first, string second)
    {
        var title = LinkedRecords.Read("ex:d a dcat:Dataset ; dct:title \"hi\"@en, \"hola\"@es, \"sin\" ; dct:description \"x\" ; dcat:landingPage ex:p .", language).Dataset!.Title;

        Assert.That((title.Values.Single(v => v.Value == "sin").Lang, title.Values.First(v => v.Value != "sin" || first == "sin").Value, title.Values.Count), Is.EqualTo((language, first, 3)));
        Assert.That(title.Values.Select(v => v.Value), Does.Contain(second));
    }

    [TestCase("dcat:landingPage ex:q", "dcat:landingPage", FindingCodes.SeveralValues)]
    [TestCase("prov:qualifiedAttribution [ prov:agent ex:x ]", "prov:qualifiedAttribution", null)]
    [TestCase("<http://vocabulario.example/ns#p> \"v\"@es", "http://vocabulario.example/ns#p", null)]
    [TestCase("a <http://vocabulario.example/Clase>", "rdf:type", null)]
    [TestCase("dct:publisher [ foaf:name \"x\" ; foaf:phone <tel:1> ]", "dct:publisher.foaf:phone", null)]
    [TestCase("<http://otro.example/ns/extra#n_x0020_m> \"v\"", "n m", null)]
    public void WhatHasNoPlace_IsAnExtra(string said, string key, string? code)
    {
        var read = LinkedRecords.Dataset(said);
        Assert.That(read.Dataset!.Extras.Select(e => e.Key), Is.EqualTo(new[] { key }));
        if (code is not null) Assert.That(read.Findings.Select(f => f.Code), Does.Contain(code));
    }

    [Test]
    public void WithoutLink_TheDatasetsOwnAddressIsLinked()
    {
        var read = LinkedRecords.Read("ex:d a dcat:Dataset ; dct:title \"x\" ; dct:description \"y\" .");

        Assert.That((read.Dataset?.LandingPage, read.Findings.Single().Code), Is.EqualTo(("http://datos.example/d", FindingCodes.LandingPageAssumed)));
    }

    [TestCase("[] a dcat:Dataset ; dct:title \"x\" ; dct:description \"y\" .", FindingCodes.NoLink, "/dcat:distribution")]
    [TestCase("ex:d a dcat:Dataset ; dct:description \"y\" .", FindingCodes.NoTitle, "/dct:title")]
    [TestCase("ex:d a dcat:Dataset ; dct:title \"y\" .", FindingCodes.NoDescription, "/dct:description")]
    public void WhatCannotBePublished_IsTurnedAway(string turtle, string code, string pointer)
    {
        var read = LinkedRecords.Read(turtle);
        Assert.That(read.Dataset, Is.Null);
        Assert.That(read.Findings.Where(f => f.Severity == Severity.Fatal).Select(f => (f.Code, f.Pointer)), Does.Contain((code, pointer)));
    }

    [Test]
    public void DcatUs3InJson_IsReadByItsBareWords()
    {
        using var json = JsonDocument.Parse("""
            {
              "@type": "Dataset", "title": "Clima", "description": "Observaciones", "identifier": { "@type": "Identifier", "schemaAgency": "NCDC", "notation": "OBS-1" },
              "publisher": { "@type": "Organization", "name": "NCDC" }, "keyword": ["a", "b"],
              "contactPoint": [ { "@type": "Kind", "fn": "Mesa", "hasEmail": "mailto:a@e.example", "tel": "+1", "title": "Jefa" } ],
              "theme": [ { "@id": "https://e.example/t", "prefLabel": "Tema", "notation": ["T"] } ],
              "landingPage": { "@id": "https://e.example/l", "@type": "Document", "title": "L", "accessURL": "https://e.example/pagina" },
              "spatial": [ { "geometry": "POLYGON((-125 24, -66 24, -66 50, -125 50, -125 24))" } ], "temporal": [ { "startDate": "2024-01-01", "endDate": "2024-12-31" } ],
              "distribution": [ { "title": "CSV", "downloadURL": "https://e.example/a.csv", "mediaType": "text/csv", "byteSize": "524288000" } ],
              "otherIdentifier": [ { "schemaAgency": "DOI", "notation": "10.1/x" } ], "purpose": "Para saber"
            }
            """);

        var read = DcatReader.ReadBare(json.RootElement, Records.Context);

        var dataset = read.Dataset!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((dataset.Identifier, dataset.Title.ToString(), dataset.Publisher!.Name.ToString(), dataset.LandingPage), Is.EqualTo(("OBS-1", "Clima", "NCDC", "https://e.example/pagina")));
            Assert.That(dataset.Keywords.Select(k => k.Value), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(dataset.ContactPoints.Single(), Is.EqualTo(new ContactPoint { Name = "Mesa", Email = "a@e.example", Telephone = "+1" }));
            Assert.That(dataset.Themes.Single(), Is.EqualTo(new Theme { Id = "T", Uri = "https://e.example/t", Label = Text.Of("es", "Tema") }));
            Assert.That(Numbers(dataset.Spatial.Single().BoundingBox), Is.EqualTo("[-125, 24, -66, 50]"));
            Assert.That(Interval.Format(dataset.Temporal.Single()), Is.EqualTo("2024-01-01/2024-12-31"));
            Assert.That(dataset.Distributions.Single() is { Format: "CSV", ByteSize: 524288000, DownloadUrl: "https://e.example/a.csv" }, Is.True);
            Assert.That(dataset.OtherIdentifiers, Is.EqualTo(new[] { "10.1/x" }));
            Assert.That(dataset.Extras.Select(e => e.Key), Does.Contain("purpose"));
            Assert.That(read.Findings, Is.Empty);
        }
    }

    private static void Understood(RecordRead read, Func<Dataset, string?> property, string? expected, string? code = null)
    {
        Assert.That(read.Dataset, Is.Not.Null, string.Join("; ", read.Findings.Select(f => f.Message)));
        Assert.That(property(read.Dataset!), Is.EqualTo(expected));
        if (code is not null) Assert.That(read.Findings.Select(f => f.Code), Does.Contain(code));
    }

    private static string Numbers(ValueList<double> numbers) => $"[{string.Join(", ", numbers.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)))}]";
}
