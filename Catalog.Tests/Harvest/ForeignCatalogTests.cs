using System.Text.Json;
using System.Text.RegularExpressions;
using Catalog.Core;
using Catalog.Core.Rdf;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest;

/// <summary>
/// Catalogs that others publish, harvested whole: each gives as many datasets and distributions as its list says and
/// docs/conformance-harvest.md repeats, and a second harvest of it finds nothing changed.
/// </summary>
public sealed partial class ForeignCatalogTests
{
    private static readonly Row[] Rows = [.. ReadDocument()];

    private sealed record Row(string File, string Source, int? Datasets, int? Distributions, int Published)
    {
        public override string ToString() => File;
    }

    [TestCaseSource(nameof(Rows))]
    public async Task Catalog_GivesWhatItsListSays_AndIsUnchangedTheSecondTime(object given)
    {
        var row = (Row)given;
        var path = Fixtures.Path(["harvest", .. row.File.Split('/')]);
        if (row.Datasets is null)
        {
            using var stream = File.OpenRead(path);
            var result = RdfReader.Read(stream, RdfSyntax.Turtle, new RdfReadOptions { BaseIri = "http://datos.example/" }, _ => { }, CancellationToken.None);
            Assert.That(result.Failure?.Line, Is.InRange(16, 20), "a strict reading fails where the prefix lacks its end");
            return;
        }
        using var catalog = new TempCatalog();
        var source = new HarvestSource { Id = "ajena", Type = row.Source == "dcat" ? SourceType.Dcat : SourceType.DataJson, Url = path, Language = "en" };

        var run = await catalog.HarvestAsync(source);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Status, Is.EqualTo(RunStatus.Done), run.Message);
            Assert.That(run.Gathered, Is.EqualTo(row.Datasets));
            Assert.That(run.Added, Is.EqualTo(row.Published));
            Assert.That(catalog.Objects.List(source.Id, onlyWithFindings: false, 0, 1000).Sum(o => Distributions(catalog.Objects.FindRaw(source.Id, o.Identifier)!)), Is.EqualTo(row.Distributions));
        }
        var changes = catalog.Changes.Latest();
        var second = await catalog.HarvestAsync(source);
        Assert.That((second.Added, second.Changed, second.Removed, second.Unchanged, catalog.Changes.Latest()), Is.EqualTo((0, 0, 0, row.Published, changes)));
    }

    [Test]
    public void Document_HasEveryCatalogOfTheList()
    {
        var list = File.ReadLines(Fixtures.Path("harvest", "INDEX.tsv")).Skip(1).Select(line => line.Split('\t')).Where(c => c.Length > 8);
        Assert.That(Rows.Select(r => (r.File, r.Datasets?.ToString() ?? "parse-error", r.Distributions?.ToString() ?? "parse-error")), Is.EquivalentTo(list.Select(c => (c[0], c[7], c[8]))));
    }

    private static int Distributions(byte[] raw)
    {
        using var json = JsonDocument.Parse(raw);
        return json.RootElement.EnumerateObject().Where(m => m.Name is "distribution" or "dcat:distribution" or "schema:distribution")
            .Sum(m => m.Value.ValueKind == JsonValueKind.Array ? m.Value.GetArrayLength() : 1);
    }

    private static IEnumerable<Row> ReadDocument()
    {
        var text = File.ReadAllText(Path.Combine(Fixtures.RepositoryRoot, "docs", "conformance-harvest.md"));
        foreach (Match row in TableRow().Matches(text))
            yield return new Row(row.Groups["file"].Value, row.Groups["source"].Value, Number(row.Groups["datasets"].Value), Number(row.Groups["distributions"].Value), Number(row.Groups["published"].Value) ?? 0);
    }

    private static int? Number(string text) => int.TryParse(text, out var number) ? number : null;

    [GeneratedRegex(@"^\| `(?<file>[^`]+)` \| (?<source>dcat|datajson) \| (?<datasets>\S+) \| (?<distributions>\S+) \| (?<published>\S+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
