using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Formats;

public sealed class DcatApTests
{
    private const string Rich = "<https://datos.villaejemplo.example/dataset/centros-de-salud>";
    private const string Minimal = "<https://datos.villaejemplo.example/dataset/minimo>";
    private const string Csv = "<https://datos.villaejemplo.example/dataset/centros-de-salud/resource/1f2d49a4-2cd7-526d-8274-ec9c69287ba3>";
    private const string Api = "<https://datos.villaejemplo.example/dataset/centros-de-salud/resource/fdcb52ea-7415-56c6-8059-f07941ece461>";

    private static IEnumerable<TestCaseData> Datasets()
    {
        yield return new TestCaseData(SomePublished.Catalog, SomePublished.Rich).SetArgDisplayNames("rich");
        yield return new TestCaseData(SomePublished.Catalog, SomePublished.Minimal).SetArgDisplayNames("minimal");
        yield return new TestCaseData(SomePublished.BareCatalog, SomePublished.Minimal).SetArgDisplayNames("bare");
        yield return new TestCaseData(SomePublished.Catalog, SomePublished.Hostile).SetArgDisplayNames("hostile");
    }

    [TestCaseSource(nameof(Datasets))]
    public async Task EverySyntax_SaysTheSame(DataCatalog catalog, PublishedDataset dataset)
    {
        var turtle = Graphs.OfTurtle(await Documents.Turtle(catalog, dataset));
        var jsonLd = Graphs.OfJsonLd(await Documents.JsonLd(catalog, dataset));
        // N-Triples is Turtle without its abbreviations.
        var triples = Graphs.OfTurtle(await Documents.NTriples(catalog, dataset));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(jsonLd, Is.EqualTo(turtle));
            Assert.That(triples, Is.EqualTo(turtle));
        }
    }

    /// <summary>Types, links and names that the shapes of DCAT-AP 3.0.1 and DCAT-US 3 check within the document.</summary>
    [TestCaseSource(nameof(Datasets))]
    public async Task EveryReferencedResource_IsTypedInTheDocument(DataCatalog catalog, PublishedDataset dataset)
    {
        var graph = Graphs.OfTurtle(await Documents.Turtle(catalog, dataset)).Select(t => t.Split(' ', 3)).ToList();
        var typed = graph.Where(t => t[1].EndsWith("#type>", StringComparison.Ordinal)).Select(t => t[0]).ToHashSet();
        var checkedProperties = new[]
        {
            "publisher", "creator", "contactPoint", "language", "license", "accessRights", "rights", "format", "mediaType", "theme", "accrualPeriodicity",
            "spatial", "temporal", "landingPage", "page", "homepage", "conformsTo", "distribution", "checksum", "algorithm", "status", "availability",
            "applicableLegislation", "provenance", "inSeries", "accessService", "themeTaxonomy", "compressFormat", "packageFormat", "dataset", "record",
        };
        var untyped = graph.Where(t => t[2][0] == '<' && checkedProperties.Any(p => t[1].EndsWith($"/{p}>", StringComparison.Ordinal) || t[1].EndsWith($"#{p}>", StringComparison.Ordinal)))
            .Where(t => !typed.Contains(t[2])).Select(t => t[1] + " " + t[2]).Distinct();
        Assert.That(untyped, Is.Empty);
    }

    [Test]
    public async Task StoredFile_IsTheDownloadAndItsChecksum()
    {
        var graph = Graphs.OfTurtle(await Documents.Turtle(SomePublished.Catalog, SomePublished.Rich));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph, Does.Contain($"{Csv} <http://www.w3.org/ns/dcat#accessURL> {Csv}"));
            Assert.That(graph, Does.Contain($"{Csv} <http://www.w3.org/ns/dcat#downloadURL> {Csv[..^1]}/download/centros%20de%20salud.csv>"));
            Assert.That(graph, Does.Contain($"{Csv} <http://www.w3.org/ns/prov#wasDerivedFrom> <https://salud.example/archivos/centros%20de%20salud.csv>"));
            Assert.That(graph, Does.Contain($"{Csv} <http://www.w3.org/ns/dcat#byteSize> \"12345\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>"));
            Assert.That(graph, Does.Contain($"{Csv[..^1]}#checksum> <http://spdx.org/rdf/terms#algorithm> <http://spdx.org/rdf/terms#checksumAlgorithm_sha256>"));
            Assert.That(graph, Does.Contain($"{Csv} <http://www.w3.org/ns/dcat#mediaType> <http://www.iana.org/assignments/media-types/text/csv>"));
        }
    }

    [Test]
    public async Task DistributionThatIsNoFile_IsHadAtTheSource()
    {
        var graph = Graphs.OfTurtle(await Documents.Turtle(SomePublished.Catalog, SomePublished.Rich));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph, Does.Contain($"{Api} <http://www.w3.org/ns/dcat#accessURL> <https://api.salud.example/centros?x=ñ>"));
            Assert.That(graph, Has.None.StartsWith($"{Api} <http://www.w3.org/ns/dcat#downloadURL>"));
            Assert.That(graph, Does.Contain($"{Api} <http://purl.org/dc/terms/license> <http://publications.europa.eu/resource/authority/licence/CC_BY_2_5>"));
        }
    }

    [Test]
    public async Task DatasetWithoutDates_HasNoRecord()
    {
        var graph = Graphs.OfTurtle(await Documents.Turtle(SomePublished.Catalog, SomePublished.Minimal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph, Does.Contain($"<https://datos.villaejemplo.example/catalog> <http://www.w3.org/ns/dcat#dataset> {Minimal}"));
            Assert.That(graph, Has.None.Contains("#record"));
            Assert.That(graph, Has.None.Contains("CatalogRecord"));
        }
    }

    [Test]
    public async Task InstantWithoutOffset_IsOfTheCatalogsZone()
    {
        var graph = Graphs.OfTurtle(await Documents.Turtle(SomePublished.Catalog, SomePublished.Rich));
        Assert.That(graph, Does.Contain($"{Rich} <http://purl.org/dc/terms/modified> \"2025-06-01T10:00:00-03:00\"^^<http://www.w3.org/2001/XMLSchema#dateTime>"));
    }

    [Test]
    public async Task TimeOfFetching_IsInNoExport()
    {
        var later = SomePublished.Rich with
        {
            Files = SomePublished.Rich.Files.ToDictionary(f => f.Key, f => f.Value with { FetchedAt = f.Value.FetchedAt.AddYears(3) }),
        };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Documents.Turtle(SomePublished.Catalog, later), Is.EqualTo(await Documents.Turtle(SomePublished.Catalog, SomePublished.Rich)));
            Assert.That(
                await Documents.DataJson(SomePublished.Catalog, DataJsonProfile.DcatUs, later),
                Is.EqualTo(await Documents.DataJson(SomePublished.Catalog, DataJsonProfile.DcatUs, SomePublished.Rich)));
            Assert.That(SchemaOrg.Dataset(later, SomePublished.Catalog, "es"), Is.EqualTo(SchemaOrg.Dataset(SomePublished.Rich, SomePublished.Catalog, "es")));
        }
    }

    [Test]
    [SetCulture("es-AR")]
    public async Task CultureWithDecimalComma_ChangesNothing()
    {
        var text = await Documents.Turtle(SomePublished.Catalog, SomePublished.Rich);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, Is.EqualTo(","));
            Assert.That(text, Does.Contain("POINT(-58.4 -34.6)").And.Contain("\"10.5\"^^xsd:decimal"));
        }
    }

    [Test]
    public async Task NodesOfTheDocument_AreWrittenOnce()
    {
        var text = await Documents.Turtle(SomePublished.Catalog, SomePublished.Rich, SomePublished.Minimal, SomePublished.Rich with { Slug = "otro" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Occurrences(text, "\n<https://datos.villaejemplo.example/organization/salud> a "), Is.EqualTo(1));
            Assert.That(Occurrences(text, "\n<http://publications.europa.eu/resource/authority/data-theme/HEAL> a "), Is.EqualTo(1));
            Assert.That(Occurrences(text, " dcat:dataset "), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Record_CannotSpeakOfWhatIsNotItsOwn()
    {
        const string Other = "https://datos.villaejemplo.example/dataset/otro";
        var published = SomePublished.Minimal with
        {
            PublisherName = Text.Of("es", "Alguien"),
            Dataset = SomePublished.Minimal.Dataset with
            {
                Publisher = new Agent { Uri = Other }, Creators = [new Agent { Name = Text.Of("es", "X"), Uri = Other }], Type = Other, InSeries = [Other],
                Themes = [new Theme { Id = "t", Uri = Other }], LandingPage = Minimal.Trim('<', '>'),
            },
        };
        var graph = Graphs.OfTurtle(await Documents.Turtle(SomePublished.Catalog, published));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph, Has.None.StartsWith($"<{Other}> "));
            Assert.That(graph.Count(t => t.StartsWith($"{Minimal} <http://purl.org/dc/terms/title>", StringComparison.Ordinal)), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task DistributionGivenTwice_IsWrittenOnce()
    {
        var twice = SomePublished.Minimal with
        {
            Dataset = SomePublished.Minimal.Dataset with
            {
                Distributions = [new Distribution { Id = Guid.Empty, Title = Text.Of("es", "Uno") }, new Distribution { Id = Guid.Empty, Title = Text.Of("es", "Dos") }],
            },
        };
        var text = await Documents.Turtle(SomePublished.Catalog, twice);
        Assert.That(text, Does.Contain("\"Uno\"@es").And.Not.Contain("\"Dos\"@es"));
    }

    [Test]
    public async Task Page_CarriesBothPagingVocabularies()
    {
        using var stream = new MemoryStream();
        var sink = new TurtleWriter(stream, DcatApContext.Instance);
        const string Feed = "https://datos.villaejemplo.example/catalog.ttl?page=";
        new DcatAp(sink, SomePublished.Catalog).WritePage(new FeedPage { Url = Feed + 2, First = Feed + 1, Previous = Feed + 1, Next = null, Last = Feed + 2, TotalItems = 7, ItemsPerPage = 5 });
        await sink.CompleteAsync(CancellationToken.None);
        var graph = Graphs.OfTurtle(Documents.Strict(stream));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph, Does.Contain($"<{Feed}2> <http://www.w3.org/ns/hydra/core#previousPage> <{Feed}1>"));
            Assert.That(graph, Does.Contain($"<{Feed}2> <http://www.w3.org/ns/hydra/core#previous> <{Feed}1>"));
            Assert.That(graph, Does.Contain($"<{Feed}2> <http://www.w3.org/ns/hydra/core#totalItems> \"7\"^^<http://www.w3.org/2001/XMLSchema#integer>"));
            Assert.That(graph, Has.None.Contains("core#next"));
        }
    }

    [Test]
    public void CatalogWithoutAddress_IsRefusedAtOnce()
    {
        using var stream = new MemoryStream();
        var sink = new TurtleWriter(stream, DcatApContext.Instance);
        Assert.That(() => new DcatAp(sink, SomePublished.Catalog with { Url = "not a url" }), Throws.ArgumentException);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
