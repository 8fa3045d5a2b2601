using System.Text.Json;
using Catalog.Tests.Support;

namespace Catalog.Tests.Verbs;

public sealed class TableVerbTests
{
    private TempFolder _folder = null!;

    [SetUp]
    public void Open()
    {
        _folder = new TempFolder();
        File.WriteAllText(_folder.Combine("obras.csv"), "obra;monto\nPlaza, sur;10\nTúnel;20\n");
    }

    [TearDown]
    public void Close() => _folder.Dispose();

    [Test]
    public async Task Export_WritesATableAsStandardCsv()
    {
        var run = await CatalogProcess.RunAsync("export", _folder.Combine("obras.csv"), "--csv");
        Assert.That((run.Code, run.Output), Is.EqualTo((0, "obra,monto\r\n\"Plaza, sur\",10\r\nTúnel,20\r\n")));
    }

    [Test]
    public async Task Export_OfAFolder_WritesWhatItCanAndSaysWhatNot()
    {
        File.WriteAllText(_folder.Combine("leeme.pdf"), "%PDF-1.4");
        var to = _folder.Combine("salida");
        var run = await CatalogProcess.RunAsync("export", _folder.Combine("obras.csv"), _folder.Combine("leeme.pdf"), "--csv", "--to", to);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.EqualTo(2));
            Assert.That(run.Errors, Does.Contain("not-a-table"));
            Assert.That(File.ReadAllText(Path.Combine(to, "obras.csv")), Does.StartWith("obra,monto\r\n"));
        }
    }

    [Test]
    public async Task Export_OfAnEmptyFile_IsEmpty()
    {
        var run = await CatalogProcess.RunAsync("export", _folder.Write("nada.csv", ""), "--csv");
        Assert.That((run.Code, run.Output), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Export_SaysWhatOfTheFileItDoesNotWrite()
    {
        var file = _folder.Write("dos.csv", "Informe mensual\n\nid,nombre,edad\n1,Ana,30\n2,Beto,31\n3,Caro,32\n\nbarrio,obras\nBoedo,3\nFlores,4\n");
        var first = await CatalogProcess.RunAsync("export", file, "--csv");
        var second = await CatalogProcess.RunAsync("export", file, "--csv", "--sheet", "table_2");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Code, first.Output), Is.EqualTo((0, "id,nombre,edad\r\n1,Ana,30\r\n2,Beto,31\r\n3,Caro,32\r\n")));
            Assert.That(first.Errors, Does.Contain("table_2").And.Contain("1 lines before the table"));
            Assert.That((second.Code, second.Output), Is.EqualTo((0, "barrio,obras\r\nBoedo,3\r\nFlores,4\r\n")));
        }
    }

    [Test]
    public async Task Export_NeverWritesOverAFileItReadsOrWrote()
    {
        Directory.CreateDirectory(_folder.Combine("otra"));
        File.WriteAllText(_folder.Combine("otra/obras.csv"), "a,b\n1,2\n");
        var into = await CatalogProcess.RunAsync("export", _folder.Combine("otra"), "--csv", "--to", _folder.Combine("otra"));
        var twice = await CatalogProcess.RunAsync("export", _folder.Combine("obras.csv"), _folder.Combine("otra/obras.csv"), "--csv", "--to", _folder.Combine("salida"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((into.Code, twice.Code), Is.EqualTo((2, 2)));
            Assert.That(File.ReadAllText(_folder.Combine("otra/obras.csv")), Is.EqualTo("a,b\n1,2\n"));
            Assert.That(File.ReadAllText(_folder.Combine("salida/obras.csv")), Does.StartWith("obra,monto\r\n"));
        }
    }

    [Test]
    public async Task Validate_SaysHowATableIsRead()
    {
        var run = await CatalogProcess.RunAsync("validate", _folder.Combine("obras.csv"), "--json");
        using var report = JsonDocument.Parse(run.Output);
        var table = report.RootElement.GetProperty("tables")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.Zero);
            Assert.That(table.GetProperty("dialect").GetProperty("delimiter").GetString(), Is.EqualTo(";"));
            Assert.That(table.GetProperty("rows").GetInt64(), Is.EqualTo(2));
            Assert.That(table.GetProperty("evidence").GetArrayLength(), Is.GreaterThan(3));
        }
    }

    [TestCase("1,1", 0, "")]
    [TestCase("1,7", 1, "unknown-reference")]
    public async Task Validate_HoldsATableOfAPackageAgainstItsNeighbours(string row, int code, string finding)
    {
        _folder.Write("p/data/obras.csv", "id,comuna\n" + row + "\n");
        _folder.Write("p/data/comunas.csv", "numero\n1\n2\n");
        _folder.Write("p/schemas/obras.json", """{"fields":[{"name":"id"},{"name":"comuna"}],"foreignKeys":[{"fields":"comuna","reference":{"resource":"comunas","fields":"numero"}}]}""");
        var package = _folder.Write("p/datapackage.json", """{"resources":[{"name":"obras","path":"data/obras.csv","schema":"schemas/obras.json"},{"name":"comunas","path":"data/comunas.csv"}]}""");
        var run = await CatalogProcess.RunAsync("validate", _folder.Combine("p", "data", "obras.csv"), "--schema", package, "--json");
        var findings = JsonDocument.Parse(run.Output).RootElement.GetProperty("tables")[0].GetProperty("examination").GetProperty("check").GetProperty("findings");
        Assert.That((run.Code, string.Join(' ', findings.EnumerateArray().Select(f => f.GetProperty("code").GetString()))), Is.EqualTo((code, finding)));
    }

    [TestCase("""{"fields":[{"name":"obra","type":"string"},{"name":"monto","type":"number","decimalChar":",","groupChar":"."}]}""", 0, true)]
    [TestCase("""{"fields":[{"name":"obra","type":"string"},{"name":"monto","type":"boolean"}]}""", 1, false)]
    public async Task Validate_HoldsATableAgainstASchema(string schema, int code, bool valid)
    {
        var run = await CatalogProcess.RunAsync("validate", _folder.Combine("obras.csv"), "--schema", _folder.Write("schema.json", schema), "--json");
        using var report = JsonDocument.Parse(run.Output);
        var examination = report.RootElement.GetProperty("tables")[0].GetProperty("examination");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.EqualTo(code));
            Assert.That(examination.GetProperty("check").GetProperty("valid").GetBoolean(), Is.EqualTo(valid));
            Assert.That(examination.GetProperty("columns").GetArrayLength(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task SchemaThatIsNone_IsRefused()
    {
        var run = await CatalogProcess.RunAsync("validate", _folder.Combine("obras.csv"), "--schema", _folder.Write("schema.json", "[]"));
        Assert.That(run.Code, Is.EqualTo(2));
    }

    [Test]
    public async Task Validate_ReadsATableAtAnAddress()
    {
        await using var portal = await FakePortal.StartAsync();
        portal["/obras.csv"] = new FakeAnswer { Body = System.Text.Encoding.Latin1.GetBytes("obra;año\nTúnel;2020\nPlaza;2021\n"), MediaType = "text/csv" };
        var found = await CatalogProcess.RunAsync("validate", portal.At("/obras.csv").AbsoluteUri, "--table", "--json");
        var missing = await CatalogProcess.RunAsync("validate", portal.At("/nada.csv").AbsoluteUri, "--table");
        using var report = JsonDocument.Parse(found.Output);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Code, Is.Zero);
            Assert.That(report.RootElement.GetProperty("file").GetString(), Is.EqualTo("obras.csv"));
            Assert.That(report.RootElement.GetProperty("tables")[0].GetProperty("columns")[1].GetString(), Is.EqualTo("año"));
            Assert.That(missing.Code, Is.EqualTo(2));
            Assert.That(missing.Errors, Does.Contain("http-status"));
        }
    }
}
