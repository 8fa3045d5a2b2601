using System.Net;
using System.Text.Json;
using Catalog.Core.Rdf;
using Catalog.Core.Storage;

namespace Catalog.Tests.Web;

/// <summary>Feeds of a part of the catalog, and in other profiles.</summary>
public sealed class FeedFilterTests
{
    private const string DcatDataset = "http://www.w3.org/ns/dcat#Dataset";

    [TestCase("q=hospitales", 1)]
    [TestCase("q=serie", 25)]
    [TestCase("q=serie+inexistente", 0)]
    [TestCase("q=*:*", 29)]
    [TestCase("fq=organization:salud", 27)]
    [TestCase("fq=organization%3Amagistratura", 1)]
    [TestCase("fq=tags:%22cuentas claras%22", 29)]
    [TestCase("fq=res_format:HTML", 1)]
    [TestCase("fq=organization:salud AND res_format:CSV", 27)]
    [TestCase("fq=organization:salud %2Bres_format:HTML", 0)]
    [TestCase("fq=organization:salud&fq=tags:datos&q=camas", 1)]
    [TestCase("q=serie&fq=groups:nada", 0)]
    public async Task Filter_LeavesWhatItSays(string query, int expected)
    {
        using var data = JsonDocument.Parse(await Portal.Host.PageAsync("/data.json?" + query));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await CountAsync("/catalog.nt?" + query), Is.EqualTo(expected));
            Assert.That(await CountAsync("/catalog.ttl?page_size=1000&" + query), Is.EqualTo(expected));
            Assert.That(data.RootElement.GetProperty("dataset").GetArrayLength(), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task ModifiedSince_IsTheTimeOfChangeHere()
    {
        // The second harvest, a day after the first, changed what the budget's record says.
        var budget = Portal.Host.Dataset(PortalSeed.Budget);
        var day = budget.ChangedAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var changed = Portal.Host.Service<DatasetStore>().StreamAll().Count(d => d.ChangedAt >= budget.ChangedAt.UtcDateTime.Date);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed, Is.InRange(1, 28));
            Assert.That(await CountAsync("/catalog.nt?modified_since=" + day), Is.EqualTo(changed));
            Assert.That(await CountAsync($"/catalog.nt?modified_since={day}T00:00:00Z"), Is.EqualTo(changed));
            Assert.That(await CountAsync($"/catalog.nt?modified_since={day}T03:00:00%2B03:00"), Is.EqualTo(changed));
            Assert.That(await CountAsync($"/catalog.nt?modified_since={day}T03:00:00+03:00"), Is.EqualTo(changed), "a plus that was not escaped");
            Assert.That(await CountAsync($"/catalog.nt?modified_since={day}&q=serie"), Is.EqualTo(0));
            Assert.That(await CountAsync("/catalog.nt?modified_since=2000-01-01"), Is.EqualTo(29));
            Assert.That(await CountAsync("/catalog.nt?modified_since=2999-01-01"), Is.EqualTo(0));
        }
    }

    [TestCase("modified_since=ayer", "bad-date", "modified_since")]
    [TestCase("modified_since=2020-13-01", "bad-date", "modified_since")]
    [TestCase("modified_since=01/02/2020", "bad-date", "modified_since")]
    [TestCase("fq=color:verde", "unknown-field", "fq")]
    [TestCase("fq=verde", "bad-filter", "fq")]
    [TestCase("fq=-tags:datos", "bad-filter", "fq")]
    [TestCase("fq=tags:(a OR b)", "bad-filter", "fq")]
    [TestCase("fq=tags:%22abierta", "bad-filter", "fq")]
    [TestCase("fq=tags:", "bad-filter", "fq")]
    [TestCase("fq=tags:da*", "bad-filter", "fq")]
    [TestCase("profiles=dcat-ap-9", "unknown-profile", "profiles")]
    [TestCase("profile=nada", "unknown-profile", "profile")]
    public async Task WrongFilter_IsToldNotIgnored(string query, string code, string parameter)
    {
        foreach (var document in new[] { "/catalog.ttl?", "/catalog.jsonld?page=1&", "/data.json?" })
        {
            if (document == "/data.json?" && parameter == "profiles") continue;
            using var answer = await Portal.Host.GetAsync(document + query);
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            using (Assert.EnterMultipleScope())
            {
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), document);
                Assert.That(problem.RootElement.GetProperty("code").GetString(), Is.EqualTo(code), document);
                Assert.That(problem.RootElement.GetProperty("parameter").GetString(), Is.EqualTo(parameter), document);
                Assert.That(problem.RootElement.GetProperty("known").GetArrayLength(), Is.GreaterThan(1), document);
            }
        }
    }

    [Test]
    public async Task LongQuery_IsRefused()
    {
        using var answer = await Portal.Host.GetAsync("/catalog.ttl?q=" + new string('a', 501));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("query-too-long"));
    }

    [TestCase("", "http://data.europa.eu/r5r/")]
    [TestCase("?profiles=dcat-ap-3", "http://data.europa.eu/r5r/")]
    [TestCase("?profiles=euro_dcat_ap_3", "http://data.europa.eu/r5r/")]
    [TestCase("?profiles=dcat-us-3", "https://resources.data.gov/dcat-us/3.0.0")]
    [TestCase("?profile=schemaorg", "https://schema.org/")]
    public async Task Profile_IsToldAndKeptTo(string query, string standard)
    {
        foreach (var document in new[] { "/catalog.rdf", "/dataset/hospitales-publicos.ttl" })
        {
            using var answer = await Portal.Host.GetAsync(document + query);
            var quads = await Portal.Host.ReadRdfAsync(document + query);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(string.Join(", ", answer.Headers.GetValues("Link")), Does.Contain($"<{standard}>; rel=\"profile\""));
                Assert.That(quads.Any(q => q.Object.Value == DcatDataset), Is.EqualTo(!query.Contains("schema", StringComparison.Ordinal)));
                Assert.That(quads.Any(q => q.Object.Value == "http://schema.org/Dataset"), Is.EqualTo(query.Contains("schema", StringComparison.Ordinal)));
                if (!query.Contains("schema", StringComparison.Ordinal))
                    Assert.That(quads.Where(q => q.Predicate.Value == "http://purl.org/dc/terms/conformsTo" && q.Subject.Value.EndsWith("#record", StringComparison.Ordinal)).Select(q => q.Object.Value).Distinct(), Is.EqualTo(new[] { standard }));
            }
        }
    }

    [TestCase("ttl")]
    [TestCase("rdf")]
    [TestCase("jsonld")]
    public async Task SchemaOrg_IsTheSameGraphInEverySyntax(string extension) =>
        Catalog.Tests.Support.RdfGraphs.AssertSame(await Portal.Host.ReadRdfAsync($"/catalog.{extension}?profiles=schemaorg"), await Portal.Host.ReadRdfAsync("/catalog.nt?profiles=schemaorg"));

    [Test]
    public async Task ChangeSeenByTheIndexLater_ChangesTheTagOfASearchedFeed()
    {
        using var seed = await PortalSeed.CreateAsync();
        await using var host = await seed.HostAsync();
        seed.Catalog.Write("data.json", (await File.ReadAllTextAsync(seed.Catalog.Combine("data.json"))).Replace("Camas por hospital.", "Quirófanos.", StringComparison.Ordinal));
        await seed.Catalog.HarvestAsync(seed.Config.Sources[0]);
        using var behind = await host.GetAsync("/catalog.nt?q=quirofanos");
        host.CatchUp();
        using var after = await host.GetAsync("/catalog.nt?q=quirofanos", ("If-None-Match", behind.Headers.ETag!.ToString()));
        Assert.That(await after.Content.ReadAsStringAsync(), Does.Contain("Quirófanos"));
    }

    private static async Task<int> CountAsync(string path) =>
        (await Portal.Host.ReadRdfAsync(path)).Count(q => q.Predicate.Value == RdfNames.Type && q.Object.Value == DcatDataset);
}
