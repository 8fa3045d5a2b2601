using System.Text.Json.Nodes;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Drift;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Config;

public sealed class HarvestConfigLoaderTests
{
    private TempFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = ConfigSamples.Folder();

    [TearDown]
    public void DropFolder() => _folder.Dispose();

    [Test]
    public void LeastConfig_GetsEveryDefault()
    {
        var config = Good(ConfigSamples.Least.Replace("[]", $"\n  - {{ id: portal, type: datajson, url: https://example.org/data.json }}"));
        var source = config.Sources[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(config.Path, Is.EqualTo(_folder.Combine("harvest.yaml")));
            Assert.That(config.Folder, Is.EqualTo(_folder.Path));
            Assert.That(config.Catalog.Title, Is.EqualTo(Text.Of("es", "Datos")));
            Assert.That(config.Catalog.Url, Is.EqualTo("http://localhost:5080"));
            Assert.That(config.Catalog.Languages, Is.EqualTo(new[] { "es", "en" }));
            Assert.That(config.Catalog.TimeZone, Is.EqualTo("America/Argentina/Buenos_Aires"));
            Assert.That(config.Catalog.License, Is.EqualTo("CC-BY-4.0"));
            Assert.That(config.Catalog.Publisher, Is.EqualTo(new Agent { Name = Text.Of("es", "Datos") }));
            Assert.That(config.Catalog.Sectors, Is.EqualTo(SuperThemes.DefaultSectors));
            Assert.That(source, Is.EqualTo(new HarvestSource
            {
                Id = "portal",
                Type = SourceType.DataJson,
                Title = Text.Of("es", "portal"),
                Url = "https://example.org/data.json",
                Place = "https://example.org/data.json",
                Language = "es",
            }));
            Assert.That(source.Policy.MaxRemovals, Is.EqualTo(MaxRemovals.Default));
        }
    }

    [Test]
    public void EverythingFilledIn_IsUnderstood()
    {
        var config = Good(ConfigSamples.Everything);
        var catalog = config.Catalog;
        var (portal, folder) = (config.Sources[0], config.Sources[1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalog.Title, Is.EqualTo(Text.Of(new LangString("es", "Datos de la ciudad"), new LangString("en", "City data"))));
            Assert.That(catalog.Url, Is.EqualTo("https://datos.example.org"));
            Assert.That(catalog.Publisher.Id, Is.EqualTo("suprema"));
            Assert.That(catalog.Languages, Is.EqualTo(new[] { "es", "en", "pt-br" }));
            Assert.That((catalog.TimeZone, catalog.License, catalog.Homepage, catalog.Spatial), Is.EqualTo(("America/Montevideo", "ODbL-1.0", "https://example.org/datos", "02")));
            Assert.That(catalog.Issued, Is.EqualTo(DcatDate.Parse("2019-04")));
            Assert.That(catalog.Publishers[0], Is.EqualTo(new Publisher
            {
                Id = "salud",
                Name = Text.Of("es", "Ministerio de Salud"),
                Description = Text.Of(new LangString("es", "Hospitales"), new LangString("en", "Hospitals")),
                Email = "datos@salud.example.org",
                Url = "https://salud.example.org",
                Aliases = ["Min. Salud", "MSAL"],
            }));
            Assert.That(catalog.Publishers[2].Branch, Is.EqualTo(Branch.Judiciary), "a body below a court is of the judiciary");
            Assert.That(catalog.Sectors, Is.EqualTo(new[]
            {
                new Sector
                {
                    Id = "vida", Title = Text.Of(new LangString("es", "Vida"), new LangString("en", "Life")), Description = Text.Of("es", "Salud y ambiente"),
                    EuTheme = "HEAL", SuperThemes = ["HEAL", "ENVI"], Aliases = ["salud"],
                },
            }));
            Assert.That(portal, Is.EqualTo(new HarvestSource
            {
                Id = "portal",
                Type = SourceType.DataJson,
                Url = "https://portal.example.org/data.json?key=" + ConfigSamples.Secret,
                Place = "https://portal.example.org/data.json?key=${PORTAL_KEY}",
                Title = Text.Of("es", "El portal"),
                Publisher = "salud",
                Sectors = ["vida"],
                Profile = MetadataProfile.DcatUs,
                Language = "en",
                Schedule = new HarvestSchedule("0 30 3 * * ?", "Europe/Madrid"),
                Policy = new HarvestPolicy { OnInvalid = OnInvalid.Hold, MaxRemovals = new MaxRemovals { Percent = 12.5 }, Schemas = [_folder.Combine("schemas", "dataset.json")], Tables = new TablePolicy { OnBadTable = OnBadTable.Hold, OnPersonalData = OnPersonalData.Hold, MaxRowLoss = 7.5, MaxNullRise = 20 } },
                Mirrors = [new Mirror("https://portal.example.org/files/", _folder.Combine("mirror"))],
                Headers = [new Header("Authorization", "Bearer " + ConfigSamples.Secret), new Header("X-Price", "${5}")],
                AllowPrivateHosts = ["intranet.example.org", "10.0.0.7"],
                Tables =
                [
                    new TableRule
                    {
                        Dataset = "camas-*", File = "*.csv", Sheet = "Camas", Schema = _folder.Combine("schemas", "camas.json"), SchemaPlace = "schemas/camas.json",
                        Dialect = new DeclaredDialect { Encoding = "windows-1252", Delimiter = "\t", QuoteChar = '\'', EscapeChar = '\0', PreambleLines = 2, HeaderRows = 1, CommentPrefix = "#" },
                    },
                    new TableRule { Schema = "https://portal.example.org/esquema.json", SchemaPlace = "https://portal.example.org/esquema.json" },
                ],
            }));
            Assert.That(folder.Url, Is.EqualTo(_folder.Combine("mirror")));
            Assert.That(folder.Title, Is.EqualTo(Text.Of("es", "Archivo")), "the publisher's name");
            Assert.That(folder.Schedule, Is.EqualTo(new HarvestSchedule("0 0 4 ? * MON-FRI", "America/Montevideo")));
            Assert.That(config.FindSource("carpeta"), Is.SameAs(folder));
        }
    }

