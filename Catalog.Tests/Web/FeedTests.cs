using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Catalog.Tests.Web;

/// <summary>The documents for programs.</summary>
public sealed class FeedTests
{
    private static readonly (string Path, string MediaType)[] Feeds =
    [
        ("/catalog.ttl", "text/turtle"),
        ("/catalog.n3", "text/turtle"),
        ("/catalog.rdf", "application/rdf+xml"),
        ("/catalog.xml", "application/rdf+xml"),
        ("/catalog.jsonld", "application/ld+json"),
        ("/catalog.nt", "application/n-triples"),
        ("/catalog.ttl?page=2&page_size=10", "text/turtle"),
        ("/catalog.rdf?q=serie&profiles=schemaorg", "application/rdf+xml"),
        ("/feed.trig", "application/trig"),
        ("/feed.jsonld", "application/ld+json"),
        ("/data.json", "application/json"),
        ("/data.json?profile=ar", "application/json"),
        ("/dataset/presupuesto-ejecutado-2026.ttl", "text/turtle"),
        ("/dataset/presupuesto-ejecutado-2026.rdf", "application/rdf+xml"),
        ("/dataset/presupuesto-ejecutado-2026.nt", "application/n-triples"),
        ("/dataset/presupuesto-ejecutado-2026.jsonld", "application/ld+json"),
        ("/sitemap.xml", "application/xml"),
    ];

