using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Formats;

/// <summary>
/// Whole documents, kept: a change of an export shows in review as what it is. UPDATE_GOLDEN=1 writes them anew; they
/// are then to be validated again with the profiles' own schemas.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(Fixtures.RepositoryRoot, "Catalog.Tests", "Core", "Formats", "golden");

    private static IEnumerable<TestCaseData> Cases()
    {
        foreach (var (name, catalog, dataset) in new (string, DataCatalog, PublishedDataset)[]
                 {
                     ("rich", SomePublished.Catalog, SomePublished.Rich),
                     ("minimal", SomePublished.Catalog, SomePublished.Minimal),
                     ("bare", SomePublished.BareCatalog, SomePublished.Minimal),
                     ("hostile", SomePublished.Catalog, SomePublished.Hostile),
                 })
        {
            yield return new TestCaseData($"{name}.ttl", () => Documents.Turtle(catalog, dataset)).SetArgDisplayNames($"{name}.ttl");
            yield return new TestCaseData($"{name}.jsonld", () => Documents.JsonLd(catalog, dataset)).SetArgDisplayNames($"{name}.jsonld");
            yield return new TestCaseData($"{name}.rdf", () => Documents.RdfXml(catalog, dataset)).SetArgDisplayNames($"{name}.rdf");
            yield return new TestCaseData($"{name}.data.json", () => Documents.DataJson(catalog, DataJsonProfile.DcatUs, dataset)).SetArgDisplayNames($"{name}.data.json");
            yield return new TestCaseData($"{name}.ar.data.json", () => Documents.DataJson(catalog, DataJsonProfile.Argentina, dataset)).SetArgDisplayNames($"{name}.ar.data.json");
            yield return new TestCaseData($"{name}.schema-org.json", () => Task.FromResult(SchemaOrg.Dataset(dataset, catalog, "es") + "\n")).SetArgDisplayNames($"{name}.schema-org.json");
        }
        yield return new TestCaseData("rich.dataset.ttl", () => Documents.DatasetTurtle(SomePublished.Catalog, SomePublished.Rich)).SetArgDisplayNames("rich.dataset.ttl");
        yield return new TestCaseData("hostile.nt", () => Documents.NTriples(SomePublished.Catalog, SomePublished.Hostile)).SetArgDisplayNames("hostile.nt");
        yield return new TestCaseData("rich.feed.trig", () => Documents.EventPage(SomePublished.Catalog, SomePublished.Rich)).SetArgDisplayNames("rich.feed.trig");
        yield return new TestCaseData("catalog.schema-org.json", () => Task.FromResult(SchemaOrg.DataCatalog(SomePublished.Catalog, "es") + "\n")).SetArgDisplayNames("catalog.schema-org.json");
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Document_EqualsTheOneKept(string file, Func<Task<string>> write)
    {
        var path = Path.Combine(Folder, file);
        var text = await write();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") await File.WriteAllTextAsync(path, text);
        Assert.That(text, Is.EqualTo(await File.ReadAllTextAsync(path)));
    }
}
