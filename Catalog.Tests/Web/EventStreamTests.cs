using System.Net;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;

namespace Catalog.Tests.Web;

/// <summary>The catalog's history as a Linked Data Event Stream, followed as a client follows it.</summary>
public sealed class EventStreamTests
{
    private const string As = "https://www.w3.org/ns/activitystreams#";
    private const string Tree = "https://w3id.org/tree#";
    private const string Ldes = "https://w3id.org/ldes#";

    [TestCase(".trig")]
    [TestCase(".jsonld")]
    public async Task Replay_ReachesTheGraphOfTheCatalog(string suffix)
    {
        var replay = new Replay();
        await replay.FollowAsync(Portal.Host, "/feed" + suffix);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(replay.Kinds, Is.SupersetOf(new[] { "Create", "Update", "Delete" }));
            Assert.That(replay.Graphs.Keys, Has.None.Contains("conjunto-retirado"));
            RdfGraphs.AssertSame(replay.Graph, await Portal.Host.ReadRdfAsync("/catalog.nt"));
        }
    }

    [Test]
    public async Task FollowerOfAChangingCatalog_KeepsUpWithWhatIsNew()
    {
        using var seed = await PortalSeed.CreateAsync();
        await using var host = await seed.HostAsync();
        var replay = new Replay();
        await replay.FollowAsync(host, "/feed.trig");
        var before = replay.Fetched.Count;

        // One dataset is withdrawn, one changed, and then the withdrawn one comes back.
        var document = await File.ReadAllTextAsync(seed.Catalog.Combine("data.json"));
        var source = seed.Config.Sources[0];
        seed.Catalog.Time.Advance(TimeSpan.FromHours(1));
        seed.Catalog.Write("data.json", document.Replace("\"serie-7\"", "\"serie-700\"", StringComparison.Ordinal).Replace("Camas por hospital.", "Camas y salas.", StringComparison.Ordinal));
        await seed.Catalog.HarvestAsync(source);
        await replay.FollowAsync(host, "/feed.trig");
        RdfGraphs.AssertSame(replay.Graph, await host.ReadRdfAsync("/catalog.nt"), "after the withdrawal");
        seed.Catalog.Time.Advance(TimeSpan.FromHours(1));
        seed.Catalog.Write("data.json", document);
        await seed.Catalog.HarvestAsync(source);
        await replay.FollowAsync(host, "/feed.trig");
        RdfGraphs.AssertSame(replay.Graph, await host.ReadRdfAsync("/catalog.nt"), "after its return");
        Assert.That(before, Is.GreaterThan(0));
    }

    [Test]
    public async Task ClosedPage_NeverChangesAndSaysSo()
    {
        using var seed = await PortalSeed.CreateAsync();
        await using var host = await seed.HostAsync(seed.Catalog.Limits with { FeedEventsPerPage = 10 });
        var pages = await PagesAsync(host);
        Assert.That(pages, Has.Count.GreaterThan(3));
        using var closed = await host.GetAsync(pages[0]);
        using var open = await host.GetAsync(pages[^1]);
        var bytes = await closed.Content.ReadAsByteArrayAsync();
        seed.Catalog.Time.Advance(TimeSpan.FromHours(1));
        seed.Catalog.Write("data.json", (await File.ReadAllTextAsync(seed.Catalog.Combine("data.json"))).Replace("Una serie de ejemplo.", "Otra.", StringComparison.Ordinal));
        await seed.Catalog.HarvestAsync(seed.Config.Sources[0]);
        using var again = await host.GetAsync(pages[0]);
        using var held = await host.GetAsync(pages[0], ("If-None-Match", closed.Headers.ETag!.ToString()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(closed.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=31536000, immutable"));
            Assert.That(open.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=60"));
            Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
            Assert.That(again.Headers.ETag, Is.EqualTo(closed.Headers.ETag));
            Assert.That(held.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That((await PagesAsync(host)).Take(pages.Count - 1), Is.EqualTo(pages.SkipLast(1)));
        }
        var counts = new List<int>();
        foreach (var page in pages.SkipLast(1)) counts.Add((await host.ReadRdfAsync(page)).Count(q => q.Predicate.Value == Tree + "member" && !q.Object.Value.EndsWith("#catalog", StringComparison.Ordinal)));
        Assert.That(counts, Is.All.EqualTo(10));
    }

    [Test]
    public async Task Relations_AreTrueOfTheirPages()
    {
        using var seed = await PortalSeed.CreateAsync();
        // One event a page makes a tree of two levels above the pages.
        await using var host = await seed.HostAsync(seed.Catalog.Limits with { FeedEventsPerPage = 1 });
        var replay = new Replay { CheckRelations = true };
        await replay.FollowAsync(host, "/feed.trig");
        RdfGraphs.AssertSame(replay.Graph, await host.ReadRdfAsync("/catalog.nt"));
        Assert.That(replay.Fetched, Has.Count.GreaterThan(30));
    }

    [Test]
    public async Task OtherConfig_IsOtherPages()
    {
        using var seed = await PortalSeed.CreateAsync();
        string page;
        await using (var host = await seed.HostAsync(seed.Catalog.Limits with { FeedEventsPerPage = 10 })) page = (await PagesAsync(host))[0];
        var renamed = seed.Config with { Catalog = seed.Config.Catalog with { Title = Text.Of("es", "Otro nombre") } };
        await using var after = await PortalHost.StartAsync(renamed, seed.Catalog.DataFolder, seed.Catalog.Time);
        using var answer = await after.GetAsync(page);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
            Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo("/feed.trig"));
            Assert.That(await PagesAsync(after), Does.Not.Contain(page));
        }
    }

    [TestCase("*/*", "application/trig")]
    [TestCase("text/html", "application/trig")]
    [TestCase("application/ld+json", "application/ld+json")]
    [TestCase("application/trig;q=0.5, application/ld+json;q=0.6", "application/ld+json")]
    [TestCase("text/csv", "application/problem+json")]
    public async Task Feed_IsNegotiated(string accept, string expected)
    {
        using var answer = await Portal.Host.GetAsync("/feed", ("Accept", accept));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo(expected));
            Assert.That(answer.Headers.Vary, Does.Contain("Accept"));
            Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
        }
    }

    [Test]
    public async Task Stream_NamesItsShapeItsPathsAndItsRhythm()
    {
        var quads = await Portal.Host.ReadRdfAsync("/feed.jsonld");
        var stream = quads.Single(q => q.Object.Value == Ldes + "EventStream").Subject.Value;
        string Of(string property) => quads.Single(q => q.Subject.Value == stream && q.Predicate.Value == property).Object.Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stream, Is.EqualTo("http://localhost:5080/feed#stream"));
            Assert.That(Of(Tree + "shape"), Is.EqualTo("https://semiceu.github.io/LDES-DCAT-AP-feeds/shape.ttl#ActivityShape"));
            Assert.That(Of(Ldes + "timestampPath"), Is.EqualTo(As + "published"));
            Assert.That(Of(Ldes + "versionOfPath"), Is.EqualTo(As + "object"));
            Assert.That(Of(Ldes + "pollingInterval"), Is.EqualTo("60"));
            Assert.That(Of(Tree + "view"), Is.EqualTo("http://localhost:5080/feed.jsonld"));
            Assert.That(quads.Where(q => q.Predicate.Value == Ldes + "retentionPolicy"), Is.Empty, "everything is kept");
        }
    }

    [TestCase("0-999999")]
    [TestCase("7-0")]
    [TestCase("0-99999999999999999999")]
    [TestCase("00-0")]
    public async Task PageThatIsNotThere_IsToldSo(string node)
    {
        var version = (await PagesAsync(Portal.Host))[0].Split('/')[2];
        using var answer = await Portal.Host.GetAsync($"/feed/{version}/{node}");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(problem.RootElement.GetProperty("code").GetString(), Is.EqualTo("no-such-node"));
        }
    }

    private static async Task<List<string>> PagesAsync(PortalHost host) =>
        [.. (await host.ReadRdfAsync("/feed.trig")).Where(q => q.Predicate.Value == Tree + "node").Select(q => new Uri(q.Object.Value).PathAndQuery).Distinct()];

    /// <summary>A client: follows relations, keeps the latest graph of every entity, and knows the members it has seen.</summary>
    private sealed class Replay
    {
        private readonly HashSet<string> _seen = [];

        public Dictionary<string, List<Quad>> Graphs { get; } = [];

        public HashSet<string> Kinds { get; } = [];

        public List<string> Fetched { get; } = [];

        public bool CheckRelations { get; init; }

        public IEnumerable<Quad> Graph => Graphs.Values.SelectMany(g => g);

        public async Task FollowAsync(PortalHost host, string root)
        {
            var members = new List<(string Published, string Kind, string Entity, List<Quad> State)>();
            await VisitAsync(host, root, null, null, members);
            foreach (var (_, kind, entity, state) in members.OrderBy(m => m.Published, StringComparer.Ordinal))
            {
                Kinds.Add(kind);
                Graphs.Remove(entity);
                if (kind != "Delete") Graphs.Add(entity, state);
            }
        }

        private async Task VisitAsync(PortalHost host, string path, string? from, string? before, List<(string, string, string, List<Quad>)> members)
        {
            Fetched.Add(path);
            var quads = await host.ReadRdfAsync(path);
            foreach (var member in quads.Where(q => q.Predicate.Value == Tree + "member").Select(q => q.Object.Value))
            {
                string Of(string property) => quads.Single(q => q.Graph is null && q.Subject.Value == member && q.Predicate.Value == property).Object.Value;
                if (CheckRelations)
                {
                    Assert.That(string.CompareOrdinal(Of(As + "published"), from), Is.GreaterThanOrEqualTo(0));
                    if (before is not null) Assert.That(string.CompareOrdinal(Of(As + "published"), before), Is.LessThan(0));
                }
                if (!_seen.Add(member)) continue;
                var state = quads.Where(q => q.Graph?.Value == member).Select(q => q with { Graph = null }).ToList();
                members.Add((Of(As + "published"), Of(RdfNames.Type)[As.Length..], Of(As + "object"), state));
            }
            var relations = quads.Where(q => q.Predicate.Value == Tree + "node").ToLookup(q => q.Object.Value, q => q.Subject.Value);
            foreach (var child in relations)
            {
                string? Bound(string type) => child.Where(r => quads.Any(q => q.Subject.Value == r && q.Object.Value == Tree + type))
                    .Select(r => quads.Single(q => q.Subject.Value == r && q.Predicate.Value == Tree + "value").Object.Value).SingleOrDefault();
                var (first, end) = (Bound("GreaterThanOrEqualToRelation"), Bound("LessThanRelation"));
                if (CheckRelations) Assert.That(string.CompareOrdinal(first, from), Is.GreaterThanOrEqualTo(0), "a child lies within its parent");
                await VisitAsync(host, new Uri(child.Key).PathAndQuery, first, end, members);
            }
        }
    }
}
