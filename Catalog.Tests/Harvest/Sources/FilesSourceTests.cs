using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Sources;

public sealed class FilesSourceTests
{
    private FakePortal _portal = null!;
    private TempCatalog _catalog = null!;

    [SetUp]
    public async Task Start()
    {
        _portal = await FakePortal.StartAsync();
        _catalog = new TempCatalog();
    }

    [TearDown]
    public async Task Stop()
    {
        _catalog.Dispose();
        await _portal.DisposeAsync();
    }

    [Test]
    public async Task DatasetOfTheConfig_HasItsFilesFromHereAndFromTheNetwork()
    {
        _portal["/red.csv"] = FakeAnswer.Text("from afar");
        _catalog.Write("data/subte.csv", "a");

        var run = await HarvestAsync("data/subte.csv", _portal.At("/red.csv").ToString());

        var dataset = _catalog.Datasets.FindBySlug("subte")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Added, run.FilesStored, run.FilesFailed), Is.EqualTo((RunStatus.Done, 1, 2, 0)));
            Assert.That(dataset.Dataset.Distributions.Select(d => d.DownloadUrl), Is.EqualTo(new[] { "data/subte.csv", _portal.At("/red.csv").ToString() }));
            Assert.That(dataset.Dataset.Distributions.SelectMany(d => _catalog.Files.Versions(d.Id)).Select(v => File.ReadAllText(_catalog.Store.PathOf(v.Sha256))), Is.EqualTo(new[] { "a", "from afar" }));
        }
    }

    [Test]
    public async Task PlaceOnThisMachine_IsNowhereInWhatIsStored()
    {
        var path = _catalog.Write("data/subte.csv", "a");

        await HarvestAsync(path);

        var said = await Published.EverythingSaidAsync(_catalog, "config");
        Assert.That(said, Does.Contain("data/subte.csv").And.Not.Contain(Path.GetFileName(_catalog.Combine("").TrimEnd('/'))));
    }

    [Test]
    public async Task DatasetOfTheConfig_IsTheSameInEveryFolder()
    {
        using var other = new TempCatalog();
        _catalog.Write("data/subte.csv", "a");
        other.Write("data/subte.csv", "a");

        await HarvestAsync(_catalog.Combine("data", "subte.csv"));
        await other.HarvestAsync(SourceOf(other.Combine("data", "subte.csv")), files: true);

        Assert.That(other.Datasets.FindDocument(other.Datasets.FindBySlug("subte")!.Id), Is.EqualTo(_catalog.Datasets.FindDocument(_catalog.Datasets.FindBySlug("subte")!.Id)));
    }

    [Test]
    public async Task MissingLocalFile_IsAFailureOfThatFileAlone()
    {
        _catalog.Write("data/subte.csv", "a");

        var run = await HarvestAsync("data/subte.csv", "data/gone.csv");

        var dataset = _catalog.Datasets.FindBySlug("subte")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.FilesStored, run.FilesFailed), Is.EqualTo((RunStatus.Done, 1, 1)));
            Assert.That(_catalog.Files.Checks(dataset.Id)[dataset.Dataset.Distributions[1].Id].Code, Is.EqualTo(FetchCodes.FileMissing));
        }
    }

    [Test]
    public async Task FileThatGoesMissing_KeepsItsLastCopy()
    {
        var path = _catalog.Write("data/subte.csv", "a");
        await HarvestAsync("data/subte.csv");
        File.Delete(path);

        var run = await HarvestAsync("data/subte.csv");

        var distribution = _catalog.Datasets.FindBySlug("subte")!.Dataset.Distributions.Single();
        Assert.That((run.FilesFailed, _catalog.Store.Contains(_catalog.Files.Versions(distribution.Id).Single().Sha256)), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task LinkOutOfTheConfigsFolder_GivesNoFile()
    {
        using var elsewhere = new TempFolder();
        Directory.CreateDirectory(_catalog.Combine("data"));
        File.CreateSymbolicLink(_catalog.Combine("data", "subte.csv"), elsewhere.Write("secret.csv", "secret"));

        var run = await HarvestAsync("data/subte.csv");

        Assert.That((run.FilesStored, run.FilesFailed), Is.EqualTo((0, 1)));
    }

    private Task<HarvestRun> HarvestAsync(params string[] urls) => _catalog.HarvestAsync(SourceOf(urls), files: true);

    private static HarvestSource SourceOf(params string[] urls) => new()
    {
        Id = "config",
        Type = SourceType.Files,
        Publisher = "gobierno",
        Language = "es",
        AllowPrivateHosts = ["127.0.0.1"],
        Datasets =
        [
            new InlineDataset($$"""
                { "identifier": "subte", "title": "Subte", "description": "Viajes", "files": [ {{string.Join(", ", urls.Select(url => $"{{ \"url\": \"{url}\", \"title\": \"Datos\" }}"))}} ] }
                """, 1),
        ],
    };
}
