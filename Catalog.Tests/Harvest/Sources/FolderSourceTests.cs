using System.Text;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;
using Catalog.Harvest.Sources;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Sources;

public sealed class FolderSourceTests
{
    private TempCatalog _catalog = null!;

    [SetUp]
    public void Open() => _catalog = new TempCatalog();

    [TearDown]
    public void Close() => _catalog.Dispose();

    [Test]
    public async Task NestedPackages_AreDatasets_WithTheFilesBesideThem()
    {
        Package("camas", "Camas", """{ "name": "camas", "path": "camas.csv" }""");
        Package("2026/guardias", "Guardias", """{ "name": "guardias", "path": "data/guardias.csv" }""");
        _catalog.Write("source/camas/camas.csv", "a\n1\n");
        _catalog.Write("source/2026/guardias/data/guardias.csv", "b\n2\n");

        var run = await HarvestAsync();
        var again = await HarvestAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Added, run.FilesStored, run.FilesFailed), Is.EqualTo((RunStatus.Done, 2, 2, 0)));
            Assert.That((again.Unchanged, again.FilesStored, again.FilesUnchanged), Is.EqualTo((2, 0, 2)));
            Assert.That(Distributions("guardias").Single().DownloadUrl, Is.EqualTo("2026/guardias/data/guardias.csv"));
            Assert.That(TextOf(Distributions("guardias").Single().Id), Is.EqualTo("b\n2\n"));
        }
    }

    [Test]
    public async Task ChangedLocalFile_IsANewVersion()
    {
        Package("camas", "Camas", """{ "name": "camas", "path": "camas.csv" }""");
        var path = _catalog.Write("source/camas/camas.csv", "one");
        await HarvestAsync();
        File.WriteAllText(path, "two");
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));

        var run = await HarvestAsync();

        Assert.That((run.FilesStored, TextOf(Distributions("camas").Single().Id)), Is.EqualTo((1, "two")));
    }

    [Test]
    public async Task ChangedTargetOfALink_IsANewVersion()
    {
        Package("camas", "Camas", """{ "name": "camas", "path": "latest.csv" }""");
        var path = _catalog.Write("source/camas/v1.csv", "one");
        File.CreateSymbolicLink(_catalog.Combine("source", "camas", "latest.csv"), "v1.csv");
        await HarvestAsync();
        File.WriteAllText(path, "two and more");

        var run = await HarvestAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.FilesStored, TextOf(Distributions("camas").Single().Id)), Is.EqualTo((1, "two and more")));
            Assert.That(_catalog.Files.Versions(Distributions("camas").Single().Id)[0].FileName, Is.EqualTo("latest.csv"));
        }
    }

    [Test]
    public async Task FolderThatIsALinkOut_GivesNoFile()
    {
        _catalog.Write("private/secret.csv", "secret");
        Package("camas", "Camas", """{ "name": "camas", "path": "out/secret.csv" }""");
        Directory.CreateSymbolicLink(_catalog.Combine("source", "camas", "out"), _catalog.Combine("private"));

        var run = await HarvestAsync();

        var distribution = Distributions("camas").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.FilesStored, run.FilesFailed), Is.EqualTo((0, 1)));
            Assert.That(_catalog.Files.Checks(Dataset("camas").Id)[distribution.Id].Code, Is.EqualTo(FetchCodes.OutsideFolder));
        }
    }

    [TestCase("../otro/x.csv", true)]
    [TestCase("../../secret.csv", false)]
    [TestCase("/etc/hosts", false)]
    [TestCase("C:\\\\x.csv", false)]
    [TestCase("file:///etc/hosts", false)]
    public async Task PathOutOfTheFolder_IsRefusedWithAFinding(string path, bool inside)
    {
        _catalog.Write("secret.csv", "secret");
        _catalog.Write("source/otro/x.csv", "x");
        Package("camas", "Camas", $$"""{ "name": "camas", "path": "{{path}}" }, { "name": "fine", "path": "fine.csv" }""");
        _catalog.Write("source/camas/fine.csv", "fine");

        var run = await HarvestAsync();

        var findings = FindingsOf("camas").Where(f => f.Code == FindingCodes.NotUnderstood).Select(f => f.Pointer);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Added, run.FilesStored), Is.EqualTo((1, inside ? 2 : 1)));
            Assert.That(findings, Is.EqualTo(inside ? [] : new[] { "/resources/0/path" }));
        }
    }

    [Test]
    public async Task ListOfPaths_GivesEveryPart()
    {
        Package("camas", "Camas", """{ "name": "camas", "title": "Camas", "bytes": 7, "path": ["2025.csv", "2026.csv", "../../secret.csv"] }""");
        _catalog.Write("source/camas/2025.csv", "old");
        _catalog.Write("source/camas/2026.csv", "new");

        var run = await HarvestAsync();

        var parts = Distributions("camas");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.FilesStored, run.FilesFailed), Is.EqualTo((2, 0)));
            Assert.That(parts.Select(d => (d.Identifier, d.FileName, d.DownloadUrl)), Is.EqualTo(new (string?, string?, string?)[]
            {
                ("camas", "2025.csv", "camas/2025.csv"), (null, "2026.csv", "camas/2026.csv"), (null, "secret.csv", null),
            }));
            Assert.That(parts.Take(2).Select(d => TextOf(d.Id)), Is.EqualTo(new[] { "old", "new" }));
            Assert.That(FindingsOf("camas").Select(f => (f.Code, f.Pointer)), Has.Member((FindingCodes.NotUnderstood, "/resources/0/path")));
        }
    }

    [Test]
    public async Task SinglePath_IsNoFaultOfForm()
    {
        Package("camas", "Camas", """{ "name": "camas", "path": "camas.csv" }""");

        await HarvestAsync();

        Assert.That(FindingsOf("camas").Select(f => f.Code), Has.No.Member(FindingCodes.ValueForList));
    }

    [Test]
    public async Task MembersOfVersionTwo_AreUnderstood()
    {
        _catalog.Write("source/camas/datapackage.json", """
            {
              "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
              "name": "camas", "title": "Camas", "description": "d", "version": "2.1.0", "created": "2026-01-02T03:04:05Z",
              "contributors": [ { "title": "Ministerio de Salud", "roles": ["publisher"] }, { "title": "Ana", "email": "ana@salud.example", "roles": ["contact"] } ],
              "licenses": [ { "name": "CC-BY-4.0" } ],
              "resources": [ { "name": "camas", "path": "camas.csv", "schema": { "fields": [ { "name": "n", "type": "integer", "title": "Número" } ] } } ]
            }
            """);

        await HarvestAsync();

        var dataset = Dataset("camas").Dataset;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((dataset.Publisher?.Id, dataset.License, dataset.Version), Is.EqualTo(("salud", "CC-BY-4.0", "2.1.0")));
            Assert.That(dataset.ContactPoints.Select(c => c.Email), Is.EqualTo(new[] { "ana@salud.example" }));
            Assert.That(dataset.Distributions.Single().Fields.Select(f => (f.Name, f.Type)), Is.EqualTo(new[] { ("n", "integer") }));
        }
    }

    [Test]
    public async Task OneUnreadablePackage_NeverStopsTheOthers_NorLosesItsLastRevision()
    {
        Package("camas", "Camas", """{ "name": "camas", "path": "camas.csv" }""");
        Package("otro", "Otro", """{ "name": "otro", "path": "otro.csv" }""");
        await HarvestAsync();
        _catalog.Write("source/tercero/datapackage.json", "{ not json");

        var run = await HarvestAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Unchanged, run.Rejected), Is.EqualTo((RunStatus.Done, 2, 1)));
            Assert.That(_catalog.Datasets.Count(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Package_IsReadWhateverItsEncoding([Values("utf-8", "utf-16", "utf-16BE", "iso-8859-1")] string name)
    {
        Directory.CreateDirectory(_catalog.Combine("source"));
        File.WriteAllText(_catalog.Combine("source", "datapackage.json"), PackageText("camas", "Ñandú", """{ "name": "camas", "path": "camas.csv" }"""), Encoding.GetEncoding(name));

        var run = await HarvestAsync();

        Assert.That((run.Added, Dataset("nandu").Dataset.Title.In("es")), Is.EqualTo((1, "Ñandú")));
    }

    [Test]
    public async Task RemovedFolder_IsARemoval_AndManyAreHeld()
    {
        foreach (var name in new[] { "a", "b", "c" }) Package(name, $"Paquete {name}", $$"""{ "name": "{{name}}", "path": "x.csv" }""");
        await HarvestAsync();
        Directory.Delete(_catalog.Combine("source", "c"), recursive: true);

        var one = await HarvestAsync();
        Directory.Delete(_catalog.Combine("source", "b"), recursive: true);
        Directory.Delete(_catalog.Combine("source", "a"), recursive: true);
        var all = await HarvestAsync();
        Directory.Delete(_catalog.Combine("source"));
        var none = await HarvestAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((one.Status, one.Removed), Is.EqualTo((RunStatus.Done, 1)));
            Assert.That((all.Status, all.Code, all.Removed), Is.EqualTo((RunStatus.Held, HoldCodes.EmptySource, 0)));
            Assert.That((none.Status, none.Code), Is.EqualTo((RunStatus.Failed, GatherCodes.SourceMissing)));
            Assert.That(none.Message, Does.Not.Contain(_catalog.Combine("")));
            Assert.That(_catalog.Datasets.Count(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task PlaceOnThisMachine_IsNowhereInWhatIsStored()
    {
        Package("camas", "Camas", """{ "name": "camas", "path": "camas.csv" }, { "name": "x", "path": "../../secret.csv" }""");
        _catalog.Write("source/camas/camas.csv", "a");

        await HarvestAsync();

        Assert.That(await Published.EverythingSaidAsync(_catalog, "carpeta"), Does.Contain("camas.csv").And.Not.Contain(Path.GetFileName(_catalog.Combine("").TrimEnd('/'))));
    }

    private Task<HarvestRun> HarvestAsync() => _catalog.HarvestAsync(
        new HarvestSource { Id = "carpeta", Type = SourceType.Folder, Url = _catalog.Combine("source"), Publisher = "salud", Language = "es" }, files: true);

    private void Package(string folder, string title, string resources) =>
        _catalog.Write($"source/{folder}/datapackage.json", PackageText(folder.Split('/')[^1], title, resources));

    private static string PackageText(string name, string title, string resources) => $$"""
        { "name": "{{name}}", "title": "{{title}}", "description": "Descripción", "licenses": [ { "name": "CC-BY-4.0" } ], "resources": [ {{resources}} ] }
        """;

    private StoredDataset Dataset(string slug) => _catalog.Datasets.FindBySlug(slug)!;

    private IReadOnlyList<Distribution> Distributions(string slug) => Dataset(slug).Dataset.Distributions;

    private IReadOnlyList<Finding> FindingsOf(string slug) => _catalog.Objects.OfDataset(Dataset(slug).Id)!.Findings;

    private string TextOf(Guid distribution) => File.ReadAllText(_catalog.Store.PathOf(_catalog.Files.Versions(distribution)[0].Sha256));
}
