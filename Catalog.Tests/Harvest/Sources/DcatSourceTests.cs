using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Harvest.Sources;
using Catalog.Tests.Core.Formats;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Sources;

/// <summary>A DCAT catalog over the network: syntaxes, pages, and all that goes wrong with them.</summary>
public sealed class DcatSourceTests
{
    private const string Hydra = "http://www.w3.org/ns/hydra/core#";
    private FakePortal _portal = null!;
    private TempCatalog _catalog = null!;

    [SetUp]
    public async Task Start()
    {
        _portal = await FakePortal.StartAsync();
        _catalog = new TempCatalog(Limits.Default with { MaxCatalogPages = 20 });
    }

    [TearDown]
    public async Task Stop()
    {
        _catalog.Dispose();
        await _portal.DisposeAsync();
    }

    [TestCase("text/turtle")]
    [TestCase("text/plain")]
    [TestCase("application/octet-stream")]
    [TestCase(null)]
    public async Task Turtle_IsReadWhateverItIsCalled(string? mediaType)
    {
        _portal["/feed"] = FakeAnswer.Text(Page(1, 3), "text/turtle") with { MediaType = mediaType };

        Assert.That(await HarvestAsync("/feed"), Is.EqualTo((RunStatus.Done, 3, 0)));
        Assert.That(_portal.Requests.Single().Headers["Accept"], Does.StartWith("text/turtle, ").And.Contain("application/ld+json;q=0.7"));
    }

    [TestCase("application/rdf+xml", """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/"><dcat:Dataset rdf:about="1"><dct:title>T</dct:title><dct:description>D</dct:description></dcat:Dataset></rdf:RDF>""")]
    [TestCase("application/xml", """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/"><dcat:Dataset rdf:about="1"><dct:title>T</dct:title><dct:description>D</dct:description></dcat:Dataset></rdf:RDF>""")]
    [TestCase("application/json", """{"@context":{"dct":"http://purl.org/dc/terms/"},"@id":"1","@type":"http://www.w3.org/ns/dcat#Dataset","dct:title":"T","dct:description":"D"}""")]
    [TestCase("text/html", "<1> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> \"T\" ; <http://purl.org/dc/terms/description> \"D\" .")]
    public async Task OtherSyntaxes_AreTold_AndRelativeNamesAreOfTheFinalAddress(string mediaType, string body)
    {
        _portal["/viejo/feed"] = FakeAnswer.Redirect("/nuevo/feed");
        _portal["/nuevo/feed"] = FakeAnswer.Text(body, mediaType);

        Assert.That(await HarvestAsync("/viejo/feed"), Is.EqualTo((RunStatus.Done, 1, 0)));
        Assert.That(_catalog.Datasets.StreamAll().Single().Dataset.Identifier, Is.EqualTo(_portal.At("/nuevo/1").AbsoluteUri));
    }

    [TestCase("<!DOCTYPE html><html><body>Mantenimiento</body></html>", "text/html", GatherCodes.NotRdf)]
    [TestCase("<html><body>Mantenimiento</body></html>", "text/turtle", GatherCodes.NotRdf)]
    [TestCase("{\"dataset\":[]}", "application/json", GatherCodes.NotRdf)]
    [TestCase("", "application/json", GatherCodes.NotRdf)]
    [TestCase("{\"@context\":{}, \"@graph\": [", "application/ld+json", GatherCodes.MalformedRdf)]
    [TestCase("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description>", "application/rdf+xml", GatherCodes.MalformedRdf)]
    [TestCase("<http://a/s> <http://a/p> <http://a/o> .", "text/turtle", GatherCodes.NoDatasetList)]
    public async Task WhatIsNoCatalog_FailsAndRemovesNothing(string body, string mediaType, string code)
    {
        _portal["/feed"] = FakeAnswer.Text(Page(1, 3), "text/turtle");
        await HarvestAsync("/feed");
        _portal["/feed"] = FakeAnswer.Text(body, mediaType);

        var run = await _catalog.HarvestAsync(Source("/feed"));

        Assert.That((run.Status, run.Code, _catalog.Datasets.Count()), Is.EqualTo((RunStatus.Failed, code, 3)), run.Message);
    }

