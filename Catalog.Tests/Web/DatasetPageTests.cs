using System.Net;
using System.Text.RegularExpressions;

namespace Catalog.Tests.Web;

public sealed class DatasetPageTests
{
    private const string Budget = "/dataset/presupuesto-ejecutado-2026";

    [Test]
    public async Task Page_ShowsMetadataFilesPreviewAndHistory()
    {
        var page = await Portal.Host.PageAsync(Budget);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("<h1>Presupuesto ejecutado 2026</h1>"));
            Assert.That(page, Does.Contain("<strong>devengado</strong>"), "Markdown");
            Assert.That(page, Does.Contain("<b>En pesos</b>"), "HTML");
            Assert.That(page, Does.Contain("Consejo de la Magistratura").And.Contains("4 de mayo de 2026").And.Contains("Mensual").And.Contains("mesa@ciudad.example"));
            Assert.That(page, Does.Contain("<th scope=\"col\" class=\"number\">año</th>").And.Contains("<td>Educación 8</td>").And.Not.Contains("Educación 9<"));
            Assert.That(page, Does.Contain("<td class=\"number\">2026</td>").And.Contains("<td class=\"number\">8.000,5</td>"));
            Assert.That(page, Does.Contain("ISO-8859-1").And.Contains("Separador: punto y coma"));
            Assert.That(page, Does.Contain("Importe devengado, en pesos"));
            Assert.That(page, Does.Contain("Cambió 1 campo").And.Contains("Primera descripción."));
            Assert.That(page, Does.Contain("\"@type\": \"Dataset\"").Or.Contain("\"@type\":\"Dataset\""));
            Assert.That(page, Does.Contain("rel=\"alternate\" type=\"text/turtle\""));
        }
    }

    [Test]
    public async Task EnglishPage_MarksSpanishWords()
    {
        var page = await Portal.Host.PageAsync(Budget, "en");
        Assert.That(page, Does.Contain("<h1 lang=\"es\">Presupuesto ejecutado 2026</h1>").And.Contains("4 May 2026"));
    }

    [Test]
    public async Task IdAndFormerNameAndCapitals_LeadToTheName()
    {
        var id = Portal.Host.Dataset(PortalSeed.Budget).Id;
        foreach (var name in new[] { id.ToString("D"), PortalSeed.FormerSlug, "Presupuesto-Ejecutado-2026" })
        {
            using var answer = await Portal.Host.GetAsync("/dataset/" + name);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently), name);
                Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo(Budget), name);
            }
        }
    }

    [Test]
    public async Task Withdrawn_IsGoneAndShowsItsLastCopy()
    {
        using var answer = await Portal.Host.GetAsync("/dataset/conjunto-retirado", ("Accept-Language", "es"));
        var page = await answer.Content.ReadAsStringAsync();
        using var feed = await Portal.Host.GetAsync("/dataset/conjunto-retirado.ttl");
        var file = Regex.Match(page, "href=\"(/dataset/conjunto-retirado/resource/[^\"]+/download/[^\"]+)\"").Groups[1].Value;
        using var download = await Portal.Host.GetAsync(file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(page, Does.Contain("ya no se publica").And.Contains("Conjunto retirado").And.Contains("noindex"));
            Assert.That(feed.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(await download.Content.ReadAsByteArrayAsync(), Is.EqualTo(Portal.Seed.BudgetBytes));
        }
    }

    [Test]
    public async Task FailedCheck_KeepsTheLastGoodCopyAndSaysSo()
    {
        var page = await Portal.Host.PageAsync("/dataset/hospitales-publicos");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("Ofrecemos la última copia buena, del 24 de noviembre de 2026"));
            Assert.That(page, Does.Contain("<td>Pirovano</td>"));
        }
    }

    [Test]
    public async Task FileNeverCopied_IsSaidAndLinkedAtItsSource()
    {
        var page = await Portal.Host.PageAsync("/dataset/censo-sin-copia");
        Assert.That(page, Does.Contain("No pudimos copiar este archivo").And.Contains("https://datos.example/no-existe.csv"));
    }

    [TestCase("text/turtle", "text/turtle")]
    [TestCase("application/ld+json", "application/ld+json")]
    [TestCase("text/html;q=0.5, text/turtle", "text/turtle")]
    [TestCase("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [TestCase("*/*", "text/html")]
    [TestCase("application/rdf+xml", "application/rdf+xml")]
    [TestCase("application/n-triples;q=0.9, text/html;q=0.8", "application/n-triples")]
    [TestCase("application/json", "application/problem+json")]
    public async Task Accept_ChoosesTheForm(string accept, string expected)
    {
        using var answer = await Portal.Host.GetAsync(Budget, ("Accept", accept));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo(expected));
            Assert.That(answer.Headers.Vary, Does.Contain("Accept"));
        }
    }

    [Test]
    public async Task ResourcePage_ShowsTheFileAndItsVersions()
    {
        var page = await Portal.Host.PageAsync(Budget);
        var path = Regex.Match(page, "href=\"(/dataset/presupuesto-ejecutado-2026/resource/[0-9a-f-]+)\"").Groups[1].Value;
        var resource = await Portal.Host.PageAsync(path);
        Assert.That(resource, Does.Contain("<h1>Tabla anual").And.Contains("presupuesto.csv").And.Contains("?version=1").And.Contains("Educación 50"));
    }

    [Test]
    public async Task HarvestPages_ShowFindingsAndFailedDownloads()
    {
        var source = await Portal.Host.PageAsync("/harvest/ciudad");
        var record = await Portal.Host.PageAsync("/harvest/ciudad/record?id=hostil");
        var run = await Portal.Host.PageAsync("/harvest/run/2");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(source, Does.Contain("https://datos.example/no-existe.csv").And.Contains("file-missing"));
            Assert.That(record, Does.Contain("/contactPoint/hasEmail").And.Contains("no-es-un-correo"));
            Assert.That(run, Does.Contain("Retirado").And.Contains("Conjunto retirado").And.Contains("Primera descripción."));
        }
    }
}
