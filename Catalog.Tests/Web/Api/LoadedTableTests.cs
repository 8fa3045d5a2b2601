using System.Net;
using System.Text.Json;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Drift;
using Catalog.Harvest;
using Catalog.Tests.Support;

namespace Catalog.Tests.Web.Api;

/// <summary>Tables that came in by the real harvest and loader, asked over HTTP.</summary>
public sealed class LoadedTableTests
{
    private TempCatalog _catalog = null!;

    [SetUp]
    public void Open() => _catalog = new TempCatalog();

    [TearDown]
    public void Close() => _catalog.Dispose();

    [Test]
    public async Task AsOf_GivesTheVersionThatWasInService_NeverAHeldOne()
    {
        var hold = new TablePolicy { OnBadTable = OnBadTable.Hold };
        var start = _catalog.Time.GetUtcNow();
        await OneFile.HarvestAsync(_catalog, "codigo,monto\nA-1,1\nA-2,2\n", hold);
        await OneFile.HarvestAsync(_catalog, "codigo\nA-1\n", hold);
        await OneFile.HarvestAsync(_catalog, "codigo,monto\nA-1,1\nA-2,2\nA-3,3\n", hold);
        await using var host = await HostAsync(hold);
        var address = $"/api/tables/{Distribution(host):D}";
        var versions = host.Service<TableVersions>().List(Distribution(host)).Select(v => (v.Number, v.State));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(versions, Is.EqualTo(new[] { (3, TableState.Published), (2, TableState.Held), (1, TableState.Published) }));
            foreach (var (days, expected) in new[] { (1.5, 1), (2.5, 1), (3.5, 3) })
                Assert.That(await VersionAsync(host, $"{address}?asOf={start.AddDays(days):yyyy-MM-dd'T'HH:mm:ss'Z'}"), Is.EqualTo(expected), $"after {days} days");
            Assert.That((await host.GetAsync($"{address}?asOf={start.AddDays(0.5):yyyy-MM-dd'T'HH:mm:ss'Z'}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await host.GetAsync($"{address}?version=2")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "what is held is not to be had by its number either");
        }
    }

    /// <summary>Headers as a hostile publisher writes them, and values that want to be more than values.</summary>
    [Test]
    public async Task HostileHeader_IsNamesOfColumns_InEveryPartOfAQuery()
    {
        string[] names =
        [
            "'; DROP TABLE x; --", "a\"b", "\"\"", "x\" FROM read_csv('/etc/passwd') --", "$1", "?", "COPY (SELECT 1) TO 'x'", "/*", "*", "a.b(c),d", "and(x)", "count", "_ROW", "select",
            "ñandú 😀", "\u202Erevés", "a\tb", "{0}", "%s", "<script>alert(1)</script>", new string('l', 3_000), "名前", "a;b|c", "__text", "monto", "monto__text",
        ];
        string[] values = ["' OR 1=1 --", "x\"; DROP", "$1", "%", "_", "😀,\"y\"", "../../etc/passwd", "=cmd|' /C calc'!A0"];
        var rows = Enumerable.Range(0, 8).Select(row => names.Select((_, column) => values[(row + column) % values.Length]));
        await OneFile.HarvestAsync(_catalog, string.Join("\r\n", rows.Prepend(names).Select(cells => string.Join(',', cells.Select(Cell)))) + "\r\n", TablePolicy.Default);
        await using var host = await HostAsync(TablePolicy.Default);
        var address = $"/api/tables/{Distribution(host):D}";
        using var schema = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri(address + "/schema", UriKind.Relative)));
        var columns = schema.RootElement.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()!).Where(name => name != "_row").ToList();
        Assert.That(columns, Has.Count.EqualTo(names.Length).And.SupersetOf(names.Where(n => n.Trim() == n && !n.Contains('\t', StringComparison.Ordinal) && n != "_ROW" && n != "\"\"")));
        using (Assert.EnterMultipleScope())
            foreach (var (column, index) in columns.Select((column, index) => (column, index)))
            {
                var name = Uri.EscapeDataString(Quote(column));
                var value = Uri.EscapeDataString(Quote(values[index % values.Length]));
                foreach (var query in new[] { $"filter={name}.eq.{value}&select={name},_row", $"filter={name}.in.({value},x)", $"filter={name}.contains.{value}&sort={name}.desc", $"filter=not({name}.ne.{value})&sort={name}" })
                    Assert.That(await TotalAsync(host, $"{address}?{query}"), Is.EqualTo(1), query);
                Assert.That(await TotalAsync(host, $"{address}?group={name}&aggregate=count,min({name}),distinct({name})"), Is.EqualTo(values.Length), column);
                using var csv = await host.GetAsync($"{address}.csv?select={name}&sort={name}.desc&filter={name}.eq.{value}");
                Assert.That(csv.StatusCode, Is.EqualTo(HttpStatusCode.OK), column);
            }
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Quote(string text) => Cell(text);

    private static async Task<int> VersionAsync(PortalHost host, string address)
    {
        using var page = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
        return page.RootElement.GetProperty("table").GetProperty("version").GetInt32();
    }

    private static async Task<long> TotalAsync(PortalHost host, string address)
    {
        using var answer = await host.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.OK) Assert.Fail(text[..Math.Min(500, text.Length)]);
        return JsonDocument.Parse(text).RootElement.GetProperty("total").GetInt64();
    }

    private static Guid Distribution(PortalHost host) => host.Service<DatasetStore>().StreamAll().Single().Dataset.Distributions[0].Id;

    private async Task<PortalHost> HostAsync(TablePolicy policy)
    {
        var host = await PortalHost.StartAsync(_catalog.ConfigOf(OneFile.Source(_catalog, policy)), _catalog.DataFolder, _catalog.Time);
        await host.Service<TableUpdater>().CatchUpAsync((_, _) => { }, CancellationToken.None);
        return host;
    }
}
