using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Tests.Support;
using NJsonSchema;

namespace Catalog.Tests.Core.Formats;

public sealed class DataJsonWriterTests
{
    [TestCase(DataJsonProfile.DcatUs, "mailto:mesa@salud.example")]
    [TestCase(DataJsonProfile.Argentina, "mesa@salud.example")]
    public async Task Email_IsWrittenAsTheProfileWantsIt(DataJsonProfile profile, string expected)
    {
        var dataset = await Dataset(SomePublished.Catalog, SomePublished.Rich, profile);
        Assert.That(dataset.GetProperty("contactPoint").GetProperty("hasEmail").GetString(), Is.EqualTo(expected));
    }

    [TestCase(DataJsonProfile.DcatUs, "eventual", "irregular")]
    [TestCase(DataJsonProfile.Argentina, "irregular", "eventual")]
    [TestCase(DataJsonProfile.DcatUs, "mensual", "R/P1M")]
    [TestCase(DataJsonProfile.Argentina, "R/P1Y6M", "eventual")]
    [TestCase(DataJsonProfile.DcatUs, "a veces", null)]
    public async Task Rhythm_IsWrittenAsTheProfileWantsIt(DataJsonProfile profile, string given, string? expected)
    {
        var dataset = await Dataset(SomePublished.Catalog, With(d => d with { AccrualPeriodicity = given }), profile);
        Assert.That(Text(dataset, "accrualPeriodicity"), Is.EqualTo(expected));
    }

