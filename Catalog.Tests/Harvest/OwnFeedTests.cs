using System.Net;
using System.Net.Sockets;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Tests.Core.Formats;
using Catalog.Tests.Support;
using Catalog.Tests.Web;

namespace Catalog.Tests.Harvest;

/// <summary>The sample city's catalog, published as DCAT and harvested into an empty one: every dataset is the same there.</summary>
public sealed class OwnFeedTests
{
    [Test]
    public async Task HarvestOfOurOwnFeed_GivesEqualDatasetsInEverySyntax()
    {
        var config = HarvestConfigLoader.Load(Path.Combine(Fixtures.Samples, "harvest.yaml")).Config!;
        using var city = new TempCatalog();
        foreach (var source in config.Sources)
            await city.Pipeline(config).RunAsync(source, new() { Trigger = "test" }, _ => { }, CancellationToken.None);
        var published = new PublishedDatasets(city.Database).Stream().ToList();
        Assert.That(published, Has.Count.GreaterThan(50));
        foreach (var syntax in new[] { RdfSyntax.Turtle, RdfSyntax.RdfXml, RdfSyntax.JsonLd, RdfSyntax.NTriples })
        {
            using var other = new TempCatalog();
            var path = other.Combine("feed." + syntax.Extension());
            await WriteAsync(path, syntax, config.Catalog, published);
            var feed = new HarvestSource { Id = "feed", Type = SourceType.Dcat, Url = path, Language = "es" };

            var run = await other.Pipeline(config with { Sources = [feed] }).RunAsync(feed, new() { Trigger = "test", Files = false }, _ => { }, CancellationToken.None);

            Assert.That((run!.Status, run.Added, run.Rejected), Is.EqualTo((RunStatus.Done, published.Count, 0)), $"{syntax}: {run.Message}");
            var back = new PublishedDatasets(other.Database).Stream().ToDictionary(p => p.Dataset.Identifier);
            foreach (var dataset in published)
                Assert.That(Comparable(back[dataset.Dataset.Identifier], back[dataset.Dataset.Identifier].Dataset, config.Catalog),
                    Is.EqualTo(Comparable(dataset, RoundTrip.Expected(dataset, config.Catalog), config.Catalog)), $"{syntax} {dataset.Slug}");
            var again = await other.Pipeline(config with { Sources = [feed] }).RunAsync(feed, new() { Trigger = "test", Files = false }, _ => { }, CancellationToken.None);
            Assert.That((again!.Changed, again.Unchanged), Is.EqualTo((0, published.Count)));
        }
    }

    /// <summary>The real server, page after page, as a harvester of another city meets it.</summary>
    [TestCase("ttl")]
    [TestCase("rdf")]
    [TestCase("jsonld")]
    public async Task HarvestOfOurOwnPages_GivesEqualDatasets(string extension)
    {
        var url = FreeAddress();
        var sample = HarvestConfigLoader.Load(Path.Combine(Fixtures.Samples, "harvest.yaml")).Config!;
        // Links between pages are made of the public address, so it has to be the one that is served.
        var config = sample with { Catalog = sample.Catalog with { Url = url } };
        using var city = new TempCatalog();
        foreach (var source in config.Sources)
            await city.Pipeline(config).RunAsync(source, new() { Trigger = "test" }, _ => { }, CancellationToken.None);
        await using var host = await PortalHost.StartAsync(config, city.DataFolder, city.Time, url: url);
        var published = new PublishedDatasets(city.Database).Stream().ToList();
        using var other = new TempCatalog();
        var feed = new HarvestSource { Id = "feed", Type = SourceType.Dcat, Url = $"{url}/catalog.{extension}?page=1&page_size=20", Language = "es", AllowPrivateHosts = ["127.0.0.1"] };

        var run = await other.Pipeline(config with { Sources = [feed] }).RunAsync(feed, new() { Trigger = "test", Files = false }, _ => { }, CancellationToken.None);

        Assert.That((run!.Status, run.Added, run.Rejected), Is.EqualTo((RunStatus.Done, published.Count, 0)), run.Message);
        var back = new PublishedDatasets(other.Database).Stream().ToDictionary(p => p.Dataset.Identifier);
        using (Assert.EnterMultipleScope())
        {
            foreach (var dataset in published)
                Assert.That(Comparable(back[dataset.Dataset.Identifier], back[dataset.Dataset.Identifier].Dataset, config.Catalog),
                    Is.EqualTo(Comparable(dataset, RoundTrip.Expected(dataset, config.Catalog), config.Catalog)), dataset.Slug);
        }
    }

    /// <summary>The publisher is a body of the config in both catalogs; under which spelling a source named it is the source's.</summary>
    private static string Comparable(PublishedDataset published, Dataset dataset, DataCatalog catalog) =>
        $"{published.PublisherId} {string.Join(',', published.Dataset.Sectors.Order(StringComparer.Ordinal))} {RoundTrip.Comparable(dataset with { Publisher = null }, catalog)}";

    private static async Task WriteAsync(string path, RdfSyntax syntax, DataCatalog catalog, IEnumerable<PublishedDataset> datasets)
    {
        await using var file = File.Create(path);
        var sink = RoundTrip.Writer(file, syntax);
        var feed = new DcatAp(sink, catalog);
        feed.WriteCatalog();
        foreach (var dataset in datasets)
        {
            feed.WriteDataset(dataset);
            await sink.FlushAsync(CancellationToken.None);
        }
        await sink.CompleteAsync(CancellationToken.None);
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
