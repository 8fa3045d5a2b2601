using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Drift;
using Catalog.Harvest;
using Catalog.Tests.Support;

namespace Catalog.Tests.Web;

/// <summary>What a package says of the table in a file while tables are read, held and replaced.</summary>
public sealed class PackageTableTests
{
    private const string Good = "codigo,monto,inicio\nA-1,10,2024-01-05\nA-2,20,2024-02-05\nA-3,30,2024-03-05\n";

    private TempCatalog _catalog = null!;

    [SetUp]
    public void Open() => _catalog = new TempCatalog();

    [TearDown]
    public void Close() => _catalog.Dispose();

    [Test]
    public async Task TableLoadedAfterTheFirstDownload_ChangesTagAndBytesTogether()
    {
        await OneFile.HarvestAsync(_catalog, Good, TablePolicy.Default);
        PortalHost host;
        // Whoever has the turn keeps the server from reading tables.
        using (HarvestLock.TryTake(_catalog.DataFolder, ".tables"))
        {
            host = await PortalHost.StartAsync(_catalog.ConfigOf(OneFile.Source(_catalog, TablePolicy.Default)), _catalog.DataFolder, _catalog.Time);
            Assert.That(await host.Service<TableUpdater>().CatchUpAsync((_, _) => { }, CancellationToken.None), Is.Null);
        }
        await using var _ = host;
        var path = PathOf(host);
        var (tag, before) = await DownloadAsync(host, path);
        await DownloadAsync(host, path);
        await LoadAsync(host);
        using var conditional = await host.GetAsync(path, ("If-None-Match", tag));
        var (newTag, after) = await DownloadAsync(host, path);
        using var head = await host.SendAsync(HttpMethod.Head, path);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Table(before).TryGetProperty("schema", out JsonElement _), Is.False);
            Assert.That(Names(after), Is.EqualTo(new[] { "codigo", "monto", "inicio" }));
            Assert.That(newTag, Is.Not.EqualTo(tag));
            Assert.That(conditional.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await conditional.Content.ReadAsByteArrayAsync(), Is.EqualTo(after));
            Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(after.Length), "not the length under the former tag");
        }
    }

    [Test]
    public async Task DownloadResumedAfterATableWasLoaded_IsSentWholeAndNew()
    {
        await OneFile.HarvestAsync(_catalog, Good, TablePolicy.Default);
        await using var host = await HostAsync(TablePolicy.Default);
        var path = PathOf(host);
        var (tag, before) = await DownloadAsync(host, path);
        await OneFile.HarvestAsync(_catalog, Good + "A-4,40,2024-04-05\n", TablePolicy.Default);
        await LoadAsync(host);
        using var resumed = await host.GetAsync(path, ("Range", "bytes=100-"), ("If-Range", tag));
        var bytes = await resumed.Content.ReadAsByteArrayAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(resumed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(resumed.Headers.ETag!.Tag, Is.Not.EqualTo(tag));
            Assert.That(bytes, Is.Not.EqualTo(before).And.EqualTo((await DownloadAsync(host, path)).Bytes));
        }
    }

    [Test]
    public async Task HeldVersion_IsPackedAsItIsDownloaded_WithoutTheColumnsOfAnother()
    {
        var hold = new TablePolicy { OnBadTable = OnBadTable.Hold };
        await OneFile.HarvestAsync(_catalog, Good, hold);
        await using var host = await HostAsync(hold);
        var newer = "codigo,inicio\nA-1,2024-01-05\n";
        await OneFile.HarvestAsync(_catalog, newer, hold);
        await LoadAsync(host);
        var held = (await DownloadAsync(host, PathOf(host))).Bytes;
        using var alone = await host.GetAsync($"{PathOf(host)[..^4]}/resource/{Distribution:D}/download");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(host.Service<TableVersions>().Published(Distribution, null, null).Single().Number, Is.EqualTo(1));
            Assert.That(PackedText(held), Is.EqualTo(newer).And.EqualTo(await alone.Content.ReadAsStringAsync()));
            Assert.That(Table(held).TryGetProperty("schema", out JsonElement _), Is.False);
            Assert.That(Table(held).TryGetProperty("dialect", out JsonElement _), Is.False);
        }
    }

    [Test]
    public async Task HeldVersionThatIsLetThrough_ChangesTheTag()
    {
        var hold = new TablePolicy { OnBadTable = OnBadTable.Hold };
        await OneFile.HarvestAsync(_catalog, Good, hold);
        string tag;
        await using (var host = await HostAsync(hold))
        {
            await OneFile.HarvestAsync(_catalog, "codigo,inicio\nA-1,2024-01-05\n", hold);
            await LoadAsync(host);
            tag = (await DownloadAsync(host, PathOf(host))).Tag;
        }
        await using var relaxed = await HostAsync(TablePolicy.Default);
        var (newTag, bytes) = await DownloadAsync(relaxed, PathOf(relaxed));
        Assert.That((newTag != tag, Names(bytes)), Is.EqualTo((true, new[] { "codigo", "inicio" })).AsCollection);
    }

    [Test]
    public async Task FileHeldForDataOfPersons_IsNowhereToBeHad_UntilAnOfficerApprovesIt()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(n => $"Persona {n},{20_000_000 + n * 137_911},persona{n}@gmail.com\n"));
        var hold = new TablePolicy { OnPersonalData = OnPersonalData.Hold };
        await OneFile.HarvestAsync(_catalog, Good, hold);
        await using var host = await HostAsync(hold);
        await OneFile.HarvestAsync(_catalog, "nombre,dni,correo\n" + rows, hold);
        await LoadAsync(host);
        var download = $"{PathOf(host)[..^4]}/resource/{Distribution:D}/download";
        var (tag, packed) = await DownloadAsync(host, PathOf(host));
        using var newest = await host.GetAsync(download);
        using var asked = await host.GetAsync(download + "?version=2");
        using var package = JsonDocument.Parse(Descriptor(packed));
        host.Service<HeldTables>().Approve(Distribution, 2, _catalog.Time.GetUtcNow());
        using var approved = await host.GetAsync(download);
        var (newTag, after) = await DownloadAsync(host, PathOf(host));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await newest.Content.ReadAsStringAsync(), Is.EqualTo(Good), "the last copy that is not withheld");
            Assert.That((int)asked.StatusCode, Is.EqualTo(451));
            Assert.That(await asked.Content.ReadAsStringAsync(), Does.Contain("withheld"));
            Assert.That(package.RootElement.GetProperty("missing")[0].GetProperty("reason").GetString(), Is.EqualTo("withheld"));
            Assert.That(Everything(packed), Does.Not.Contain("gmail").And.Not.Contain("correo"));
            Assert.That(await approved.Content.ReadAsStringAsync(), Does.Contain("persona7@gmail.com"));
            Assert.That((newTag != tag, Names(after)), Is.EqualTo((true, new[] { "nombre", "dni", "correo" })).AsCollection);
        }
    }

    [Test]
    public async Task FileOfAGuardedSource_WaitsUntilItWasRead()
    {
        var hold = new TablePolicy { OnPersonalData = OnPersonalData.Hold };
        await OneFile.HarvestAsync(_catalog, Good, hold);
        var turn = HarvestLock.TryTake(_catalog.DataFolder, ".tables")!;
        await using var host = await PortalHost.StartAsync(_catalog.ConfigOf(OneFile.Source(_catalog, hold)), _catalog.DataFolder, _catalog.Time);
        var download = $"{PathOf(host)[..^4]}/resource/{Distribution:D}/download";
        using var before = await host.GetAsync(download);
        var tag = (await DownloadAsync(host, PathOf(host))).Tag;
        turn.Dispose();
        await LoadAsync(host);
        using var after = await host.GetAsync(download);
        Assert.That(((int)before.StatusCode, (int)after.StatusCode, (await DownloadAsync(host, PathOf(host))).Tag != tag), Is.EqualTo((451, 200, true)));
    }

    [TestCase("Informe de obras\nAl 31 de marzo\n\ncodigo;monto;barrio\nA-1;1,5;Boca\nA-2;2,5;Flores\nA-3;3,5;Boca\nA-4;9,5;Flores\n", """{"delimiter":";","headerRows":[4],"commentRows":[1,2,3]}""")]
    [TestCase("codigo, monto\nA-1, 1\nA-2, 2\n", """{"delimiter":",","skipInitialSpace":true}""")]
    [TestCase("sep=;\ncodigo;monto\nA-1;1\nA-2;2\n", """{"delimiter":";","headerRows":[2],"commentRows":[1]}""")]
    [TestCase("codigo|monto\r\n'A|1'|1\r\n'A|2'|2\r\n", """{"delimiter":"|","quoteChar":"'","lineTerminator":"\r\n"}""")]
    [TestCase("codigo\tmonto\nA-1\t1\nA-2\t2\n", """{"delimiter":"\t","header":true}""")]
    public async Task Dialect_SaysHowTheFileReallyIsWritten(string csv, string expected)
    {
        await OneFile.HarvestAsync(_catalog, csv, TablePolicy.Default);
        await using var host = await HostAsync(TablePolicy.Default);
        var dialect = Table((await DownloadAsync(host, PathOf(host))).Bytes).GetProperty("dialect");
        using (Assert.EnterMultipleScope())
            foreach (var member in JsonDocument.Parse(expected).RootElement.EnumerateObject())
                Assert.That(dialect.TryGetProperty(member.Name, out var said) && JsonElement.DeepEquals(said, member.Value), $"{member.Name}: {dialect.GetRawText()}");
    }

    private Guid Distribution => OneFile.Distribution(_catalog);

    private async Task<PortalHost> HostAsync(TablePolicy policy)
    {
        var host = await PortalHost.StartAsync(_catalog.ConfigOf(OneFile.Source(_catalog, policy)), _catalog.DataFolder, _catalog.Time);
        await LoadAsync(host);
        return host;
    }

    private static Task LoadAsync(PortalHost host) => host.Service<TableUpdater>().CatchUpAsync((_, _) => { }, CancellationToken.None);

    private static string PathOf(PortalHost host) => $"/dataset/{host.Service<DatasetStore>().StreamAll().Single().Slug}.zip";

    private static async Task<(string Tag, byte[] Bytes)> DownloadAsync(PortalHost host, string path)
    {
        using var answer = await host.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (answer.Headers.ETag!.Tag, await answer.Content.ReadAsByteArrayAsync());
    }

    private static JsonElement Table(byte[] package) => JsonDocument.Parse(Descriptor(package)).RootElement.GetProperty("resources")[1];

    private static string Descriptor(byte[] package) => Member(package, "datapackage.json");

    /// <summary>All texts in a package.</summary>
    private static string Everything(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return string.Concat(zip.Entries.Select(entry => Member(package, entry.FullName)));
    }

    private static string Member(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static string[] Names(byte[] package) =>
        [.. Table(package).GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!)];

    private static string PackedText(byte[] package) => Member(package, Table(package).GetProperty("path").GetString()!);
}
