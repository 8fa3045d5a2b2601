using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest;

/// <summary>The catalogs that real portals publish, harvested whole.</summary>
public sealed class RealCatalogTests
{
    [Test]
    public async Task CityPortal_PublishesAllDatasetsAndNamesTheBadUrls()
    {
        var source = Some.DataJsonSource(Fixtures.Path("buenos-aires", "buenos-aires-data.data.json"));
        using var catalog = new TempCatalog();

        var run = await catalog.HarvestAsync(source);

        Assert.Multiple(() =>
        {
            Assert.That(run.Status, Is.EqualTo(RunStatus.Done), run.Message);
            Assert.That(run.Added, Is.EqualTo(383));
            Assert.That(run.Conforming, Is.EqualTo(377));
            Assert.That(catalog.Datasets.Count(), Is.EqualTo(383));
        });
        var wrong = catalog.Objects.List(source.Id, onlyWithFindings: true, 0, 1000).Where(o => !o.Conforms).ToList();
        var urls = wrong.SelectMany(o => o.Findings).Where(f => f is { Code: FindingCodes.BadUrl, Severity: Severity.Error }).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(wrong, Has.Count.EqualTo(6));
            Assert.That(urls.Count(f => f.Pointer.EndsWith("/downloadURL", StringComparison.Ordinal)), Is.EqualTo(12));
            Assert.That(urls.Select(f => f.Value), Has.All.Contain(" "));
            Assert.That(wrong.SelectMany(o => o.Findings).Count(f => f.Code == FindingCodes.RequiredProperty && f.Message.In("en").Contains("downloadURL", StringComparison.Ordinal)), Is.EqualTo(1));
        });

        var second = await catalog.HarvestAsync(source);
        Assert.That((second.Added, second.Changed, second.Removed, second.Unchanged, second.Conforming), Is.EqualTo((0, 0, 0, 383, 377)));
        Assert.That(catalog.Changes.Latest(), Is.EqualTo(383));
    }

    [Test]
    public async Task MinistryOfJustice_HasOneProfileErrorATitleTooLong()
    {
        var source = Some.DataJsonSource(Fixtures.Path("argentina", "samples", "catalogo_justicia.json"));
        using var catalog = new TempCatalog();

        var run = await catalog.HarvestAsync(source);

        var errors = catalog.Objects.List(source.Id, onlyWithFindings: true, 0, 1000).SelectMany(o => o.Findings).Where(f => f.Severity >= Severity.Error).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(run.Added, Is.EqualTo(16));
            Assert.That(catalog.Datasets.StreamAll().Sum(d => d.Dataset.Distributions.Count), Is.EqualTo(56));
            Assert.That(errors.Select(f => (f.Code, f.Pointer)), Is.EqualTo(new[] { (FindingCodes.TooLong, "/title") }));
            Assert.That(DatasetJson.ReadFindings(run.CatalogFindings), Is.Empty);
        });
        var second = await catalog.HarvestAsync(source);
        Assert.That((second.Added, second.Changed, second.Removed), Is.EqualTo((0, 0, 0)));
    }
}