    [TestCase("next", "<{0}?page={1}>", TestName = "Pages_OfPartialCollectionView_AreFollowed")]
    [TestCase("nextPage", "<{0}?page={1}>", TestName = "Pages_OfPagedCollection_AreFollowed")]
    [TestCase("next", "\"{0}?page={1}\"", TestName = "Pages_NamedByAText_AreFollowed")]
    [TestCase("nextPage", "\"?page={1}\"", TestName = "Pages_NamedByARelativeText_AreFollowed")]
    [TestCase("next", "<?page={1}>", TestName = "Pages_NamedByARelativeIri_AreFollowed")]
    public async Task Pages(string term, string written)
    {
        for (var page = 1; page <= 3; page++)
        {
            var next = page == 3 ? "" : $"<> <{Hydra}{term}> {string.Format(System.Globalization.CultureInfo.InvariantCulture, written, _portal.At("/feed"), page + 1)} ; <{Hydra}totalItems> 6 .";
            _portal[page == 1 ? "/feed" : $"/feed?page={page}"] = FakeAnswer.Text(Page(page * 2, 2) + next, "text/turtle");
        }

        Assert.That(await HarvestAsync("/feed"), Is.EqualTo((RunStatus.Done, 6, 0)));
        Assert.That((await _catalog.HarvestAsync(Source("/feed"))).Unchanged, Is.EqualTo(6));
    }

    [Test]
    public async Task LinkHeader_LeadsToTheNextPage()
    {
        _portal["/feed"] = FakeAnswer.Text(Page(1, 2), "text/turtle") with { Headers = new Dictionary<string, string> { ["Link"] = "</feed?page=1>; rel=\"first\", </feed?page=2>; rel=\"next last\"" } };
        _portal["/feed?page=2"] = FakeAnswer.Text(Page(3, 2), "text/turtle");

        Assert.That(await HarvestAsync("/feed"), Is.EqualTo((RunStatus.Done, 4, 0)));
    }

