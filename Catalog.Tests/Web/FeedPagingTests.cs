using System.Net;
using System.Text.Json;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;

namespace Catalog.Tests.Web;

/// <summary>Feeds in pages, as harvesters turn them.</summary>
public sealed class FeedPagingTests
{
    private const string Hydra = "http://www.w3.org/ns/hydra/core#";
    private const string Dcat = "http://www.w3.org/ns/dcat#";

    [TestCase("ttl", "next")]
    [TestCase("rdf", "nextPage")]
    [TestCase("xml", "next")]
    [TestCase("jsonld", "nextPage")]
    [TestCase("nt", "next")]
    [TestCase("n3", "next")]
    public async Task FollowedLinks_GiveEveryDatasetOnceInTheSameFormat(string extension, string property)
    {
        var (datasets, pages) = await CrawlAsync(Portal.Host, $"/catalog.{extension}?page_size=7", property);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(datasets, Has.Count.EqualTo(29).And.Unique);
            Assert.That(pages, Has.Count.EqualTo(5));
            Assert.That(pages, Is.All.StartsWith($"http://localhost:5080/catalog.{extension}?page_size=7&page="));
        }
    }

    [Test]
    public async Task PagesTogether_SayWhatTheWholeSays()
    {
        var whole = await ReadAsync(Portal.Host, "/catalog.nt");
        var paged = new List<Quad>();
        for (var page = 1; page <= 5; page++) paged.AddRange(await ReadAsync(Portal.Host, $"/catalog.nt?page_size=7&page={page}"));
        RdfGraphs.AssertSame(paged.Where(q => !q.Predicate.Value.StartsWith(Hydra, StringComparison.Ordinal) && !q.Object.Value.StartsWith(Hydra, StringComparison.Ordinal)), whole);
    }

    [Test]
    public async Task PageNode_IsOneInBothVocabularies()
    {
        var quads = await ReadAsync(Portal.Host, "/catalog.ttl?page=2&page_size=10");
        var types = quads.Where(q => q.Predicate.Value == RdfNames.Type && q.Object.Value.StartsWith(Hydra, StringComparison.Ordinal)).Select(q => (q.Subject.Value, q.Object.Value[Hydra.Length..]));
        const string page = "http://localhost:5080/catalog.ttl?page_size=10&page=2";
        string Of(string property) => quads.Single(q => q.Subject.Value == page && q.Predicate.Value == Hydra + property).Object.Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(types, Is.EquivalentTo(new[] { ("http://localhost:5080/catalog", "Collection"), (page, "PartialCollectionView"), (page, "PagedCollection") }));
            Assert.That(Of("totalItems"), Is.EqualTo("29"));
            Assert.That(Of("itemsPerPage"), Is.EqualTo("10"));
            Assert.That(Of("first"), Is.EqualTo("http://localhost:5080/catalog.ttl?page_size=10&page=1"));
            Assert.That(Of("previous"), Is.EqualTo("http://localhost:5080/catalog.ttl?page_size=10&page=1").And.EqualTo(Of("previousPage")));
            Assert.That(Of("next"), Does.StartWith("http://localhost:5080/catalog.ttl?page_size=10&page=3&after=").And.EqualTo(Of("nextPage")));
            Assert.That(Of("last"), Is.EqualTo("http://localhost:5080/catalog.ttl?page_size=10&page=3"));
        }
    }

    [Test]
    public async Task LinkHeaders_LeadTheSameWay()
    {
        using var answer = await Portal.Host.GetAsync("/catalog.ttl?page=2&limit=10");
        var links = string.Join(", ", answer.Headers.GetValues("Link"));
        Assert.That(links, Does.Contain("limit=10&page=1>; rel=\"first\"").And.Match("page=3&after=[0-9a-f-]{36}>; rel=\"next\"").And.Contains("page=1>; rel=\"prev\"").And.Contains("page=3>; rel=\"last\""));
    }

    [Test]
    public async Task WayBack_IsTheWayThere()
    {
        var third = (await CrawlAsync(Portal.Host, "/catalog.nt?page_size=7", "next")).Pages[2];
        var second = Next(await ReadAsync(Portal.Host, LocalPath(third)), "previous")!;
        var first = await DatasetsAsync(Portal.Host, "/catalog.nt?page_size=7&page=2");
        Assert.That(await DatasetsAsync(Portal.Host, LocalPath(second)), Is.EqualTo(first));
    }

    [Test]
    public async Task LastPage_LeadsNowhere()
    {
        var quads = await ReadAsync(Portal.Host, "/catalog.ttl?page=3&page_size=10");
        Assert.That(Next(quads, "next"), Is.Null);
    }

    [Test]
    public async Task QueryString_IsKept()
    {
        var quads = await ReadAsync(Portal.Host, "/catalog.ttl?page=1&page_size=2&q=serie&fq=groups%3Asalud&profiles=dcat-us-3&modified_since=2020-01-01");
        Assert.That(Next(quads, "next"), Does.StartWith("http://localhost:5080/catalog.ttl?page_size=2&q=serie&fq=groups%3Asalud&profiles=dcat-us-3&modified_since=2020-01-01&page=2&after="));
    }

    [Test]
    public async Task CrawlWhileTheCatalogChanges_NeitherSkipsNorRepeatsWhatStays()
    {
        using var seed = await PortalSeed.CreateAsync();
        await using var host = await seed.HostAsync();
        var before = await DatasetsAsync(host, "/catalog.nt");
        var met = new List<string>();
        var path = "/catalog.nt?page_size=5";
        for (var turned = 0; path is not null; turned++)
        {
            var quads = await ReadAsync(host, path);
            met.AddRange(Datasets(quads));
            path = Next(quads, "next") is { } next ? LocalPath(next) : null;
            if (turned == 1)
            {
                // In the middle of the crawl half of the series is withdrawn and as many others come.
                var text = await File.ReadAllTextAsync(seed.Catalog.Combine("data.json"));
                for (var n = 1; n <= 9; n++) text = text.Replace($"\"serie-{n}\"", $"\"otra-{n}\"", StringComparison.Ordinal).Replace($"\"Serie número {n}\"", $"\"Otra número {n}\"", StringComparison.Ordinal);
                seed.Catalog.Write("data.json", text);
                var run = await seed.Catalog.HarvestAsync(seed.Config.Sources[0]);
                await seed.Catalog.HarvestAsync(seed.Config.Sources[0], approve: run.Id);
                Assert.That(await DatasetsAsync(host, "/catalog.nt"), Is.Not.EquivalentTo(before));
            }
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(met, Is.Unique);
            Assert.That(before.Where(d => !d.Contains("/serie-numero-", StringComparison.Ordinal) || d.Split('-')[^1].Length > 1), Is.SubsetOf(met));
        }
    }

    [TestCase("page=0", HttpStatusCode.BadRequest, "bad-page", "page", "0")]
    [TestCase("page=-1", HttpStatusCode.BadRequest, "bad-page", "page", "-1")]
    [TestCase("page=x", HttpStatusCode.BadRequest, "bad-page", "page", "x")]
    [TestCase("page=99999999999999", HttpStatusCode.BadRequest, "bad-page", "page", "99999999999999")]
    [TestCase("page=4&page_size=10", HttpStatusCode.NotFound, "no-such-page", "page", "4")]
    [TestCase("page=2147483647", HttpStatusCode.NotFound, "no-such-page", "page", "2147483647")]
    [TestCase("page_size=0", HttpStatusCode.BadRequest, "bad-page-size", "page_size", "0")]
    [TestCase("limit=1001", HttpStatusCode.BadRequest, "bad-page-size", "limit", "1001")]
    [TestCase("page=2&after=x", HttpStatusCode.BadRequest, "bad-cursor", "after", "x")]
    public async Task WrongPage_IsToldWithItsPlaceAndValue(string query, HttpStatusCode status, string code, string parameter, string value)
    {
        using var answer = await Portal.Host.GetAsync("/catalog.rdf?" + query, ("Accept-Language", "en"));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(status));
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That(problem.RootElement.GetProperty("status").GetInt32(), Is.EqualTo((int)status));
            Assert.That(problem.RootElement.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(problem.RootElement.GetProperty("parameter").GetString(), Is.EqualTo(parameter));
            Assert.That(problem.RootElement.GetProperty("value").GetString(), Is.EqualTo(value));
            Assert.That(problem.RootElement.GetProperty("hint").GetString(), Does.Match("^[A-Z]"));
        }
    }

    private static async Task<(List<string> Datasets, List<string> Pages)> CrawlAsync(PortalHost host, string path, string property)
    {
        var (datasets, pages) = (new List<string>(), new List<string>());
        while (path is not null)
        {
            var quads = await ReadAsync(host, path);
            datasets.AddRange(Datasets(quads));
            pages.Add(quads.Single(q => q.Predicate.Value == Hydra + "view").Object.Value);
            path = Next(quads, property) is { } next ? LocalPath(next) : null!;
        }
        return (datasets, pages);
    }

    private static async Task<List<string>> DatasetsAsync(PortalHost host, string path) => [.. Datasets(await ReadAsync(host, path))];

    private static IEnumerable<string> Datasets(IEnumerable<Quad> quads) =>
        quads.Where(q => q.Predicate.Value == RdfNames.Type && q.Object.Value == Dcat + "Dataset").Select(q => q.Subject.Value);

    private static string? Next(IEnumerable<Quad> quads, string property) => quads.SingleOrDefault(q => q.Predicate.Value == Hydra + property).Object?.Value;

    /// <summary>Links are under the public address, which is not the one that the test listens at.</summary>
    private static string LocalPath(string address) => new Uri(address).PathAndQuery;

    private static Task<List<Quad>> ReadAsync(PortalHost host, string path) => host.ReadRdfAsync(path);
}
