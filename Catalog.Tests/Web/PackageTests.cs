using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Catalog.Core.Storage;
using Catalog.Harvest;
using Catalog.Tests.Support;

namespace Catalog.Tests.Web;

/// <summary>A dataset, a sector, a publisher as one ZIP.</summary>
public sealed class PackageTests
{
    private PortalSeed _seed = null!;
    private PortalHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _seed = await PortalSeed.CreateAsync();
        _host = await _seed.HostAsync();
        await _host.Service<TableUpdater>().CatchUpAsync((_, _) => { }, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        _seed.Dispose();
    }

    private string Budget => $"/dataset/{_host.Dataset(PortalSeed.Budget).Slug}.zip";

    [Test]
    public async Task DatasetPackage_HoldsTheOriginalBytesAndTheirHash()
    {
        using var zip = await OpenAsync(Budget);
        using var package = Descriptor(zip);
        var resource = Resources(package).Single(r => Text(r, "name") != "readme");
        var bytes = Bytes(zip, Text(resource, "path"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bytes, Is.EqualTo(_seed.BudgetBytes));
            Assert.That(Text(resource, "hash"), Is.EqualTo("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes))));
            Assert.That(resource.GetProperty("bytes").GetInt64(), Is.EqualTo(bytes.Length));
            Assert.That(System.Text.Encoding.UTF8.GetString(Bytes(zip, "README.md")), Does.Contain(Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }
    }

    [Test]
    public async Task TableInService_IsDescribedAsItIsReadFromThePackedBytes()
    {
        using var zip = await OpenAsync(Budget);
        using var package = Descriptor(zip);
        var resource = Resources(package).Single(r => Text(r, "name") != "readme");
        var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fields.Select(f => (Text(f, "name"), Text(f, "type"))), Is.EqualTo(new[] { ("año", "year"), ("jurisdicción", "string"), ("importe", "number") }));
            Assert.That(Text(fields[2], "decimalChar"), Is.EqualTo(","));
            Assert.That(Text(fields[2], "description"), Is.EqualTo("Importe devengado, en pesos"), "what its publisher says of the column");
            Assert.That(Text(resource, "encoding"), Is.EqualTo("iso-8859-1"));
            Assert.That(Text(resource.GetProperty("dialect"), "delimiter"), Is.EqualTo(";"));
            Assert.That(Text(resource, "type"), Is.EqualTo("table"));
        }
    }

    [Test]
    public async Task Package_IsTheSameBytesTwiceAndThenTellsItsLength()
    {
        using var first = await _host.GetAsync(Budget);
        var bytes = await first.Content.ReadAsByteArrayAsync();
        using var second = await _host.GetAsync(Budget);
        using var head = await _host.SendAsync(HttpMethod.Head, Budget);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await second.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
            Assert.That(second.Content.Headers.ContentLength, Is.EqualTo(bytes.Length));
            Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(bytes.Length));
            Assert.That(second.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/zip"));
            Assert.That(second.Content.Headers.ContentDisposition!.FileName, Does.EndWith(".zip"));
        }
        using var held = await _host.GetAsync(Budget, ("If-None-Match", first.Headers.ETag!.Tag));
        Assert.That(held.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task SectorPackage_HoldsEveryDatasetAndNamesWhatIsMissing()
    {
        var sector = _host.Service<DatasetStore>().CountBySector().MaxBy(s => s.Value).Key;
        var ids = _host.Service<DatasetStore>().IdsOfSector(sector);
        using var zip = await OpenAsync($"/group/{sector}.zip");
        using var package = Descriptor(zip);
        var folders = zip.Entries.Where(e => e.FullName.Contains('/', StringComparison.Ordinal)).Select(e => e.FullName.Split('/')[0]).Distinct();
        var missing = package.RootElement.GetProperty("missing").EnumerateArray().Select(m => Text(m, "dataset").Split('/')[^1]);
        var slugs = ids.Select(id => _host.Service<DatasetStore>().Find(id)!.Slug);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(folders.Concat(missing).Distinct(), Is.EquivalentTo(slugs));
            Assert.That(Resources(package).Select(r => Text(r, "path")), Is.EquivalentTo(zip.Entries.Select(e => e.FullName).Where(n => n != "datapackage.json")));
        }
    }

    [Test]
    public async Task FileThatWasNeverCopied_IsNamedWithTheReason()
    {
        var stored = _host.Dataset(PortalSeed.Uncopied);
        using var zip = await OpenAsync($"/dataset/{stored.Slug}.zip");
        using var package = Descriptor(zip);
        var missing = package.RootElement.GetProperty("missing").EnumerateArray().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(missing, "reason"), Is.EqualTo("not-copied"));
            Assert.That(Text(missing, "path"), Is.EqualTo("https://datos.example/no-existe.csv"));
            Assert.That(System.Text.Encoding.UTF8.GetString(Bytes(zip, "README.md")), Does.Contain("no-existe.csv"));
        }
    }