    [TestCaseSource(nameof(Feeds))]
    public async Task Feed_IsOpenToAllAndNamesItsState((string Path, string MediaType) feed)
    {
        using var get = await Portal.Host.GetAsync(feed.Path);
        using var head = await Portal.Host.SendAsync(HttpMethod.Head, feed.Path);
        using var again = await Portal.Host.GetAsync(feed.Path, ("If-None-Match", "\"x\", " + get.Headers.ETag));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(get.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(get.Content.Headers.ContentType!.MediaType, Is.EqualTo(feed.MediaType));
            Assert.That(get.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
            Assert.That(get.Headers.ETag!.IsWeak, Is.False);
            Assert.That(get.Headers.Vary, Has.None.EqualTo("Cookie"));
            Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag));
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        }
    }

    [TestCaseSource(nameof(Feeds))]
    public async Task CompressedFeed_SaysTheSameUnderATagOfItsOwn((string Path, string MediaType) feed)
    {
        using var plain = await Portal.Host.GetAsync(feed.Path);
        using var packed = await Portal.Host.GetAsync(feed.Path, ("Accept-Encoding", "gzip"));
        using var again = await Portal.Host.GetAsync(feed.Path, ("Accept-Encoding", "gzip"), ("If-None-Match", packed.Headers.ETag!.ToString()));
        await using var unpacked = new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var text = new StreamReader(unpacked);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await text.ReadToEndAsync(), Is.EqualTo(await plain.Content.ReadAsStringAsync()));
            Assert.That(packed.Headers.ETag, Is.Not.EqualTo(plain.Headers.ETag));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(again.Headers.ETag, Is.EqualTo(packed.Headers.ETag));
        }
    }

    [Test]
    public async Task EveryFeed_HasAllDatasetsAndNoWithdrawnOne()
    {
        using var data = JsonDocument.Parse(await Portal.Host.PageAsync("/data.json"));
        using var graph = JsonDocument.Parse(await Portal.Host.PageAsync("/catalog.jsonld"));
        var turtle = await Portal.Host.PageAsync("/catalog.ttl");
        var sitemap = XDocument.Parse(await Portal.Host.PageAsync("/sitemap.xml"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.RootElement.GetProperty("dataset").GetArrayLength(), Is.EqualTo(29));
            Assert.That(graph.RootElement.ToString(), Does.Contain("Hospitales públicos").And.Not.Contains("Conjunto retirado"));
            Assert.That(turtle, Does.Contain("Hospitales públicos").And.Not.Contains("Conjunto retirado"));
            Assert.That(sitemap.Descendants().Count(e => e.Name.LocalName == "loc"), Is.EqualTo(30));
        }
    }

    [Test]
    public async Task ArgentineProfile_IsAnotherDocument()
    {
        using var usual = await Portal.Host.GetAsync("/data.json");
        using var argentine = await Portal.Host.GetAsync("/data.json?profile=ar");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(argentine.Headers.ETag, Is.Not.EqualTo(usual.Headers.ETag));
            Assert.That(await argentine.Content.ReadAsStringAsync(), Does.Contain("superTheme"));
        }
    }

    [TestCase("text/turtle", "text/turtle")]
    [TestCase("application/ld+json;q=0.9, text/turtle;q=0.5", "application/ld+json")]
    public async Task Catalog_IsNegotiated(string accept, string expected)
    {
        using var answer = await Portal.Host.GetAsync("/catalog", ("Accept", accept));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo(expected));
            Assert.That(answer.Headers.Vary, Does.Contain("Accept"));
        }
    }

    [TestCase("/", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [TestCase("/", "*/*", "text/html")]
    [TestCase("/", "application/rdf+xml", "application/rdf+xml")]
    [TestCase("/", "text/turtle;q=0.2, application/n-triples;q=0.3, text/html;q=0.1", "application/n-triples")]
    [TestCase("/catalog", "application/n-triples", "application/n-triples")]
    [TestCase("/catalog", "application/*;q=0.4, application/ld+json;q=0, text/turtle;q=0.1", "application/rdf+xml")]
    [TestCase("/catalog", "text/turtle, */*;q=0.1", "text/turtle")]
    [TestCase("/catalog", "TEXT/Turtle", "text/turtle")]
    [TestCase("/catalog", "text/turtle;q=0", "application/problem+json")]
    [TestCase("/", "image/png", "application/problem+json")]
    [TestCase("/dataset/hospitales-publicos", "application/rdf+xml, text/html;q=0.9", "application/rdf+xml")]
    [TestCase("/dataset/hospitales-publicos", "text/csv", "application/problem+json")]
    public async Task EveryAddressWithAPage_IsNegotiated(string path, string accept, string expected)
    {
        using var answer = await Portal.Host.GetAsync(path, ("Accept", accept));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo(expected));
            Assert.That(answer.StatusCode, Is.EqualTo(expected == "application/problem+json" ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK));
            Assert.That(answer.Headers.Vary, Does.Contain("Accept"));
            Assert.That(answer.Content.Headers.ContentLocation is not null, Is.EqualTo(expected is not ("text/html" or "application/problem+json")));
        }
    }

    [TestCase("/", "catalog")]
    [TestCase("/dataset/hospitales-publicos", "dataset/hospitales-publicos")]
    public async Task Page_NamesItsDocumentsInLinksAndInHeaders(string path, string document)
    {
        using var answer = await Portal.Host.GetAsync(path);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var links = string.Join(", ", answer.Headers.GetValues("Link"));
        foreach (var (extension, mediaType) in new[] { ("ttl", "text/turtle"), ("rdf", "application/rdf+xml"), ("jsonld", "application/ld+json"), ("nt", "application/n-triples") })
        {
            Assert.That(links, Does.Contain($"<http://localhost:5080/{document}.{extension}>; rel=\"alternate\"; type=\"{mediaType}\""));
            Assert.That(page, Does.Contain($"<link rel=\"alternate\" type=\"{mediaType}\" href=\"/{document}.{extension}\">"));
        }
    }

    [TestCase("/dataset/nadie.ttl", HttpStatusCode.NotFound, "no-such-dataset")]
    [TestCase("/dataset/conjunto-retirado.rdf", HttpStatusCode.Gone, "dataset-withdrawn")]
    public async Task DatasetThatIsNotThere_IsAProblemWithACode(string path, HttpStatusCode status, string code)
    {
        using var answer = await Portal.Host.GetAsync(path);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(status));
            Assert.That(problem.RootElement.GetProperty("code").GetString(), Is.EqualTo(code));
        }
    }

    [Test]
    public async Task FormerNameAndId_LeadToTheDocument()
    {
        var id = Portal.Host.Dataset(PortalSeed.Budget).Id;
        foreach (var name in new[] { PortalSeed.FormerSlug, id.ToString("D") })
        {
            using var answer = await Portal.Host.GetAsync($"/dataset/{name}.rdf?profiles=dcat-us-3");
            Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo("/dataset/presupuesto-ejecutado-2026.rdf?profiles=dcat-us-3"));
        }
    }

    [Test]
    public async Task CatalogForABrowser_IsTheHomePage()
    {
        using var answer = await Portal.Host.GetAsync("/catalog", ("Accept", "text/html"));
        Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo("/"));
    }

    [Test]
    public async Task ChangeInTheCatalog_ChangesTheTags()
    {
        using var seed = await PortalSeed.CreateAsync();
        await using var host = await seed.HostAsync();
        using var before = await host.GetAsync("/catalog.ttl");
        seed.Catalog.Write("data.json", (await File.ReadAllTextAsync(seed.Catalog.Combine("data.json"), Encoding.UTF8)).Replace("Camas por hospital.", "Camas y salas.", StringComparison.Ordinal));
        await seed.Catalog.HarvestAsync(seed.Config.Sources[0]);
        using var after = await host.GetAsync("/catalog.ttl", ("If-None-Match", before.Headers.ETag!.ToString()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await after.Content.ReadAsStringAsync(), Does.Contain("Camas y salas."));
        }
    }

    [Test]
    public async Task Health_ReadsTheStore()
    {
        using var answer = await Portal.Host.GetAsync("/healthz");
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Match("\"status\":\"ok\",\"position\":[1-9]"));
    }

    [Test]
    public async Task Robots_NamesTheSitemap()
    {
        Assert.That(await Portal.Host.PageAsync("/robots.txt"), Does.Contain("Sitemap: http://localhost:5080/sitemap.xml"));
    }
}
