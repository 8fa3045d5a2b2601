using System.Text;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest;

public sealed class HarvestFilesTests
{
    private FakePortal _portal = null!;
    private TempCatalog _catalog = null!;

    [SetUp]
    public async Task Start()
    {
        _portal = await FakePortal.StartAsync();
        _catalog = new TempCatalog(Limits.Default with { StallTimeout = TimeSpan.FromSeconds(0.5), MaxFileBytes = 1_000_000 });
    }

    [TearDown]
    public async Task Stop()
    {
        _catalog.Dispose();
        await _portal.DisposeAsync();
    }

    [Test]
    public async Task FirstRun_StoresTheBytesAsTheyAre()
    {
        _portal["/0.csv"] = FakeAnswer.Text("a,b\r\n1,ñ\r\n") with { Gzip = true };

        var run = await HarvestAsync(1);

        var version = Versions(0).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.FilesStored, run.FilesUnchanged, run.FilesFailed), Is.EqualTo((1, 0, 0)));
            Assert.That(File.ReadAllText(_catalog.Store.PathOf(version.Sha256)), Is.EqualTo("a,b\r\n1,ñ\r\n"));
            Assert.That((version.Number, version.Size, version.MediaType, version.FileName), Is.EqualTo((1, 11L, "text/csv", "0.csv")));
            Assert.That(CheckOf(0).Code, Is.EqualTo(FileCheck.Ok));
        }
    }

    [TestCase("\"v1\"", null)]
    [TestCase(null, "Mon, 02 Mar 2026 10:00:00 GMT")]
    [TestCase(null, null)]
    public async Task SecondRun_FindsThemUnchanged(string? etag, string? lastModified)
    {
        _portal["/0.csv"] = FakeAnswer.Text("a") with { ETag = etag, LastModified = lastModified };
        await HarvestAsync(1);
        var before = _catalog.Changes.Latest();

        var run = await HarvestAsync(1);
        var third = await HarvestAsync(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.FilesStored, run.FilesUnchanged), Is.EqualTo((0, 1)));
            Assert.That((third.FilesStored, third.FilesUnchanged), Is.EqualTo((0, 1)), "an answer without a body keeps the validators");
            Assert.That(_portal.Requests.Where(r => r.Path == "/0.csv").Skip(1).Select(r => r.Headers.ContainsKey("If-None-Match") || r.Headers.ContainsKey("If-Modified-Since")),
                Is.All.EqualTo(etag is not null || lastModified is not null));
            Assert.That((Versions(0).Count, _catalog.Changes.Latest()), Is.EqualTo((1, before)));
        }
    }

    [Test]
    public async Task ChangedBytes_AreANewVersionOfTheSameRevision()
    {
        _portal["/0.csv"] = FakeAnswer.Text("one") with { ETag = "\"1\"" };
        await HarvestAsync(1);
        var before = _catalog.Changes.Latest();
        _portal["/0.csv"] = FakeAnswer.Text("two") with { ETag = "\"2\"" };

        var run = await HarvestAsync(1);

        var change = _catalog.Changes.ReadAfter(before, 10).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Changed, run.FilesStored), Is.EqualTo((0, 1)));
            Assert.That((change.Kind, change.DatasetId, change.Revision), Is.EqualTo((ChangeKind.File, Dataset(0).Id, 1)));
            Assert.That(Dataset(0).Revision, Is.EqualTo(1));
            Assert.That(Versions(0).Select(v => (v.Number, File.ReadAllText(_catalog.Store.PathOf(v.Sha256)))), Is.EqualTo(new[] { (2, "two"), (1, "one") }));
        }
    }

    [Test]
    public async Task BytesThatComeBack_AreAVersionAgain_StoredOnce()
    {
        foreach (var text in new[] { "one", "two", "one" })
        {
            _portal["/0.csv"] = FakeAnswer.Text(text);
            await HarvestAsync(1);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Versions(0).Select(v => v.Number), Is.EqualTo(new[] { 3, 2, 1 }));
            Assert.That(StoredFiles(), Has.Length.EqualTo(2));
        }
    }

    [Test]
    public async Task FailingDownload_KeepsTheLastGoodCopy_AndSaysWhy(
        [Values("500", "404", "304", "206", "cut", "stall", "too large", "bad gzip", "redirect")] string fault)
    {
        _portal["/0.csv"] = FakeAnswer.Text("good");
        _portal["/1.csv"] = FakeAnswer.Text("other");
        await HarvestAsync(2);
        var (bad, code) = fault switch
        {
            "cut" => (FakeAnswer.Text(new string('x', 5000)) with { CutAfter = 100, Chunked = true }, FetchCodes.Unreachable),
            "stall" => (FakeAnswer.Text(new string('x', 5000)) with { StallAfter = 100 }, FetchCodes.Timeout),
            "too large" => (FakeAnswer.Text(new string('x', 1_000_001)), FetchCodes.TooLarge),
            "bad gzip" => (FakeAnswer.Text("plain") with { Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" } }, FetchCodes.Unreachable),
            "redirect" => (FakeAnswer.Redirect("http://10.0.0.1/"), FetchCodes.PrivateAddress),
            _ => (FakeAnswer.Text("Oops") with { Status = int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture) }, FetchCodes.HttpStatus),
        };
        _portal["/0.csv"] = bad;

        var run = await HarvestAsync(2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.FilesFailed, run.FilesUnchanged), Is.EqualTo((RunStatus.Done, 1, 1)));
            Assert.That(CheckOf(0).Code, Is.EqualTo(code));
            Assert.That(CheckOf(0).Message, Is.Not.Empty);
            Assert.That(_catalog.Files.Failures("ciudad", 10).Select(f => f.DistributionId), Is.EqualTo(new[] { Distribution(0).Id }));
            Assert.That(File.ReadAllText(_catalog.Store.PathOf(Versions(0).Single().Sha256)), Is.EqualTo("good"));
            Assert.That(Incoming(), Is.Empty);
        }
        _portal["/0.csv"] = FakeAnswer.Text("good");
        var next = await HarvestAsync(2);
        Assert.That((next.FilesFailed, next.FilesUnchanged, CheckOf(0).Code), Is.EqualTo((0, 2, FileCheck.Ok)));
    }

    [Test]
    public async Task FileGoneFromTheStore_IsFetchedAgain()
    {
        _portal["/0.csv"] = FakeAnswer.Text("a") with { ETag = "\"1\"" };
        await HarvestAsync(1);
        var path = _catalog.Store.PathOf(Versions(0).Single().Sha256);
        File.Delete(path);

        await HarvestAsync(1);

        Assert.That((File.Exists(path), Versions(0).Count), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task EqualBytesAtTwoAddresses_AreStoredOnce()
    {
        _portal["/0.csv"] = _portal["/1.csv"] = FakeAnswer.Text("the same");

        await HarvestAsync(2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Versions(0).Single().Sha256, Is.EqualTo(Versions(1).Single().Sha256));
            Assert.That(StoredFiles(), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task RunWithoutFiles_FetchesNone()
    {
        _portal["/0.csv"] = FakeAnswer.Text("a");

        await _catalog.HarvestAsync(Given(1), files: false);

        Assert.That((_portal.Requests.Count, StoredFiles().Length), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task StoppedDownload_LeavesNoFile_AndTheRunIsInterrupted()
    {
        _catalog.Dispose();
        _catalog = new TempCatalog();
        _portal["/0.csv"] = FakeAnswer.Text(new string('x', 500_000)) with { StallAfter = 300_000 };
        using var stop = new CancellationTokenSource();
        var source = Given(1);
        var run = _catalog.Pipeline(_catalog.ConfigOf(source)).RunAsync(source, new() { Trigger = "test" }, _ => { }, stop.Token);
        for (var tries = 0; Incoming().Length == 0 && tries < 500; tries++) await Task.Delay(20);
        Assert.That(Incoming(), Is.Not.Empty, "it was under way");

        await stop.CancelAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
            Assert.That((Incoming().Length, StoredFiles().Length), Is.EqualTo((0, 0)));
            Assert.That(_catalog.Runs.Latest()["ciudad"].Status, Is.EqualTo(RunStatus.Interrupted));
        }
    }

    [TestCase("attachment; filename=\"datos 2026.csv\"", "datos 2026.csv")]
    [TestCase("attachment; filename*=UTF-8''a%C3%B1o.csv", "año.csv")]
    [TestCase("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [TestCase("attachment; filename=\"..\\\\..\\\\boot.ini\"", "boot.ini")]
    [TestCase("attachment; filename*=UTF-8''a%0D%0ASet-Cookie%3Ax.csv", "aSet-Cookie:x.csv")]
    [TestCase("attachment; filename=\"..\"", null)]
    [TestCase("attachment", "0.csv")]
    public async Task NameGivenByTheServer_IsOnlyAName(string disposition, string? name)
    {
        _portal["/0.csv"] = FakeAnswer.Text("a") with { Headers = new Dictionary<string, string> { ["Content-Disposition"] = disposition } };

        await HarvestAsync(1);

        Assert.That(Versions(0).Single().FileName, Is.EqualTo(name ?? Distribution(0).Id.ToString("N")));
    }

    [Test]
    public async Task Mirror_IsReadInPlaceOfTheNetwork()
    {
        _catalog.Write("mirror/datos del año/0.csv", "mirrored");
        var source = Given(1, n => $"/datos%20del%20a%C3%B1o/{n}.csv") with { Mirrors = [new Mirror(_portal.At("/").ToString(), _catalog.Combine("mirror"))] };

        var first = await _catalog.HarvestAsync(source, files: true);
        var second = await _catalog.HarvestAsync(source, files: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.FilesStored, second.FilesStored, second.FilesUnchanged), Is.EqualTo((1, 0, 1)));
            Assert.That(_portal.Requests, Is.Empty);
            Assert.That((Versions(0).Single().FileName, Versions(0).Single().SourceUrl), Is.EqualTo(("0.csv", _portal.At("/datos%20del%20a%C3%B1o/0.csv").AbsoluteUri)));
        }
    }

    [TestCase("/..%2Fsecret.csv", FetchCodes.OutsideFolder)]
    [TestCase("/%2e%2e%2fsecret.csv", FetchCodes.OutsideFolder)]
    [TestCase("/%2Fetc%2Fhosts", FetchCodes.OutsideFolder)]
    [TestCase("/a%00.csv", FetchCodes.OutsideFolder)]
    [TestCase("/missing.csv", FetchCodes.FileMissing)]
    [TestCase("/folder", FetchCodes.FileMissing)]
    public async Task AddressThatLeadsOutOfTheMirror_IsRefused_AndTheOthersAreRead(string path, string code)
    {
        _catalog.Write("secret.csv", "secret");
        _catalog.Write("mirror/1.csv", "public");
        _catalog.Write("mirror/folder/x.csv", "x");
        var source = Given(2, n => n == 0 ? path : "/1.csv") with { Mirrors = [new Mirror(_portal.At("/").ToString(), _catalog.Combine("mirror"))] };

        var run = await _catalog.HarvestAsync(source, files: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.FilesStored, run.FilesFailed), Is.EqualTo((RunStatus.Done, 1, 1)), run.Message);
            Assert.That(CheckOf(0).Code, Is.EqualTo(code));
        }
    }

    private Task<HarvestRun> HarvestAsync(int datasets) => _catalog.HarvestAsync(Given(datasets), files: true);

    /// <summary>A local data.json whose files are on the portal.</summary>
    private HarvestSource Given(int datasets, Func<int, string>? path = null)
    {
        var text = new StringBuilder(Some.DataJson(datasets));
        for (var n = 0; n < datasets; n++) text.Replace($"https://datos.example/{n}.csv", $"http://127.0.0.1:{_portal.Port}{path?.Invoke(n) ?? $"/{n}.csv"}");
        return Some.DataJsonSource(_catalog.Write("data.json", text.ToString())) with { AllowPrivateHosts = ["127.0.0.1"] };
    }

    private StoredDataset Dataset(int n) => _catalog.Datasets.FindBySlug($"conjunto-{n}")!;

    private Distribution Distribution(int n) => Dataset(n).Dataset.Distributions.Single();

    private IReadOnlyList<FileVersion> Versions(int n) => _catalog.Files.Versions(Distribution(n).Id);

    private FileCheck CheckOf(int n) => _catalog.Files.Checks(Dataset(n).Id)[Distribution(n).Id];

    private string[] Incoming() => Directory.GetFiles(Path.Combine(_catalog.DataFolder, "files", "incoming"));

    private string[] StoredFiles() => Directory.GetFiles(Path.Combine(_catalog.DataFolder, "files"), "*", SearchOption.AllDirectories);
}