    [TestCase(true, "copy-lost")]
    [TestCase(false, "copy-damaged")]
    public async Task CopyThatTheDiskSpoiled_IsNamedWithTheReason(bool lost, string reason)
    {
        using var seed = await PortalSeed.CreateAsync();
        await using var host = await seed.HostAsync();
        var stored = host.Dataset(PortalSeed.Hospitals);
        var path = host.Service<FileStore>().PathOf(host.Service<DistributionFiles>().Newest([stored.Id])[stored.Id].First().Sha256);
        if (lost) File.Delete(path);
        else await File.WriteAllTextAsync(path, "nombre,camas\nDurand,99\n");
        using var zip = new ZipArchive(await host.Client.GetStreamAsync(new Uri($"/dataset/{stored.Slug}.zip", UriKind.Relative)), ZipArchiveMode.Read);
        using var package = Descriptor(zip);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(package.RootElement.GetProperty("missing")[0], "reason"), Is.EqualTo(reason));
            Assert.That(Resources(package).Select(r => Text(r, "name")), Is.EqualTo(new[] { "readme" }));
        }
    }

    [Test]
    public async Task Package_SatisfiesTheSchemasOfBothVersions()
    {
        using var zip = await OpenAsync(Budget);
        var descriptor = Bytes(zip, "datapackage.json");
        Assert.That(Catalog.Core.Validation.ProfileSchema.DataPackage.Value.Validate(descriptor), Is.Empty);
        foreach (var version in new[] { "1.0", "2.0" })
        {
            var schema = await NJsonSchema.JsonSchema.FromFileAsync(Fixtures.Path("dcat", "frictionless", version, "datapackage.json"));
            Assert.That(schema.Validate(System.Text.Encoding.UTF8.GetString(descriptor)).Select(e => e.ToString()), Is.Empty, version);
            await AssertPartsAsync(version, descriptor);
        }
    }

    /// <summary>The package's schema looks no deeper into dialects and Table Schemas than that they are objects.</summary>
    private static async Task AssertPartsAsync(string version, byte[] descriptor)
    {
        using var package = JsonDocument.Parse(descriptor);
        var tables = Resources(package).Where(r => r.TryGetProperty("dialect", out _)).ToList();
        Assert.That(tables, Is.Not.Empty);
        foreach (var (member, file) in new[] { ("schema", "tableschema.json"), ("dialect", "tabledialect.json") })
        {
            var schema = await NJsonSchema.JsonSchema.FromFileAsync(Fixtures.Path("dcat", "frictionless", version, file));
            foreach (var table in tables)
                Assert.That(schema.Validate(table.GetProperty(member).GetRawText()).Select(e => e.ToString()), Is.Empty, $"{file} {version}");
        }
    }

    [TestCase("/dataset/no-existe.zip", HttpStatusCode.NotFound)]
    [TestCase("/group/no-existe.zip", HttpStatusCode.NotFound)]
    [TestCase("/organization/no-existe.zip", HttpStatusCode.NotFound)]
    public async Task UnknownName_IsNotFound(string path, HttpStatusCode expected)
    {
        using var answer = await _host.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task FormerName_LeadsToTheNewOne()
    {
        using var answer = await _host.GetAsync($"/dataset/{PortalSeed.FormerSlug}.zip");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently));
            Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo(Budget));
        }
    }

    [Test]
    public async Task DatasetPage_LinksToItsPackage() =>
        Assert.That(await _host.PageAsync($"/dataset/{_host.Dataset(PortalSeed.Budget).Slug}"), Does.Contain($"href=\"{Budget}\""));

    private async Task<ZipArchive> OpenAsync(string path)
    {
        using var answer = await _host.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), ZipArchiveMode.Read);
    }

    private static JsonDocument Descriptor(ZipArchive zip) => JsonDocument.Parse(Bytes(zip, "datapackage.json"));

    private static IEnumerable<JsonElement> Resources(JsonDocument package) => package.RootElement.GetProperty("resources").EnumerateArray();

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
