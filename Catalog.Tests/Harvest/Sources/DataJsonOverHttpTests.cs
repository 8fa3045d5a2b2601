using System.Text;
using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;
using Catalog.Harvest.Sources;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Sources;

public sealed class DataJsonOverHttpTests
{
    private FakePortal _portal = null!;
    private TempCatalog _catalog = null!;

    [SetUp]
    public async Task Start()
    {
        _portal = await FakePortal.StartAsync();
        _catalog = new TempCatalog(Limits.Default with { StallTimeout = TimeSpan.FromSeconds(0.5) });
    }

    [TearDown]
    public async Task Stop()
    {
        _catalog.Dispose();
        await _portal.DisposeAsync();
    }

    [Test]
    public async Task WholeDocument_IsHarvested([Values] bool gzip, [Values] bool chunked)
    {
        Serve(Some.DataJson(50), answer => answer with { Gzip = gzip, Chunked = chunked });

        var run = await _catalog.HarvestAsync(Source());

        Assert.That((run.Status, run.Gathered, run.Added, _catalog.Datasets.Count()), Is.EqualTo((RunStatus.Done, 50, 50, 50)));
    }

    [Test]
    public async Task BrokenTransfer_FailsAndChangesNothing_AndTheNextRunRecovers(
        [Values("cut", "chunked cut", "gzip cut", "stall", "500", "404", "202", "html", "empty", "redirect circle")] string fault)
    {
        Serve(Some.DataJson(20));
        await _catalog.HarvestAsync(Source());
        var before = _catalog.Changes.Latest();
        Serve(Some.DataJson(20), answer => fault switch
        {
            "cut" => answer with { CutAfter = answer.Body.Length / 2 },
            "chunked cut" => answer with { CutAfter = answer.Body.Length / 2, Chunked = true },
            "gzip cut" => answer with { CutAfter = 200, Gzip = true, Chunked = true },
            "stall" => answer with { StallAfter = answer.Body.Length / 2 },
            "html" => FakeAnswer.Text("<html>Sitio en mantenimiento</html>", "text/html"),
            "empty" => answer with { Body = [] },
            "redirect circle" => FakeAnswer.Redirect("/data.json"),
            _ => answer with { Status = int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture) },
        });