    [TestCase("circle", FindingCodes.PageRepeated)]
    [TestCase("itself", FindingCodes.PageRepeated)]
    [TestCase("same content", FindingCodes.PageRepeated)]
    [TestCase("short", FindingCodes.TotalMismatch)]
    public async Task PagingInDoubt_AddsAndRemovesNothing(string fault, string code)
    {
        await ThreePagesAsync();
        _portal["/feed?page=2"] = FakeAnswer.Text(fault switch
        {
            "circle" => Page(3, 2) + Next(1),
            "itself" => Page(3, 2) + Next(2),
            "same content" => Page(1, 2) + Next(3),
            _ => Page(7, 1) + $"<> <{Hydra}totalItems> 6 .",
        }, "text/turtle");
        if (fault != "short") _portal["/feed?page=1"] = FakeAnswer.Text(Page(1, 2) + Next(2), "text/turtle");

        var run = await _catalog.HarvestAsync(Source("/feed"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Code, run.Removed), Is.EqualTo((RunStatus.Held, HoldCodes.IncompleteGather, 0)), run.Message);
            Assert.That(run.CatalogFindings, Does.Contain(code));
            Assert.That(_catalog.Datasets.Count(), Is.EqualTo(fault == "short" ? 7 : 6));
        }
    }

    [TestCase("404")]
    [TestCase("html")]
    [TestCase("broken")]
    [TestCase("other host")]
    [TestCase("no address")]
    [TestCase("endless")]
    public async Task BrokenPage_FailsTheWholeGather(string fault)
    {
        await ThreePagesAsync();
        var before = _catalog.Changes.Latest();
        _portal["/feed?page=2"] = fault switch
        {
            "404" => new FakeAnswer { Status = 404 },
            "html" => FakeAnswer.Text("<html></html>", "text/html"),
            "broken" => FakeAnswer.Text(Page(3, 2), "text/turtle") with { CutAfter = 100 },
            "other host" => FakeAnswer.Text(Page(3, 2) + $"<> <{Hydra}next> <{_portal.At("/feed?page=3", "localhost")}> .", "text/turtle"),
            "no address" => FakeAnswer.Text(Page(3, 2) + $"<> <{Hydra}next> \"http://\" .", "text/turtle"),
            _ => FakeAnswer.Text(Page(3, 2) + Next(3), "text/turtle"),
        };
        if (fault == "endless")
            for (var page = 3; page < 30; page++) _portal[$"/feed?page={page}"] = FakeAnswer.Text(Page(page * 2, 1) + Next(page + 1), "text/turtle");

        var run = await _catalog.HarvestAsync(Source("/feed"));

        Assert.That((run.Status, run.Code), Is.EqualTo((RunStatus.Failed, fault == "html" ? GatherCodes.NotRdf : GatherCodes.PagingBroken)), run.Message);
        Assert.That((_catalog.Datasets.Count(), _catalog.Changes.Latest()), Is.EqualTo((6, before)));
    }

    [Test]
    public async Task StatementThatCannotBeRead_IsPassedOver_AndNothingIsRemoved()
    {
        _portal["/feed"] = FakeAnswer.Text(Page(1, 3), "text/turtle");
        await HarvestAsync("/feed");
        _portal["/feed"] = FakeAnswer.Text(Page(1, 1) + "\nex:roto dct:title \"a\" \"b\" ; .\n" + Page(4, 1).Replace(LinkedRecords.Prefixes, "", StringComparison.Ordinal), "text/turtle");

        var run = await _catalog.HarvestAsync(Source("/feed"));

        Assert.That((run.Status, run.Code, run.Added, run.Removed), Is.EqualTo((RunStatus.Held, HoldCodes.IncompleteGather, 1, 0)), run.Message);
        Assert.That(run.CatalogFindings, Does.Contain(FindingCodes.StatementSkipped));
    }

    [Test]
    public async Task Context_IsFetchedFromTheSourcesOwnHostOnly([Values] bool own)
    {
        _portal["/context.jsonld"] = FakeAnswer.Text("""{"@context":{"title":"http://purl.org/dc/terms/title","description":"http://purl.org/dc/terms/description"}}""", "application/ld+json");
        _portal["/feed"] = FakeAnswer.Text($$"""{"@context":"{{_portal.At("/context.jsonld", own ? "127.0.0.1" : "localhost")}}","@id":"1","@type":"http://www.w3.org/ns/dcat#Dataset","title":"T","description":"D"}""", "application/ld+json");

        var run = await _catalog.HarvestAsync(Source("/feed"));

        Assert.That((run.Status, _portal.Count("/context.jsonld")), Is.EqualTo(own ? (RunStatus.Done, 1) : (RunStatus.Failed, 0)), run.Message);
    }

    [Test]
    public async Task LocalPageOfACatalog_IsReadAlone_AndRemovesNothing()
    {
        var path = _catalog.Write("pagina.ttl", Page(1, 2) + $"<> <{Hydra}next> <http://datos.example/feed?page=2> .");

        var run = await _catalog.HarvestAsync(Source("/feed") with { Url = path });

        Assert.That((run.Status, run.Added), Is.EqualTo((RunStatus.Done, 2)), run.Message);
        Assert.That(run.CatalogFindings, Does.Contain(FindingCodes.PagesNotFollowed));
    }

    private async Task ThreePagesAsync()
    {
        _portal["/feed"] = FakeAnswer.Text(Page(1, 2) + Next(2), "text/turtle");
        _portal["/feed?page=2"] = FakeAnswer.Text(Page(3, 2) + Next(3), "text/turtle");
        _portal["/feed?page=3"] = FakeAnswer.Text(Page(5, 2), "text/turtle");
        Assert.That(await HarvestAsync("/feed"), Is.EqualTo((RunStatus.Done, 6, 0)));
    }

    private async Task<(string Status, int Added, int Rejected)> HarvestAsync(string path)
    {
        var run = await _catalog.HarvestAsync(Source(path));
        return (run.Status, run.Added, run.Rejected);
    }

    private HarvestSource Source(string path) => new()
    {
        Id = "portal",
        Type = SourceType.Dcat,
        Url = _portal.At(path).AbsoluteUri,
        Language = "es",
        AllowPrivateHosts = ["127.0.0.1", "localhost"],
    };

    private string Next(int page) => $"<> <{Hydra}next> <{_portal.At("/feed")}?page={page}> .";

    private static string Page(int from, int count) => LinkedRecords.Prefixes + string.Concat(Enumerable.Range(from, count).Select(n => $"""
        ex:c a dcat:Catalog ; dct:title "Catálogo"@es ; dcat:dataset ex:d{n} .
        ex:d{n} a dcat:Dataset ; dct:title "Conjunto {n}"@es ; dct:description "Descripción" ; dcat:distribution [ dcat:accessURL ex:f{n} ] .

        """));
}
