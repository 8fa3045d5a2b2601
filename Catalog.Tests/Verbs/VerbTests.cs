using System.Text.Json;
using Catalog.Tests.Support;

namespace Catalog.Tests.Verbs;

/// <summary>The verbs as a data officer calls them: output and exit codes of the real program.</summary>
public sealed class VerbTests
{
    private TempFolder _folder = null!;
    private string _config = null!;

    [SetUp]
    public void Open()
    {
        _folder = new TempFolder();
        _folder.Write("data.json", Some.DataJson(20));
        _config = _folder.Write("harvest.yaml", """
            catalog: { title: Prueba, description: Prueba }
            publishers: [ { id: gobierno, name: Gobierno } ]
            sources: [ { id: ciudad, type: datajson, url: data.json, publisher: gobierno } ]
            """);
    }

    [TearDown]
    public void Close() => _folder.Dispose();

    [Test]
    public async Task Harvest_SaysWhatItDid_AndTheSecondTimeThatNothingChanged()
    {
        var (code, first, errors) = await RunAsync("harvest", "--no-files");
        var (_, second, _) = await RunAsync("harvest", "--no-files");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero, errors);
            Assert.That(first, Does.Contain("20 added, 0 changed, 0 removed, 0 unchanged").And.Contain("20 conform"));
            Assert.That(second, Does.Contain("0 added, 0 changed, 0 removed, 20 unchanged"));
        }
    }

    [Test]
    public async Task HeldTable_IsListedAndApproved()
    {
        var config = _folder.Write("harvest.yaml", """
            catalog: { title: Prueba, description: Prueba }
            publishers: [ { id: gobierno, name: Gobierno } ]
            sources:
              - id: ciudad
                type: files
                publisher: gobierno
                policy: { tables: hold }
                tables: [ { file: "obras.*", schema: esquema.json } ]
                datasets: [ { identifier: obras, title: Obras, description: Obras, files: [ { url: obras.csv, identifier: obras.csv } ] } ]
            """);
        _folder.Write("obras.csv", "id,monto\n1,x\n");
        _folder.Write("esquema.json", """{"fields":[{"name":"id"},{"name":"monto","type":"integer"}]}""");
        await RunAsync("harvest");
        var (waiting, list, _) = await RunAsync("held");
        var version = list.Split(' ')[0];
        var (approved, answer, errors) = await RunAsync("held", "--approve", version);
        var (after, none, _) = await RunAsync("held");
        var (again, _, why) = await RunAsync("held", "--approve", version);
        var (wrong, _, how) = await RunAsync("held", "--approve", "1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(config, Is.EqualTo(_config));
            Assert.That((waiting, approved, after, again, wrong), Is.EqualTo((3, 0, 0, 2, 2)), errors);
            Assert.That(list, Does.Contain("@1  ciudad  obras  obras.csv").And.Contain("value-not-of-type"));
            Assert.That(answer, Does.StartWith("1 table of " + version));
            Assert.That(none, Does.Contain("No table is held."));
            Assert.That((why.Trim(), how.Trim()), Is.EqualTo(($"No table of {version} is held; 'held' lists those that wait.", "'1' is not DISTRIBUTION@VERSION; 'held' lists those that wait.")));
        }
    }

    [Test]
    public async Task HalfASource_IsHeldWithCode3_AndApprovalRemoves()
    {
        await RunAsync("harvest", "--no-files");
        _folder.Write("data.json", Some.DataJson(10));

        var (planned, plan, _) = await RunAsync("plan");
        var (held, output, _) = await RunAsync("harvest", "--no-files");
        var (approved, after, _) = await RunAsync("harvest", "--no-files", "--approve", "2");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((planned, held, approved), Is.EqualTo((3, 3, 0)));
            Assert.That(plan, Does.Contain("10 to hold").And.Contain("10 of 20 datasets are gone"));
            Assert.That(output, Does.Contain("0 removed").And.Contain("too-many-removals").And.Contain("harvest --approve 2"));
            Assert.That(after, Does.Contain("10 removed"));
        }
    }

    [Test]
    public async Task TruncatedSource_FailsWithCode2()
    {
        await RunAsync("harvest", "--no-files");
        var text = Some.DataJson(20);
        _folder.Write("data.json", text[..(text.Length / 2)]);

        var (code, output, _) = await RunAsync("harvest", "--no-files");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(output, Does.Contain("failed, nothing changed").And.Contain("malformed-json"));
        }
    }

    [Test]
    public async Task FindingsAtErrorLevel_GiveCode1AndAreNamed()
    {
        _folder.Write("data.json", Some.DataJson(2, more: n => n == 1 ? "\"landingPage\": \"https://datos.example/con blanco\"," : ""));

        var (code, output, _) = await RunAsync("harvest", "--no-files");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Contain("error bad-url ds-1/landingPage").And.Contain("[https://datos.example/con blanco]"));
        }
    }

    [Test]
    public async Task PlanAsJson_IsWhole()
    {
        var (code, output, _) = await RunAsync("plan", "--json");

        using var json = JsonDocument.Parse(output);
        var plan = json.RootElement[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero);
            Assert.That(plan.GetProperty("items").GetArrayLength(), Is.EqualTo(20));
            Assert.That(plan.GetProperty("items")[0].GetProperty("action").GetString(), Is.EqualTo("add"));
        }
    }

    [Test]
    public async Task Check_PrintsErrorsWithTheirPlace()
    {
        _folder.Write("harvest.yaml", "catalog: { title: Prueba, description: Prueba }\nsources:\n  - { id: x, type: datajso, url: data.json }\n");

        var (code, _, errors) = await RunAsync("check");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(errors, Does.Contain("harvest.yaml:3:").And.Contain("datajson"));
        }
    }

    [Test]
    public async Task Reindex_FillsADeletedIndex()
    {
        await RunAsync("harvest", "--no-files");
        Directory.Delete(_folder.Combine("data", "index"), recursive: true);

        var (code, output, errors) = await RunAsync("reindex");

        Assert.That((code, output.Trim()), Is.EqualTo((0, "Index built from 20 changes.")), errors);
    }

    [Test]
    public async Task UnknownSource_IsNamedWithTheKnownOnes()
    {
        var (code, _, errors) = await RunAsync("harvest", "--source", "cuidad");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(errors, Does.Contain("cuidad").And.Contain("ciudad"));
        }
    }

    [Test]
    public async Task Validate_GivesTheVerdictOfALoneFile()
    {
        var good = await CatalogProcess.RunAsync("validate", _folder.Combine("data.json"));
        _folder.Write("bad.json", Some.DataJson(1).Replace("R/P1M", "RP1M", StringComparison.Ordinal));
        var bad = await CatalogProcess.RunAsync("validate", _folder.Combine("bad.json"), "--json");

        using var report = JsonDocument.Parse(bad.Output);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((good.Code, bad.Code), Is.EqualTo((0, 1)));
            Assert.That(report.RootElement.GetProperty("records")[0].GetProperty("findings")[0].GetProperty("pointer").GetString(), Is.EqualTo("/accrualPeriodicity"));
        }
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        CatalogProcess.RunAsync([.. arguments, "--config", _config, "--data", _folder.Combine("data")]);
}
