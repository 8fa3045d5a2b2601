using System.IO.Compression;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;

namespace Catalog.Tests.Web;

/// <summary>Every table of the sample city, read from its packages by what they say of it.</summary>
public sealed class PackageSampleCityTests
{
    private TempCatalog _catalog = null!;
    private PortalHost _host = null!;
    private TempFolder _folder = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _catalog = new TempCatalog();
        _folder = new TempFolder();
        var config = HarvestConfigLoader.Load(Path.Combine(Fixtures.Samples, "harvest.yaml")).Config!;
        foreach (var source in config.Sources)
            await _catalog.Pipeline(config).RunAsync(source, new HarvestOptions { Trigger = "test", Files = true }, _ => { }, CancellationToken.None);
        _host = await PortalHost.StartAsync(config, _catalog.DataFolder, _catalog.Time);
        await _host.Service<TableUpdater>().CatchUpAsync((_, _) => { }, CancellationToken.None);
        foreach (var dataset in _catalog.Datasets.StreamAll())
        {
            await using var bytes = await _host.Client.GetStreamAsync(new Uri($"/dataset/{dataset.Slug}.zip", UriKind.Relative));
            using var zip = new ZipArchive(bytes);
            zip.ExtractToDirectory(_folder.Combine(dataset.Slug));
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void EveryPackedTable_KeepsThePackedSchema()
    {
        var tables = Tables().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tables.Count(t => t.Resource.TryGetProperty("dialect", out _)), Is.GreaterThan(80), "the city has that many CSV files");
            foreach (var (path, resource) in tables)
            {
                var read = TableSchemaReader.Read(resource.GetProperty("schema"), "", Limits.Default);
                Assert.That(read.Findings, Is.Empty, path);
                if (TableFile.Open(path, Limits.Default, CancellationToken.None) is not TableResult.Found found) continue;
                var check = TableChecker.Check(found.Tables[0], read.Schema!, Limits.Default, CancellationToken.None);
                Assert.That(check.Counts.Where(c => c.Severity >= Severity.Error), Is.Empty, path);
            }
        }
    }

    [Test]
    public void EveryPackedText_IsReadByItsDialectAsByItself()
    {
        using (Assert.EnterMultipleScope())
            foreach (var (path, resource) in Tables().Where(t => t.Resource.TryGetProperty("encoding", out _)))
            {
                var told = DeclaredDialect.FromJson(resource.GetProperty("dialect")) with { Encoding = resource.GetProperty("encoding").GetString() };
                var byDialect = ((TableResult.Found)TableFile.Open(path, new TableHints { Dialect = told }, Limits.Default, CancellationToken.None)).Tables[0];
                var byItself = ((TableResult.Found)TableFile.Open(path, Limits.Default, CancellationToken.None)).Tables[0];
                Assert.That(byDialect.Columns, Is.EqualTo(byItself.Columns), path);
                Assert.That(Rows(byDialect), Is.EqualTo(Rows(byItself)), path);
            }
    }

    [Test]
    public async Task Validate_HoldsAPackedFileAgainstThePackedSchema()
    {
        var (path, resource) = Tables().First(t => t.Resource.TryGetProperty("dialect", out _));
        var schema = _folder.Write("schema.json", resource.GetProperty("schema").GetRawText());
        var run = await CatalogProcess.RunAsync("validate", path, "--schema", schema, "--json");
        using var report = JsonDocument.Parse(run.Output);
        Assert.That((run.Code, report.RootElement.GetProperty("tables")[0].GetProperty("examination").GetProperty("check").GetProperty("findings").GetArrayLength()), Is.EqualTo((0, 0)), run.Output);
    }

    private IEnumerable<(string Path, JsonElement Resource)> Tables() =>
        from file in Directory.EnumerateFiles(_folder.Combine(), "datapackage.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        from resource in JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.GetProperty("resources").EnumerateArray()
        where resource.TryGetProperty("type", out _)
        select (Path.Combine(Path.GetDirectoryName(file)!, resource.GetProperty("path").GetString()!), resource);

    private static long Rows(FoundTable table)
    {
        long rows = 0;
        table.Read(_ => rows++, CancellationToken.None);
        return rows;
    }
}
