using Catalog.Core.Dcat;

namespace Catalog.Tests.Core.Dcat;

/// <summary>Short names; codes and media types of the same table are tested with the vocabularies.</summary>
public sealed class FileFormatsTests
{
    [TestCase("csv", null, null, null, "CSV")]
    [TestCase(" .CSV ", null, null, null, "CSV")]
    [TestCase("text/csv", null, null, null, "CSV")]
    [TestCase("application/vnd.ms-excel", null, null, null, "XLS")]
    [TestCase("GeoJSON", null, null, null, "GEOJSON")]
    [TestCase("Shapefile", null, null, null, "SHP")]
    [TestCase("página web", null, null, null, "HTML")]
    [TestCase("rdf/xml", null, null, null, "RDF")]
    [TestCase("wms", null, null, null, "WMS")]
    [TestCase("REST", null, null, null, "API")]
    [TestCase("http://publications.europa.eu/resource/authority/file-type/RDF_TURTLE", null, null, null, "TTL")]
    [TestCase("otros", "text/csv", "a.csv", null, "OTROS", Description = "what the source says goes first")]
    [TestCase(null, "text/csv; charset=utf-8", "a.zip", null, "CSV")]
    [TestCase("", "application/json", null, null, "JSON")]
    [TestCase(null, null, "a.XLSX", "http://example.org/b.csv", "XLSX")]
    [TestCase(null, "unknown", null, "http://example.org/b.csv?x=.pdf", "CSV")]
    [TestCase(null, null, null, "http://example.org/b", null)]
    [TestCase(".", null, null, null, null)]
    [TestCase("una explicación larga que no es el nombre de un formato", null, null, null, null)]
    public void Format_HasAShortName(string? format, string? mediaType, string? fileName, string? url, string? expected) =>
        Assert.That(FileFormats.Name(format, mediaType, fileName, url), Is.EqualTo(expected));

    [Test]
    public void EveryFormat_IsFoundByEachOfItsOwnNames()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var format in FileFormats.All)
            {
                Assert.That(FileFormats.Find(format.Name, null), Is.SameAs(format));
                Assert.That(FileFormats.Find(format.EuCode ?? format.Name, null), Is.SameAs(format));
                Assert.That(FileFormats.Name(format.Name, null, null, null), Is.EqualTo(format.Name));
                if (format.MediaType is { } type) Assert.That(FileFormats.Find(null, type)?.MediaType, Is.EqualTo(type));
            }
        }
    }

    [TestCase("GEOJSON", "JSON", true)]
    [TestCase("KML", "XML", true)]
    [TestCase("GEOTIFF", "TIFF", true)]
    [TestCase("CSV", "CSV", true)]
    [TestCase("otros", "otros", true)]
    [TestCase("JSON", "GEOJSON", false)]
    [TestCase("CSV", "XLSX", false)]
    [TestCase("WMS", "XML", false)]
    [TestCase("otros", "CSV", false)]
    public void FormatWithinAnother_MayHaveItsExtension(string format, string other, bool expected) =>
        Assert.That(FileFormats.IsKindOf(format, other), Is.EqualTo(expected));
}
