using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Tests.Core.Formats;
using Catalog.Tests.Support;

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
}