    [Test]
    public void InlineDataset_IsTheJsonOfTheDocumentInItsOrder()
    {
        var config = Good(ConfigSamples.Everything);
        var dataset = config.Sources[2].Datasets[0];
        var path = _folder.Combine("data", "camas.csv").Replace("\\", "\\\\");
        var expected = $$"""
            {"identifier":"camas","title":{"es":"Camas","en":"Beds"},"description":"Camas por hospital","keywords":["camas","2020"],
            "themes":["salud"],"superThemes":["HEAL"],"publisher":"salud","contact":{"name":"Mesa de datos","email":"mesa@salud.example.org"},
            "issued":"2020","modified":"2020-05-31","frequency":"R/P1M","temporal":"2019-01-01/2019-12-31","spatial":"ARG","license":"CC-BY-4.0",
            "landingPage":"https://salud.example.org/camas","source":"Dirección de Estadística","languages":["es"],"files":[
            {"url":"{{path}}","title":"Camas","description":{"es":"Una fila por hospital"},"format":"CSV","mediaType":"text/csv",
            "identifier":"camas-csv","license":"CC0-1.0","issued":"2020-01","modified":"2020-05-31T10:00:00-03:00",
            "fields":[{"name":"camas","type":"integer","description":"Camas instaladas","units":"camas"}]},
            {"url":"https://salud.example.org/camas.json"}]}
            """;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dataset.Json, Is.EqualTo(expected.ReplaceLineEndings("")));
            Assert.That(dataset.Line, Is.EqualTo(Array.FindIndex(ConfigSamples.Everything.Split('\n'), line => line.Contains("identifier: camas")) + 1));
            Assert.That(JsonNode.Parse(dataset.Json), Is.Not.Null);
        }
    }

    [TestCase("5", 5, 0)]
    [TestCase("0", 0, 0)]
    [TestCase("10%", 0, 10)]
    [TestCase("12.5%", 0, 12.5)]
    [TestCase("100 %", 0, 100)]
    public void MaxRemovals_IsACountOrAShare(string text, int count, double percent)
    {
        var config = Good(ConfigSamples.Least.Replace("[]", $"[{{ id: ab, type: folder, url: mirror, policy: {{ maxRemovals: {text} }} }}]"));
        Assert.That(config.Sources[0].Policy.MaxRemovals, Is.EqualTo(new MaxRemovals { Count = count, Percent = percent }));
    }

    [Test]
    public void AliasedPolicy_StandsForItsAnchor()
    {
        var config = Good(ConfigSamples.Least.Replace("[]", """

              - { id: uno, type: folder, url: mirror, policy: &careful { maxRemovals: 2 } }
              - { id: dos, type: folder, url: mirror, policy: *careful }
            """));
        Assert.That(config.Sources[1].Policy, Is.EqualTo(config.Sources[0].Policy).And.Not.EqualTo(new HarvestPolicy()));
    }

    [Test]
    public void WindowsFileWithByteOrderMark_IsRead()
    {
        var path = _folder.Write("harvest.yaml", "\uFEFF" + ConfigSamples.Everything.ReplaceLineEndings("\r\n"));
        Assert.That(HarvestConfigLoader.Load(path, ConfigSamples.Environment).Errors, Is.Empty);
    }

    [Test]
    public void SeveralErrors_AreToldAtOnceInTheOrderOfTheFile()
    {
        var result = ConfigSamples.Load(_folder, """
            catalog:
              title: Datos
              lenguages: [es]
            publishers:
              - { id: Salud, name: Salud, parent: nobody }
            sources:
              - { id: portal, type: datajsn, publishr: salud }
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Config, Is.Null);
            Assert.That(result.Errors.Select(e => $"{e.Line}:{e.Column}: {e.Code}"), Is.EqualTo(new[]
            {
                "2:3: missing-key", "3:3: unknown-key", "5:11: bad-id", "5:39: unknown-id", "7:25: not-allowed", "7:34: unknown-key",
            }));
        }
    }

    [Test]
    public void Error_ReadsAsOneLineThatATerminalCanOpen()
    {
        var error = ConfigSamples.Load(_folder, ConfigSamples.Least.Replace("[]", "\n  - id: portal\n    publishr: x\n    type: folder\n    url: mirror")).Errors[0];
        Assert.That(error.ToString(), Is.EqualTo($"{_folder.Combine("harvest.yaml")}:6:5: unknown-key: unknown key 'publishr' in sources[0]; did you mean 'publisher'?"));
    }

    private HarvestConfig Good(string yaml)
    {
        var result = ConfigSamples.Load(_folder, yaml);
        Assert.That(result.Errors, Is.Empty);
        return result.Config!;
    }
}
