using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Formats;

/// <summary>What sources write, and the codes and addresses that it means.</summary>
public sealed class VocabularyTests
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    [TestCase("R/P1Y", "ANNUAL", "R/P1Y")]
    [TestCase("r/p1m", "MONTHLY", "R/P1M")]
    [TestCase("Mensual", "MONTHLY", "R/P1M")]
    [TestCase("R/P0.33W", "WEEKLY_3", "R/P0.33W")]
    [TestCase("R/P7D", "WEEKLY", "R/P1W")]
    [TestCase("R/PT1S", "UPDATE_CONT", "R/PT1S")]
    [TestCase("http://publications.europa.eu/resource/authority/frequency/DAILY", "DAILY", "R/P1D")]
    [TestCase("R/P10Y", "OTHER", "R/P10Y")]
    [TestCase("eventual", "IRREG", null)]
    [TestCase("irregular", "IRREG", null)]
    [TestCase("nunca", "NEVER", null)]
    public void Frequency_IsFound(string text, string code, string? interval)
    {
        var found = Frequencies.Find(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found?.EuCode, Is.EqualTo(code));
            Assert.That(found?.Interval, Is.EqualTo(interval));
        }
    }

    [TestCase("R/P5W", "R/P5W")]
    [TestCase("R/P1Y6M", null)]
    [TestCase("R/P1Y> .", null)]
    [TestCase("cuando se puede", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void IntervalOutsideTheTable_PassesWhenWellFormed(string? text, string? expected)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Frequencies.Find(text), Is.Null);
            Assert.That(Frequencies.Interval(text), Is.EqualTo(expected));
        }
    }

    [TestCase("CC-BY-4.0", "CC_BY_4_0", "https://creativecommons.org/licenses/by/4.0/")]
    [TestCase("cc-by", "CC_BY", "http://www.opendefinition.org/licenses/cc-by")]
    [TestCase("CC-BY-2.5-AR", "CC_BY_2_5", "https://creativecommons.org/licenses/by/2.5/ar/")]
    [TestCase("CC BY-SA 4.0", "CC_BYSA_4_0", "https://creativecommons.org/licenses/by-sa/4.0/")]
    [TestCase("http://creativecommons.org/licenses/by/2.5/ar/", "CC_BY_2_5", "https://creativecommons.org/licenses/by/2.5/ar/")]
    [TestCase("https://creativecommons.org/licenses/by-nc-nd/3.0/deed.es", "CC_BYNCND_3_0", "https://creativecommons.org/licenses/by-nc-nd/3.0/")]
    [TestCase("https://creativecommons.org/licenses/by/4.0/deed.es", "CC_BY_4_0", "https://creativecommons.org/licenses/by/4.0/")]
    [TestCase("Creative Commons Attribution", "CC_BY", "http://www.opendefinition.org/licenses/cc-by")]
    [TestCase("Creative Commons Attribution 4.0 International", "CC_BY_4_0", "https://creativecommons.org/licenses/by/4.0/")]
    [TestCase("Creative Commons Atribución 2.5 Argentina", "CC_BY_2_5", "https://creativecommons.org/licenses/by/2.5/ar/")]
    [TestCase("Creative Commons Attribution-ShareAlike 4.0", "CC_BYSA_4_0", "https://creativecommons.org/licenses/by-sa/4.0/")]
    [TestCase("http://publications.europa.eu/resource/authority/licence/CC_BYNC_3_0", "CC_BYNC_3_0", "https://creativecommons.org/licenses/by-nc/3.0/")]
    [TestCase("Open Data Commons Open Database License 1.0", "ODC_ODBL", "https://opendatacommons.org/licenses/odbl/1-0/")]
    [TestCase("Open Database License (ODbL) v1.0", "ODC_ODBL", "https://opendatacommons.org/licenses/odbl/1-0/")]
    [TestCase("odc-odbl", "ODC_ODBL", "https://opendatacommons.org/licenses/odbl/1-0/")]
    [TestCase("ODbL-1.0", "ODC_ODBL", "https://opendatacommons.org/licenses/odbl/1-0/")]
    [TestCase("CC0", "CC0", "https://creativecommons.org/publicdomain/zero/1.0/")]
    [TestCase("CC0-1.0", "CC0", "https://creativecommons.org/publicdomain/zero/1.0/")]
    [TestCase("http://creativecommons.org/publicdomain/zero/1.0/legalcode", "CC0", "https://creativecommons.org/publicdomain/zero/1.0/")]
    public void License_IsFound(string text, string code, string url)
    {
        var found = Licenses.Find(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found?.EuCode, Is.EqualTo(code));
            Assert.That(found?.Url, Is.EqualTo(url));
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("notspecified")]
    [TestCase("Todos los derechos reservados")]
    [TestCase("creative commons")]
    [TestCase("CC-BY-9.9")]
    [TestCase("https://example.org/licenses/by/4.0/")]
    public void LicenseThatIsNotKnown_IsNotGuessed(string? text) => Assert.That(Licenses.Find(text), Is.Null);

    [TestCase("CSV", null, "CSV", "text/csv")]
    [TestCase(".csv", "text/plain", "CSV", "text/csv")]
    [TestCase("text/csv", null, "CSV", "text/csv")]
    [TestCase(null, "TEXT/CSV; charset=utf-8", "CSV", "text/csv")]
    [TestCase("shapefile", null, "SHP", "application/vnd.shp")]
    [TestCase("GeoJSON", null, "GEOJSON", "application/geo+json")]
    [TestCase("http://publications.europa.eu/resource/authority/file-type/XLSX", null, "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [TestCase(null, "https://www.iana.org/assignments/media-types/application/json", "JSON", "application/json")]
    [TestCase("WMS", null, "WMS_SRVC", null)]
    [TestCase("GPX", null, null, "application/gpx+xml")]
    public void FileType_IsFound(string? format, string? mediaType, string? code, string? media)
    {
        var found = FileFormats.Find(format, mediaType);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.Not.Null);
            Assert.That(found?.EuCode, Is.EqualTo(code));
            Assert.That(found?.MediaType, Is.EqualTo(media));
        }
    }

    [TestCase("Corel Draw", null)]
    [TestCase(null, null)]
    [TestCase("", "nonsense")]
    [TestCase("csv> .", "text/csv> .")]
    public void FileTypeThatIsNotKnown_IsNotGuessed(string? format, string? mediaType) => Assert.That(FileFormats.Find(format, mediaType), Is.Null);

    [TestCase("es", "SPA", "es")]
    [TestCase("es-AR", "SPA", "es")]
    [TestCase("spa", "SPA", "es")]
    [TestCase("español", "SPA", "es")]
    [TestCase("eng", "ENG", "en")]
    [TestCase("http://publications.europa.eu/resource/authority/language/POR", "POR", "pt")]
    [TestCase("ger", "DEU", "de")]
    public void Language_IsFound(string text, string code, string tag)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(EuVocabulary.Language(text)?.Value, Is.EqualTo(Authority + "language/" + code));
            Assert.That(EuVocabulary.LanguageTag(text), Is.EqualTo(tag));
        }
    }

    [TestCase("public", "PUBLIC")]
    [TestCase("restricted public", "RESTRICTED")]
    [TestCase("non-public", "NON_PUBLIC")]
    [TestCase("http://publications.europa.eu/resource/authority/access-right/PUBLIC", "PUBLIC")]
    [TestCase("con permiso", null)]
    [TestCase(null, null)]
    public void AccessRight_IsFound(string? text, string? code) => Assert.That(EuVocabulary.AccessRight(text), Is.EqualTo(code));

    [TestCase("heal", "HEAL")]
    [TestCase("OP_DATPRO", "OP_DATPRO")]
    [TestCase("salud", null)]
    public void Theme_IsFound(string text, string? code) =>
        Assert.That(EuVocabulary.Theme(text)?.Value, Is.EqualTo(code is null ? null : Authority + "data-theme/" + code));

    /// <summary>Every code that the tables can give exists in the authority tables as published.</summary>
    [Test]
    public void EveryCode_ExistsInThePublishedTables()
    {
        var published = File.ReadAllText(Fixtures.Path("dcat", "vocab", "eu-authority.nt"));
        var texts = new[]
        {
            "R/P3Y", "R/P2Y", "R/P1Y", "R/P6M", "R/P4M", "R/P3M", "R/P2M", "R/P1M", "R/P0.5M", "R/P0.33M", "R/P2W", "R/P1W", "R/P0.5W", "R/P0.33W", "R/P1D",
            "R/PT12H", "R/PT3H", "R/PT2H", "R/PT1H", "R/PT30M", "R/PT15M", "R/PT10M", "R/PT5M", "R/PT1M", "R/PT1S", "eventual", "nunca", "UNKNOWN", "OTHER",
        };
        var codes = texts.Select(t => Frequencies.Find(t)!.Iri)
            .Concat(FileFormats.All.Select(EuVocabulary.FileType).OfType<Catalog.Core.Rdf.Iri>())
            .Concat(new[] { "CC0", "cc-by", "cc-by-sa-4.0", "cc-by-nc-2.0", "cc-by-nd-2.5", "cc-by-nc-nd-1.0", "cc-by-nc-sa", "odbl", "odc-by", "pddl", "ogl-uk-3.0", "gfdl" }.Select(t => EuVocabulary.Licence(Licenses.Find(t)!)))
            .Concat(new[] { "es", "en", "pt", "fr", "it", "de", "gn", "ca", "gl", "eu", "qu", "ay", "nl", "pl", "ru", "zh", "ja", "ko", "ar", "he", "uk" }.Select(t => EuVocabulary.Language(t)!.Value))
            .Concat(new[] { "ARG", "URY", "ESP", "USA" }.Select(t => EuVocabulary.Country(t)!.Value))
            .Concat(new[] { "PUBLIC", "RESTRICTED", "NON_PUBLIC" }.Select(EuVocabulary.AccessRightIri));
        Assert.That(codes.Where(c => !published.Contains($"<{c.Value}>", StringComparison.Ordinal)).Select(c => c.Value), Is.Empty);
    }

    [TestCase("a b/ñ", "a%20b%2F%C3%B1")]
    [TestCase("..", "_")]
    [TestCase("", "_")]
    [TestCase("x?#%", "x%3F%23%25")]
    public void Address_HoldsAnyNameInOneSegment(string name, string segment)
    {
        var addresses = new CatalogAddresses("https://example.org/datos/");
        var id = Guid.Parse("11111111-2222-3333-4444-555555555555");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(addresses.Dataset(name), Is.EqualTo($"https://example.org/datos/dataset/{segment}"));
            Assert.That(addresses.Organization(name), Is.EqualTo($"https://example.org/datos/organization/{segment}"));
            Assert.That(addresses.Group(name), Is.EqualTo($"https://example.org/datos/group/{segment}"));
            Assert.That(addresses.Download("s", id, name), Is.EqualTo($"https://example.org/datos/dataset/s/resource/11111111-2222-3333-4444-555555555555/download/{segment}"));
            Assert.That(addresses.Catalog, Is.EqualTo("https://example.org/datos/catalog"));
        }
    }
}
