using Catalog.Core.Rdf;
using CsCheck;

namespace Catalog.Tests.Core.Formats;

/// <summary>What this catalog publishes as DCAT, a catalog like it reads back, property by property.</summary>
public sealed class DcatRoundTripTests
{
    [Test]
    public void AnyDataset_ComesBackFromTheFeed() => SomeDatasets.Any.Sample(published =>
    {
        var catalog = SomePublished.Catalog;
        var read = RoundTrip.Of(catalog, published);
        return read.Dataset is not null && RoundTrip.Comparable(read.Dataset, catalog) == RoundTrip.Comparable(RoundTrip.Expected(published, catalog), catalog);
    }, iter: 2000, print: published => Catalog.Core.Storage.DatasetJson.Write(published.Dataset));

    [Test]
    public void AnyDataset_ComesBackThroughEverySyntax([Values] RdfSyntax syntax) => SomeDatasets.Any.Sample(published =>
    {
        var catalog = SomePublished.Catalog;
        var read = RoundTrip.Of(catalog, published, syntax).GetAwaiter().GetResult();
        return read.Dataset is not null && RoundTrip.Comparable(read.Dataset, catalog) == RoundTrip.Comparable(RoundTrip.Expected(published, catalog), catalog);
    }, iter: 150, print: published => Catalog.Core.Storage.DatasetJson.Write(published.Dataset));

    [Test]
    public void HostileDataset_IsReadWithoutHarm([Values] RdfSyntax syntax) =>
        Assert.That(async () => await RoundTrip.Of(SomePublished.Catalog, SomePublished.Hostile, syntax), Throws.Nothing);
}
