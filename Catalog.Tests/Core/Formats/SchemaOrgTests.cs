using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;

namespace Catalog.Tests.Core.Formats;

public sealed class SchemaOrgTests
{
    [Test]
    public void Json_CannotEndItsScriptElement()
    {
        var json = SchemaOrg.Dataset(SomePublished.Hostile, SomePublished.Catalog, "es");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(json, Does.Contain("\\u003C/script\\u003E"));
            Assert.That(json.IndexOfAny(['<', '>', '&', '\'', '\u2028', '\u2029']), Is.EqualTo(-1));
        }
    }

    [Test]
    public void Letters_StayReadable() =>
        Assert.That(SchemaOrg.DataCatalog(SomePublished.Catalog, "es"), Does.Contain("Catálogo"));

    [TestCase("es", "Health")]
    [TestCase("en", "")]
    public void Description_IsLongEnoughForSearchEngines(string language, string description)
    {
        var published = SomePublished.Minimal with { Dataset = SomePublished.Minimal.Dataset with { Description = Text.Of("es", description) } };
        Assert.That(Member(SchemaOrg.Dataset(published, SomePublished.Catalog, language), "description"), Has.Length.InRange(50, 5000));
    }

    [Test]
    public void Download_IsOurCopyWhenWeHoldIt()
    {
        using var document = JsonDocument.Parse(SchemaOrg.Dataset(SomePublished.Rich, SomePublished.Catalog, "es"));
        var downloads = document.RootElement.GetProperty("distribution");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(downloads[0].GetProperty("contentUrl").GetString(), Does.EndWith("/download/centros%20de%20salud.csv"));
            Assert.That(downloads[0].GetProperty("encodingFormat").GetString(), Is.EqualTo("text/csv"));
            Assert.That(downloads[2].GetProperty("contentUrl").GetString(), Is.EqualTo("https://salud.example/planos.dwg"));
        }
    }

    [Test]
    public void OpenPeriod_IsWrittenWithPoints()
    {
        var period = new PeriodOfTime { Start = DcatDate.Parse("2019") };
        var published = SomePublished.Minimal with { Dataset = SomePublished.Minimal.Dataset with { Temporal = [period] } };
        Assert.That(Member(SchemaOrg.Dataset(published, SomePublished.Catalog, "es"), "temporalCoverage"), Is.EqualTo("2019/.."));
    }

    private static string? Member(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty(name).GetString();
    }
}