    [Test]
    public async Task Contact_FallsBackToWhoeverHasAMailbox()
    {
        var ofMinistry = SomePublished.Minimal with { PublisherId = "salud" };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Email(SomePublished.Catalog, ofMinistry), Is.EqualTo("mailto:salud@villaejemplo.example"));
            Assert.That(await Email(SomePublished.Catalog, SomePublished.Minimal), Is.EqualTo("mailto:datos@villaejemplo.example"));
            Assert.That(await Email(SomePublished.BareCatalog, SomePublished.Minimal), Is.EqualTo("mailto:none@contact.invalid"));
        }

        static async Task<string?> Email(DataCatalog catalog, PublishedDataset published) =>
            (await Dataset(catalog, published, DataJsonProfile.DcatUs)).GetProperty("contactPoint").GetProperty("hasEmail").GetString();
    }

    [Test]
    public async Task Modified_FallsBackToWhatIsKnownAndNeverToTheClock()
    {
        var distribution = new Distribution { Id = Guid.Empty, Modified = DcatDate.Parse("2020-02-03"), Issued = DcatDate.Parse("2019-01-01") };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Modified(d => d with { Issued = DcatDate.Parse("2021") }, SomePublished.Catalog), Is.EqualTo("2021"));
            Assert.That(await Modified(d => d with { Distributions = [distribution] }, SomePublished.Catalog), Is.EqualTo("2020-02-03"));
            Assert.That(await Modified(d => d, SomePublished.Catalog), Is.EqualTo("2024-03-01"));
            Assert.That(await Modified(d => d with { AccrualPeriodicity = "R/P1D" }, SomePublished.BareCatalog), Is.EqualTo("R/P1D"));
            Assert.That(await Modified(d => d, SomePublished.BareCatalog), Is.Null);
        }

        static async Task<string?> Modified(Func<Dataset, Dataset> change, DataCatalog catalog) =>
            Text(await Dataset(catalog, With(change), DataJsonProfile.DcatUs), "modified");
    }

    [TestCase("2019", "2020", DataJsonProfile.DcatUs, "2019/2020")]
    [TestCase("2019", "2020", DataJsonProfile.Argentina, "2019-01-01/2020-12-31")]
    [TestCase("2019", "2020-02", DataJsonProfile.DcatUs, "2019-01-01/2020-02-29")]
    [TestCase("2019-01-01", "2020-02-03T10:00:00", DataJsonProfile.DcatUs, "2019-01-01/2020-02-03")]
    [TestCase("2019-01-01T00:00:00", "2020-02-03T10:00:00", DataJsonProfile.DcatUs, "2019-01-01T00:00:00-03:00/2020-02-03T10:00:00-03:00")]
    [TestCase("2019-01-01", null, DataJsonProfile.DcatUs, null)]
    [TestCase("2019-01-01", null, DataJsonProfile.Argentina, "2019-01-01")]
    public async Task Period_HasBothEndsInOnePrecision(string start, string? end, DataJsonProfile profile, string? expected)
    {
        var period = new PeriodOfTime { Start = DcatDate.Parse(start), End = end is null ? null : DcatDate.Parse(end) };
        Assert.That(Text(await Dataset(SomePublished.Catalog, With(d => d with { Temporal = [period] }), profile), "temporal"), Is.EqualTo(expected));
    }

    [Test]
    public async Task Extras_KeepTheirKeysButNeverReplaceOurs()
    {
        var dataset = await Dataset(SomePublished.Catalog, SomePublished.Rich, DataJsonProfile.DcatUs);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(dataset, "estado"), Is.EqualTo("vigente"));
            Assert.That(dataset.GetProperty("niveles").GetArrayLength(), Is.EqualTo(2));
            Assert.That(Text(dataset, "title"), Is.EqualTo("Centros de salud"));
            Assert.That(dataset.GetProperty("bureauCode")[0].GetString(), Is.EqualTo("015:11"));
            Assert.That(dataset.TryGetProperty("dataQuality", out _), Is.False, "DCAT-US allows a truth value only");
        }
    }

    [Test]
    public async Task KeyOfAnObject_IsWrittenOnce()
    {
        var text = await Documents.DataJson(SomePublished.Catalog, DataJsonProfile.DcatUs, SomePublished.Hostile);
        Assert.That(() => JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false }), Throws.Nothing);
    }

    [Test]
    public async Task IdentifiersThatClash_AreToldApart()
    {
        var other = SomePublished.Minimal with { Dataset = SomePublished.Minimal.Dataset with { Id = DeterministicId.OfDataset("otra", "minimo"), SourceId = "otra" } };
        using var document = JsonDocument.Parse(await Documents.DataJson(SomePublished.Catalog, DataJsonProfile.DcatUs, SomePublished.Minimal, other));
        var identifiers = document.RootElement.GetProperty("dataset").EnumerateArray().Select(d => Text(d, "identifier"));
        Assert.That(identifiers, Is.EqualTo(new[] { "minimo", other.Dataset.Id.ToString("D") }));
    }

    [Test]
    public async Task ThemeTaxonomy_HoldsEveryThemeInUse()
    {
        using var document = JsonDocument.Parse(await Documents.DataJson(SomePublished.Catalog, DataJsonProfile.Argentina, SomePublished.Rich));
        var ids = document.RootElement.GetProperty("themeTaxonomy").EnumerateArray().Select(t => Text(t, "id")).ToList();
        var used = document.RootElement.GetProperty("dataset")[0].GetProperty("theme").EnumerateArray().Select(t => t.GetString());
        Assert.That(used, Is.SubsetOf(ids));
    }

    /// <summary>The published schema of DCAT-US 1.1, federal rules included, where its copy is at hand.</summary>
    [TestCase("rich")]
    [TestCase("minimal")]
    [TestCase("hostile")]
    public async Task Dataset_SatisfiesTheFederalSchema(string which)
    {
        using var folder = new TempFolder();
        // One escape in it is legal in JavaScript's expressions only.
        foreach (var file in Directory.EnumerateFiles(Fixtures.Path("dcat", "dcat-us-1.1", "schema"), "*.json"))
            folder.Write(Path.GetFileName(file), (await File.ReadAllTextAsync(file)).Replace("\\\\_", "_", StringComparison.Ordinal));
        var schema = await JsonSchema.FromFileAsync(folder.Combine("dataset.json"));
        var published = which switch { "rich" => SomePublished.Rich, "minimal" => SomePublished.Minimal, _ => SomePublished.Hostile };
        var dataset = await Dataset(SomePublished.Catalog, published, DataJsonProfile.DcatUs);
        Assert.That(schema.Validate(dataset.GetRawText()).Select(e => e.ToString()), Is.Empty);
    }

    private static PublishedDataset With(Func<Dataset, Dataset> change) => SomePublished.Minimal with { Dataset = change(SomePublished.Minimal.Dataset) };

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static async Task<JsonElement> Dataset(DataCatalog catalog, PublishedDataset published, DataJsonProfile profile)
    {
        using var document = JsonDocument.Parse(await Documents.DataJson(catalog, profile, published));
        return document.RootElement.GetProperty("dataset")[0].Clone();
    }
}
