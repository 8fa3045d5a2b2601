using System.Text.Json;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Drift;
using Catalog.Core.Tabular.Rows;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest;

/// <summary>Tables that follow the files: contract, drift, policy and what a killed or repeated reading leaves.</summary>
public sealed class TableUpdaterTests
{
    private const string Good = "codigo,monto,inicio\nA-1,10,2024-01-05\nA-2,20,2024-02-05\nA-3,30,2024-03-05\n";

    private TempCatalog _catalog = null!;
    private TableFiles _tables = null!;
    private QueryPool _pool = null!;

    [SetUp]
    public void Open()
    {
        _catalog = new TempCatalog();
        _tables = new TableFiles(_catalog.DataFolder);
        _pool = new QueryPool(_tables.Folder, _catalog.Limits);
    }

    [TearDown]
    public void Close()
    {
        _pool.Dispose();
        _catalog.Dispose();
    }

    [Test]
    public async Task FirstVersion_HasNoContractAndIsPublished()
    {
        var table = (await HarvestAsync(Good, HarvestedPolicy())).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((table.State, table.RowCount, table.Errors), Is.EqualTo((TableState.Published, 3L, 0L)));
            Assert.That(Report(table).GetProperty("contract").GetString(), Is.EqualTo("none"));
            Assert.That(StoredColumnJson.Read(table.Columns).Select(c => c.Type), Is.EqualTo(new[] { StoredType.Integer, StoredType.Text, StoredType.Integer, StoredType.Date }));
        }
    }

    [Test]
    public async Task DocumentedColumns_AreTheContract()
    {
        var table = (await HarvestAsync("codigo,monto\nA-1,10\nA-2,mucho\n", HarvestedPolicy(), """[{ "title": "codigo", "type": "string" }, { "title": "monto", "type": "Número entero (integer)" }]""")).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Report(table).GetProperty("contract").GetString(), Is.EqualTo("declared"));
            Assert.That(table.Errors, Is.EqualTo(1));
            Assert.That(Report(table).GetProperty("check").GetProperty("findings")[0].GetProperty("value").GetString(), Is.EqualTo("mucho"));
            Assert.That((table.State, table.RowCount), Is.EqualTo((TableState.Published, 2L)), "published with its report");
        }
    }

    [Test]
    public async Task SecondVersion_IsHeldAgainstTheFirst()
    {
        await HarvestAsync(Good, HarvestedPolicy());
        var tables = await HarvestAsync("codigo;importe;inicio\nA-1;10;2024-01-05\n", HarvestedPolicy());
        var newest = tables[0];
        var drift = Report(newest).GetProperty("drift").EnumerateArray().Select(f => f.GetProperty("code").GetString()).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(newest.Number, Is.EqualTo(2));
            Assert.That(Report(newest).GetProperty("contract").GetString(), Is.EqualTo("frozen"));
            Assert.That(drift, Does.Contain("drift-delimiter").And.Contains("drift-rows-fell"));
            Assert.That(newest.State, Is.EqualTo(TableState.Published));
        }
    }

    [Test]
    public async Task UnderAPolicyThatHolds_TheLastGoodVersionStaysInService()
    {
        var hold = HarvestedPolicy(new TablePolicy { OnBadTable = OnBadTable.Hold });
        await HarvestAsync(Good, hold);
        var tables = await HarvestAsync("codigo,inicio\nA-1,2024-01-05\n", hold);
        var versions = new TableVersions(_catalog.Database);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tables.Select(t => (t.Number, t.State)), Is.EqualTo(new[] { (2, TableState.Held), (1, TableState.Published) }));
            Assert.That(tables[0].Message, Does.Contain("drift-column-gone"));
            Assert.That(versions.Published(tables[0].DistributionId, null, null).Single().Number, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task RelaxedPolicy_PutsAHeldVersionIntoService()
    {
        var hold = HarvestedPolicy(new TablePolicy { OnBadTable = OnBadTable.Hold });
        await HarvestAsync(Good, hold);
        await HarvestAsync("codigo,inicio\nA-1,2024-01-05\n", hold);
        var tables = await CatchUpAsync(HarvestedPolicy());
        Assert.That(tables.Select(t => (t.Number, t.State)), Is.EqualTo(new[] { (2, TableState.Published), (1, TableState.Published) }));
    }

    [Test]
    public async Task ApprovedVersion_StaysInServiceHoweverOftenItIsRead()
    {
        var hold = HarvestedPolicy(new TablePolicy { OnBadTable = OnBadTable.Hold });
        await HarvestAsync(Good, hold);
        var held = (await HarvestAsync("codigo,inicio\nA-1,2024-01-05\n", hold))[0];
        var tables = new HeldTables(_catalog.Database);
        var waiting = tables.Waiting();
        var approved = (tables.Approve(held.DistributionId, held.Number, _catalog.Time.GetUtcNow()), tables.Approve(held.DistributionId, held.Number, _catalog.Time.GetUtcNow()));
        _catalog.Database.Write(session => Dapper.SqlMapper.Execute(session.Connection, "DELETE FROM table_load", transaction: session.Transaction));
        var again = await CatchUpAsync(hold);
        var next = await HarvestAsync("codigo\nA-1\n", hold);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting.Select(w => (w.DistributionId, w.Number, w.FileName)), Is.EqualTo(new[] { (held.DistributionId, 2, "0.csv") }));
            Assert.That(waiting[0].Message, Does.Contain("drift-column-gone"));
            Assert.That(approved, Is.EqualTo((1, 0)));
            Assert.That(again.Select(t => (t.Number, t.State)), Is.EqualTo(new[] { (2, TableState.Published), (1, TableState.Published) }));
            Assert.That((next[0].Number, next[0].State), Is.EqualTo((3, TableState.Held)), "leave was given for those bytes only");
            Assert.That(tables.Waiting().Select(w => w.Number), Is.EqualTo(new[] { 3 }));
        }
    }

    [Test]
    public async Task DataOfPersons_IsCountedHeldAndNeverShown()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(n => $"Persona {n},{20_000_000 + n * 137_911},persona{n}@gmail.com\n"));
        var table = (await HarvestAsync("nombre,dni,correo\n" + rows, HarvestedPolicy(new TablePolicy { OnPersonalData = OnPersonalData.Hold }))).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.State, Is.EqualTo(TableState.Held));
            Assert.That(Report(table).GetProperty("personal").GetArrayLength(), Is.GreaterThanOrEqualTo(2));
            Assert.That(table.Profile + table.Report, Does.Not.Contain("gmail.com").And.Not.Contain("20137911"));
        }
    }

    [Test]
    public async Task ReadingAgain_ChangesNothing()
    {
        var policy = HarvestedPolicy();
        var first = (await HarvestAsync(Good, policy)).Single();
        _catalog.Database.Write(session => Dapper.SqlMapper.Execute(session.Connection, "DELETE FROM table_load", transaction: session.Transaction));
        var again = (await CatchUpAsync(policy)).Single();
        Assert.That(again with { Report = first.Report }, Is.EqualTo(first));
    }

    [Test]
    public async Task FileThatIsNoTable_IsNotedOnceWithItsReason()
    {
        await HarvestAsync("%PDF-1.4 nada\n", HarvestedPolicy());
        var distribution = _catalog.Datasets.StreamAll().Single().Dataset.Distributions[0].Id;
        var load = new TableVersions(_catalog.Database).FindLoad(distribution, 1);
        Assert.That((load?.Tables, load?.Code), Is.EqualTo((0, "not-a-table")));
    }

    [Test]
    public async Task RowsThatWereLost_AreMadeAnewAtTheNextStart()
    {
        var policy = HarvestedPolicy();
        var before = (await HarvestAsync(Good, policy)).Single();
        File.Delete(_tables.PathOf(before.ParquetSha256!));
        var after = (await CatchUpAsync(policy)).Single();
        Assert.That((after.ParquetSha256, _tables.Contains(after.ParquetSha256!)), Is.EqualTo((before.ParquetSha256, true)));
    }

    [Test]
    public async Task RowsThatNothingRefersTo_AreGoneAfterTheNextStart()
    {
        var policy = HarvestedPolicy();
        var noted = (await HarvestAsync(Good, policy)).Single().ParquetSha256!;
        // Named, and killed before it was noted; and one half-written.
        var unknown = _tables.PathOf(new string('a', 64));
        Directory.CreateDirectory(Path.GetDirectoryName(unknown)!);
        File.Copy(_tables.PathOf(noted), unknown);
        File.Copy(_tables.PathOf(noted), _tables.NewPath());
        await CatchUpAsync(policy);
        Assert.That(Directory.EnumerateFiles(_tables.Folder, "*.parquet", SearchOption.AllDirectories), Is.EqualTo(new[] { _tables.PathOf(noted) }));
    }

    private static HarvestPolicy HarvestedPolicy(TablePolicy? tables = null) => new() { Tables = tables ?? TablePolicy.Default };

    private static JsonElement Report(TableVersion table) => JsonDocument.Parse(table.Report!).RootElement;

    /// <summary>Harvests the one dataset with this file, reads its tables, and gives every version, newest first.</summary>
    private async Task<IReadOnlyList<TableVersion>> HarvestAsync(string csv, HarvestPolicy policy, string fields = "[]")
    {
        _catalog.Write("data.json", Some.DataJson(1).Replace("\"format\": \"CSV\"", $"\"format\": \"CSV\", \"field\": {fields}", StringComparison.Ordinal));
        await OneFile.HarvestAsync(_catalog, csv, Source(policy));
        return await CatchUpAsync(policy);
    }

    private HarvestSource Source(HarvestPolicy policy) => OneFile.Source(_catalog, policy.Tables);

    private async Task<IReadOnlyList<TableVersion>> CatchUpAsync(HarvestPolicy policy)
    {
        await OneFile.CatchUpAsync(_catalog, _tables, _pool, Source(policy));
        return new TableVersions(_catalog.Database).List(OneFile.Distribution(_catalog));
    }
}
