using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Drift;
using Catalog.Core.Tabular.Rows;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest;

/// <summary>What tables are held to, from wherever it is declared: the config, a document, a data package, a dictionary.</summary>
public sealed class TableContractTests
{
    private const string Csv = "codigo,monto\nA-1,10\nA-2,mucho\nA-3,30\n";
    private const string Schema = """{"fields":[{"name":"codigo","type":"string"},{"name":"monto","type":"integer"}],"primaryKey":"codigo"}""";

    private TempCatalog _catalog = null!;
    private TableFiles _tables = null!;
    private QueryPool _pool = null!;

    [SetUp]
    public void Open()
    {
        _catalog = new TempCatalog();
        _tables = new TableFiles(_catalog.DataFolder);
        _pool = new QueryPool(_tables.Folder, _catalog.Limits);
        Directory.CreateDirectory(_catalog.Combine("files"));
    }

    [TearDown]
    public void Close()
    {
        _pool.Dispose();
        _catalog.Dispose();
    }

    [TestCase(null, null, true)]
    [TestCase("ds-*", "*.csv", true)]
    [TestCase("conjunto-0", "r-0", true)]
    [TestCase("otro", null, false)]
    [TestCase(null, "*.xlsx", false)]
    public async Task RuleOfTheConfig_HoldsTheFilesThatItMeans(string? dataset, string? file, bool held)
    {
        _catalog.Write("data.json", Some.DataJson(1));
        var rule = new TableRule { Dataset = dataset, File = file, Schema = _catalog.Write("esquema.json", Schema), SchemaPlace = "esquema.json" };
        var table = await LoadOneAsync(DataJson() with { Tables = [rule] }, Csv);
        var report = Report(table);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.GetProperty("contract").GetString(), Is.EqualTo(held ? "declared" : "none"));
            Assert.That(table.Errors, Is.EqualTo(held ? 1 : 0));
            if (held) Assert.That((report.GetProperty("contractOrigin").GetString(), report.GetProperty("contractPlace").GetString()), Is.EqualTo(("config", "esquema.json")));
        }
    }

    [Test]
    public async Task DialectOfTheConfig_WinsOverWhatIsFound()
    {
        _catalog.Write("data.json", Some.DataJson(1));
        var rule = new TableRule { Dialect = new DeclaredDialect { Delimiter = ";", QuoteChar = '\0', HeaderRows = 0, PreambleLines = 0 } };
        var table = await LoadOneAsync(DataJson() with { Tables = [rule] }, "a,b\n1,2\n3,4\n");
        Assert.That((table.ColumnCount, table.RowCount), Is.EqualTo((1, 3L)));
    }

    [Test]
    public async Task PromisedType_IsKept_WithTheMisfitsBesideIt()
    {
        _catalog.Write("data.json", Some.DataJson(1));
        var rule = new TableRule { Schema = _catalog.Write("esquema.json", Schema), SchemaPlace = "esquema.json" };
        var csv = "codigo,monto\n" + string.Concat(Enumerable.Range(1, 30).Select(n => $"{n},{(n == 7 ? "siete" : n * 10)}\n"));
        var table = await LoadOneAsync(DataJson() with { Tables = [rule] }, csv);
        var columns = StoredColumnJson.Read(table.Columns);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(columns.Where(c => c.Role == ColumnRole.Value).Select(c => (c.Name, c.Type)), Is.EqualTo(new[] { ("codigo", StoredType.Text), ("monto", StoredType.Integer) }), "a code of digits stays text because it was said to be");
            Assert.That(columns.Count(c => c.Role == ColumnRole.Misfits), Is.EqualTo(1));
            Assert.That((table.RowCount, table.Misfits, table.Errors), Is.EqualTo((30L, 1L, 1L)));
            Assert.That(JsonDocument.Parse(table.Schema).RootElement.GetProperty("primaryKey")[0].GetString(), Is.EqualTo("codigo"), "versions are compared by it");
        }
    }

    [Test]
    public async Task PromiseThatHardlyAnyCellKeeps_DoesNotEmptyTheColumn()
    {
        _catalog.Write("data.json", Some.DataJson(1));
        var rule = new TableRule { Schema = _catalog.Write("esquema.json", """{"fields":[{"name":"codigo","type":"string"},{"name":"dia","type":"date"}]}"""), SchemaPlace = "e" };
        var table = await LoadOneAsync(DataJson() with { Tables = [rule] }, "codigo,dia\nA-1,31/01/2024\nA-2,05/02/2024\nA-3,06/02/2024\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(StoredColumnJson.Read(table.Columns)[^1], Has.Property("Type").EqualTo(StoredType.Date).And.Property("Role").EqualTo(ColumnRole.Value), "they are dates, written otherwise");
            Assert.That((table.Errors, table.Misfits), Is.EqualTo((3L, 0L)));
        }
    }

    [Test]
    public async Task DocumentThatTheMetadataName_IsFetchedAndHolds()
    {
        await File.WriteAllTextAsync(_catalog.Combine("files", "esquema.json"), Schema);
        _catalog.Write("data.json", Some.DataJson(1).Replace("\"format\": \"CSV\"", "\"format\": \"CSV\", \"describedBy\": \"https://datos.example/esquema.json\"", StringComparison.Ordinal));
        var table = await LoadOneAsync(DataJson(), Csv);
        var report = Report(table);
        Assert.That((report.GetProperty("contractOrigin").GetString(), report.GetProperty("contractPlace").GetString(), table.Errors), Is.EqualTo(("document", "https://datos.example/esquema.json", 1L)));
    }

    [Test]
    public async Task DocumentThatCannotBeHad_IsAWarningAndTheDictionaryHolds()
    {
        _catalog.Write("data.json", Some.DataJson(1).Replace("\"format\": \"CSV\"", """
            "format": "CSV", "conformsTo": ["https://datos.example/nada.json", "https://www.w3.org/TR/csv/"], "field": [{ "title": "monto", "type": "integer" }]
            """, StringComparison.Ordinal));
        var table = await LoadOneAsync(DataJson(), Csv);
        var report = Report(table);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.GetProperty("contractOrigin").GetString(), Is.EqualTo("dictionary"));
            Assert.That(report.GetProperty("contractFindings").EnumerateArray().Select(f => f.GetProperty("code").GetString()), Is.EqualTo(new[] { "schema-not-at-hand" }), "a standard's page is not asked for");
            Assert.That((table.Errors, table.Warnings), Is.EqualTo((1L, 1L)));
        }
    }

    [Test]
    public async Task SchemaOfTheConfigThatIsGone_IsAWarningThatSaysSo()
    {
        _catalog.Write("data.json", Some.DataJson(1));
        var table = await LoadOneAsync(DataJson() with { Tables = [new TableRule { Schema = _catalog.Combine("nada.json"), SchemaPlace = "nada.json" }] }, Csv);
        var finding = Report(table).GetProperty("contractFindings")[0];
        Assert.That((finding.GetProperty("value").GetString(), finding.GetProperty("message").GetProperty("en").GetString()), Is.EqualTo(("nada.json", "The table's schema could not be had (file-missing).")));
    }

    [Test]
    public async Task DocumentThatIsGoneLater_HoldsByItsLastCopy()
    {
        var schema = _catalog.Combine("files", "esquema.json");
        await File.WriteAllTextAsync(schema, Schema);
        _catalog.Write("data.json", Some.DataJson(1).Replace("\"format\": \"CSV\"", "\"format\": \"CSV\", \"describedBy\": \"https://datos.example/esquema.json\"", StringComparison.Ordinal));
        await LoadOneAsync(DataJson(), Csv);
        File.Delete(schema);
        var tables = await LoadAsync(DataJson(), "codigo,monto\nA-1,x\nA-2,y\nA-3,30\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new SchemaDocuments(_catalog.Database).Find("fuente", "https://datos.example/esquema.json"), Has.Property("Code").EqualTo("file-missing").And.Property("Sha256").Not.Null);
            Assert.That((tables[0].Number, Report(tables[0]).GetProperty("contract").GetString(), tables[0].Errors), Is.EqualTo((2, "declared", 2L)));
        }
    }

    [Test]
    public async Task ChangedSchema_JudgesTheNewestVersionOnly()
    {
        const string strict = """{"fields":[{"name":"codigo","type":"string"},{"name":"monto","type":"integer","constraints":{"maximum":15}}]}""";
        _catalog.Write("data.json", Some.DataJson(1));
        var source = DataJson() with { Tables = [new TableRule { Schema = _catalog.Write("esquema.json", strict), SchemaPlace = "e" }], Policy = new HarvestPolicy { Tables = new TablePolicy { OnBadTable = OnBadTable.Hold } } };
        await LoadAsync(source, "codigo,monto\nA-1,10\nA-2,11\n");
        var before = await LoadAsync(source, "codigo,monto\nA-1,10\nA-2,20\n");
        _catalog.Write("esquema.json", strict.Replace("15", "25", StringComparison.Ordinal));
        var after = await CatchUpAsync(source);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Select(t => (t.Number, t.State)), Is.EqualTo(new[] { (2, TableState.Held), (1, TableState.Published) }));
            Assert.That(after.Select(t => (t.Number, t.State)), Is.EqualTo(new[] { (2, TableState.Published), (1, TableState.Published) }));
            Assert.That(after[1], Is.EqualTo(before[1]), "it was held to the contract of its time");
            Assert.That(await CountAsync(source), Is.Zero, "and then there is nothing to do");
        }
    }

    [Test]
    public async Task DataPackage_HoldsByItsSchemaItsKeysAndItsDialect()
    {
        Package("""
            {"name":"obras","title":"Obras","description":"Las obras","resources":[
              {"name":"obras","path":"obras.csv","dialect":{"delimiter":"|"},"schema":{"missingValues":["","s/d"],"primaryKey":["id"],
                "fields":[{"name":"id","type":"integer","constraints":{"minimum":1}},{"name":"comuna","type":"integer"},{"name":"monto","type":"number"}],
                "foreignKeys":[{"fields":"comuna","reference":{"resource":"comunas","fields":"numero"}}]}},
              {"name":"comunas","path":"comunas.csv","schema":"schemas/comunas.json"}]}
            """);
        _catalog.Write("paquetes/obras/obras.csv", "id|comuna|monto\n0|1|1.5\n1|2|s/d\n1|9|3\n");
        _catalog.Write("paquetes/obras/comunas.csv", "numero,nombre\n1,Uno\n2,Dos\n");
        _catalog.Write("paquetes/obras/schemas/comunas.json", """{"fields":[{"name":"numero","type":"integer"},{"name":"nombre","type":"string","constraints":{"minLength":4}}]}""");
        await _catalog.HarvestAsync(Folder(), files: true);
        await CountAsync(Folder());
        var (works, communes) = (Table(0), Table(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Codes(works), Is.EqualTo(new[] { "repeated-primary-key", "unknown-reference", "value-below-minimum" }));
            Assert.That(Report(works).GetProperty("contractOrigin").GetString(), Is.EqualTo("package"));
            Assert.That(Codes(communes), Is.EqualTo(new[] { "value-too-short" }));
            Assert.That(Report(communes).GetProperty("contractPlace").GetString(), Is.EqualTo("obras/schemas/comunas.json"));
        }
    }

    [Test]
    public async Task OtherRowsInTheTableThatAKeyGoesTo_AreAnotherVerdict()
    {
        Package("""
            {"name":"obras","title":"Obras","description":"Las obras","resources":[
              {"name":"obras","path":"obras.csv","schema":{"fields":[{"name":"id"},{"name":"comuna","type":"integer"}],"foreignKeys":[{"fields":"comuna","reference":{"resource":"comunas","fields":"numero"}}]}},
              {"name":"comunas","path":"comunas.csv"}]}
            """);
        _catalog.Write("paquetes/obras/obras.csv", "id,comuna\na,1\nb,9\n");
        _catalog.Write("paquetes/obras/comunas.csv", "numero,nombre\n1,Uno\n");
        await _catalog.HarvestAsync(Folder(), files: true);
        await CountAsync(Folder());
        var before = Table(0).Errors;
        _catalog.Write("paquetes/obras/comunas.csv", "numero,nombre\n1,Uno\n9,Nueve\n");
        await _catalog.HarvestAsync(Folder(), files: true);
        await CountAsync(Folder());
        Assert.That((before, Table(0).Errors), Is.EqualTo((1L, 0L)));
    }

    [Test]
    public async Task JsonSchema_HoldsTheObjects()
    {
        _catalog.Write("data.json", Some.DataJson(1));
        var rule = new TableRule { Schema = _catalog.Write("esquema.json", """{"type":"array","items":{"required":["codigo"],"properties":{"monto":{"type":"integer"}}}}"""), SchemaPlace = "e" };
        var table = await LoadOneAsync(DataJson() with { Tables = [rule] }, """[{"codigo":"A","monto":1},{"monto":"x"}]""");
        Assert.That((table.RowCount, string.Join(' ', Codes(table))), Is.EqualTo((2L, "item-breaks-json-schema item-lacks-member")));
    }

    private void Package(string json) => _catalog.Write("paquetes/obras/datapackage.json", json);

    private HarvestSource Folder() => Some.DataJsonSource("") with { Type = SourceType.Folder, Url = _catalog.Combine("paquetes") };

    private HarvestSource DataJson() => Some.DataJsonSource(_catalog.Combine("data.json")) with { Id = "fuente", Mirrors = [new Mirror("https://datos.example/", _catalog.Combine("files"))] };

    private static JsonElement Report(TableVersion table) => JsonDocument.Parse(table.Report!).RootElement;

    private static IEnumerable<string?> Codes(TableVersion table) => Report(table).GetProperty("check").GetProperty("counts").EnumerateArray().Select(c => c.GetProperty("code").GetString()).Order(StringComparer.Ordinal);

    private TableVersion Table(int distribution) => new TableVersions(_catalog.Database).List(_catalog.Datasets.StreamAll().Single().Dataset.Distributions[distribution].Id)[0];

    private async Task<TableVersion> LoadOneAsync(HarvestSource source, string file) => (await LoadAsync(source, file)).Single();

    private async Task<IReadOnlyList<TableVersion>> LoadAsync(HarvestSource source, string file)
    {
        await OneFile.HarvestAsync(_catalog, file, source);
        return await CatchUpAsync(source);
    }

    private async Task<IReadOnlyList<TableVersion>> CatchUpAsync(HarvestSource source)
    {
        await CountAsync(source);
        return new TableVersions(_catalog.Database).List(OneFile.Distribution(_catalog));
    }

    private Task<int?> CountAsync(HarvestSource source) => OneFile.CatchUpAsync(_catalog, _tables, _pool, source);
}