        var run = await _catalog.HarvestAsync(Source());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Code), Is.EqualTo((RunStatus.Failed, fault is "html" or "empty" ? GatherCodes.MalformedJson : GatherCodes.FetchFailed)));
            Assert.That((_catalog.Datasets.Count(), _catalog.Changes.Latest()), Is.EqualTo((20, before)));
            Assert.That(Directory.GetFiles(Path.Combine(_catalog.DataFolder, "temp")).Select(Path.GetFileName), Has.None.Contains("document"));
        }
        Serve(Some.DataJson(21));
        var next = await _catalog.HarvestAsync(Source());
        Assert.That((next.Status, next.Added, next.Unchanged), Is.EqualTo((RunStatus.Done, 1, 20)));
    }

    [Test]
    public async Task DocumentCutInARecord_ButSentWhole_IsMalformed()
    {
        Serve(Some.DataJson(20)[..2000]);

        var run = await _catalog.HarvestAsync(Source());

        Assert.That((run.Status, run.Code, _catalog.Datasets.Count()), Is.EqualTo((RunStatus.Failed, GatherCodes.MalformedJson, 0)));
    }

    [Test]
    public async Task TooLargeDocument_IsRefused([Values] bool local)
    {
        using var small = new TempCatalog(Limits.Default with { MaxCatalogBytes = 10_000 });
        Serve(Some.DataJson(100));

        var run = await small.HarvestAsync(local ? Some.DataJsonSource(small.Write("data.json", Some.DataJson(100))) : Source());

        Assert.That((run.Status, run.Code), Is.EqualTo((RunStatus.Failed, GatherCodes.DocumentTooLarge)));
    }

    [Test]
    public async Task MembersBesideTheList_LargerThanOneRecordMayBe_AreRefused([Values] bool one)
    {
        using var small = new TempCatalog(Limits.Default with { MaxRecordBytes = 4000 });
        var more = one ? $"\"x\": \"{new string('x', 5000)}\"" : string.Join(",", Enumerable.Range(0, 500).Select(n => $"\"x{n}\": \"{n,10}\""));
        Serve($"{{ {more}, {Some.DataJson(1).TrimStart()[1..]}");

        var run = await small.HarvestAsync(Source());

        Assert.That((run.Status, run.Code), Is.EqualTo((RunStatus.Failed, GatherCodes.DocumentTooLarge)));
    }

    [Test]
    public async Task ManyMembersBesideTheList_AreRead()
    {
        Serve($"{{ {string.Join(",", Enumerable.Range(0, 50_000).Select(n => $"\"x{n}\": {n}"))}, {Some.DataJson(3).TrimStart()[1..]}");

        var run = await _catalog.HarvestAsync(Source());

        Assert.That((run.Status, run.Added), Is.EqualTo((RunStatus.Done, 3)));
    }

    [Test]
    public async Task Document_IsReadWhateverItsEncoding([Values("utf-8", "utf-8 mark", "utf-16 mark", "utf-16BE mark", "utf-16", "iso-8859-1")] string name)
    {
        var encoding = Encoding.GetEncoding(name.Split(' ')[0]);
        byte[] mark = name.EndsWith("mark", StringComparison.Ordinal) ? [.. encoding.Preamble] : [];
        _portal["/data.json"] = new FakeAnswer { Body = [.. mark, .. encoding.GetBytes(Some.DataJson(3).Replace("Conjunto 1", "Ñandú", StringComparison.Ordinal))] };

        var run = await _catalog.HarvestAsync(Source());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Added), Is.EqualTo((RunStatus.Done, 3)));
            Assert.That(_catalog.Datasets.FindBySlug("nandu")?.Dataset.Title.In("es"), Is.EqualTo("Ñandú"));
        }
    }

    [Test]
    public async Task MembersNamedInAnOldCodePage_AreNoReasonToFail()
    {
        _portal["/data.json"] = new FakeAnswer { Body = Encoding.Latin1.GetBytes(Some.DataJson(1).Replace("\"title\": \"Datos de la ciudad\"", "\"título\": \"x\", \"title\": \"Datos del año\"", StringComparison.Ordinal)) };

        var run = await _catalog.HarvestAsync(Source());

        Assert.That((run.Status, run.Added, run.Message), Is.EqualTo((RunStatus.Done, 1, (string?)null)));
    }

    [Test]
    public async Task List_MayStandAnywhere([Values(0, 1, 2)] int place)
    {
        var rest = new List<string> { """ "title": "Datos", "themeTaxonomy": [ { "id": "agua", "label": "Agua" } ] """, """ "description": "d", "publisher": { "name": "p" }, "superThemeTaxonomy": "http://x.example/t" """ };
        rest.Insert(place, $"\"dataset\": [ {Some.Dataset(1)}, {Some.Dataset(2)} ]");
        Serve($"{{ {string.Join(",", rest)} }}");

        var run = await _catalog.HarvestAsync(Source());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Added), Is.EqualTo((RunStatus.Done, 2)));
            Assert.That(DatasetJson.ReadFindings(run.CatalogFindings).Select(f => f.Code), Is.Empty);
        }
    }

    [TestCase("{}")]
    [TestCase("{ \"dataset\": {} }")]
    [TestCase("{ \"dataset\": null, \"title\": \"x\" }")]
    [TestCase("{ \"datasets\": [] }")]
    public async Task DocumentWithoutAList_IsRefused(string document)
    {
        Serve(document);

        var run = await _catalog.HarvestAsync(Source());

        Assert.That((run.Status, run.Code), Is.EqualTo((RunStatus.Failed, GatherCodes.NoDatasetList)));
    }

    [Test]
    public async Task MalformedDocument_IsToldWithItsLine()
    {
        var document = Some.DataJson(40).ReplaceLineEndings("\n");
        var at = document.IndexOf("\"identifier\": \"ds-30\"", StringComparison.Ordinal);
        Serve(document.Insert(at, "oops "));

        var run = await _catalog.HarvestAsync(Source());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.EqualTo(GatherCodes.MalformedJson));
            Assert.That(run.Message, Does.Contain($"line {document[..at].Count(c => c == '\n') + 1},"));
        }
    }

    [Test]
    public async Task OddRecord_NeverStopsTheOthers([Values(
        "{ \"identifier\": \"x\", \"title\": \"\\ud83d\", \"description\": \"d\", \"landingPage\": \"http://x.example\" }",
        "{ \"identifier\": \"x\", \"\\ude00\": \"d\" }",
        "{ \"identifier\": \"x\", \"title\": \"a\", \"title\": \"b\", \"identifier\": \"y\" }",
        "{ \"identifier\": \"\\u0000\", \"title\": \"\\u0000\" }",
        "{ \"identifier\": [\"x\"], \"distribution\": \"none\", \"publisher\": 3, \"title\": { } }",
        "{ \"identifier\": 1e999, \"title\": 99999999999999999999999999 }",
        "{ \"identifier\": \"x\", \"title\": 1e999, \"description\": -99999999999999999999999999, \"landingPage\": 0.1e-999 }",
        "[[[[]]]]", "\"text\"")] string odd)
    {
        Serve(Some.DataJson(2).Replace("\"dataset\": [", $"\"dataset\": [ {odd},", StringComparison.Ordinal));

        var run = await _catalog.HarvestAsync(Source());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Gathered), Is.EqualTo((RunStatus.Done, 3)), run.Message);
            Assert.That(_catalog.Datasets.FindBySlug("conjunto-1"), Is.Not.Null);
            Assert.That(run.Added + run.Rejected, Is.EqualTo(3));
        }
    }

    [Test]
    public async Task PlanMadeDuringAHarvest_DisturbsNeither()
    {
        var go = new TaskCompletionSource();
        Serve(Some.DataJson(5), answer => answer with { FirstByte = go.Task });

        var harvest = _catalog.HarvestAsync(Source());
        var plan = _catalog.Pipeline(_catalog.ConfigOf(Source())).PlanAsync(Source(), _ => { }, CancellationToken.None);
        go.SetResult();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await harvest).Added, Is.EqualTo(5));
            Assert.That((await plan).Plan?.Gathered, Is.EqualTo(5));
        }
    }

    [Test]
    public async Task LargeDocument_StreamsThroughLittleMemory()
    {
        // Written in pieces, so that the document itself is nowhere in memory.
        var path = _catalog.Write("large.json", "");
        await using (var writer = new StreamWriter(path))
        {
            await writer.WriteAsync("{ \"title\": \"t\", \"dataset\": [");
            for (var n = 0; n < 30_000; n++) await writer.WriteAsync($"{(n == 0 ? "" : ",")}{{ \"identifier\": \"{n}\", \"description\": \"{new string('x', 1000)}\" }}");
            await writer.WriteAsync("] }");
        }
        await using var file = File.OpenRead(path);
        var parts = new JsonListStream(file, "dataset", Limits.Default);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        var items = 0;

        while (await parts.NextAsync(CancellationToken.None) is { } part)
            if (part is JsonPart.Item && ++items % 5000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Is.EqualTo(30_000));
            Assert.That(file.Length, Is.GreaterThan(30_000_000));
            Assert.That(most, Is.LessThan(5_000_000));
        }
    }

    private void Serve(string document, Func<FakeAnswer, FakeAnswer>? but = null)
    {
        var answer = FakeAnswer.Text(document, "application/json");
        _portal["/data.json"] = but?.Invoke(answer) ?? answer;
    }

    private HarvestSource Source() => Some.DataJsonSource(_portal.At("/data.json").ToString()) with { AllowPrivateHosts = ["127.0.0.1"] };
}
