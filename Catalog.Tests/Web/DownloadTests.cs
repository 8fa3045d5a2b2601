using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Catalog.Tests.Web;

/// <summary>The files themselves.</summary>
public sealed class DownloadTests
{
    private static string PathOf(string title, string file = "")
    {
        var stored = Portal.Host.Dataset(title);
        return $"/dataset/{stored.Slug}/resource/{stored.Dataset.Distributions[0].Id:D}/download{file}";
    }

    [Test]
    public async Task File_IsTheBytesOfItsSource()
    {
        using var answer = await Portal.Host.GetAsync(PathOf(PortalSeed.Budget, "/presupuesto.csv"));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bytes, Is.EqualTo(Portal.Seed.BudgetBytes));
            Assert.That(answer.Headers.ETag!.Tag, Is.EqualTo($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
            Assert.That(answer.Content.Headers.LastModified, Is.Not.Null);
            Assert.That(answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(answer.Content.Headers.ContentDisposition.FileName, Is.EqualTo("presupuesto.csv"));
            Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
            Assert.That(answer.Headers.AcceptRanges, Does.Contain("bytes"));
        }
    }

    [Test]
    public async Task AskedForCompressed_IsStillTheBytesAsStored()
    {
        using var answer = await Portal.Host.GetAsync(PathOf(PortalSeed.Budget), ("Accept-Encoding", "br, gzip"));
        Assert.That(answer.Content.Headers.ContentEncoding, Is.Empty);
    }

    [Test]
    public async Task Head_TellsTheLength()
    {
        using var answer = await Portal.Host.SendAsync(HttpMethod.Head, PathOf(PortalSeed.Budget));
        Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(Portal.Seed.BudgetBytes.Length));
    }

    [Test]
    public async Task Range_GetsItsPart()
    {
        using var answer = await Portal.Host.GetAsync(PathOf(PortalSeed.Budget), ("Range", "bytes=10-19"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
            Assert.That(answer.Content.Headers.ContentRange, Is.EqualTo(new ContentRangeHeaderValue(10, 19, Portal.Seed.BudgetBytes.Length)));
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(Portal.Seed.BudgetBytes[10..20]));
        }
    }

    [Test]
    public async Task RangeOfAnotherVersion_GetsTheWhole()
    {
        using var answer = await Portal.Host.GetAsync(PathOf(PortalSeed.Budget), ("Range", "bytes=10-19"), ("If-Range", "\"old\""));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task RangeBeyondTheEnd_IsRefused()
    {
        using var answer = await Portal.Host.GetAsync(PathOf(PortalSeed.Budget), ("Range", "bytes=9999999-"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestedRangeNotSatisfiable));
    }

    [Test]
    public async Task SameFileAgain_IsNotSentAgain()
    {
        using var first = await Portal.Host.GetAsync(PathOf(PortalSeed.Budget));
        using var again = await Portal.Host.GetAsync(PathOf(PortalSeed.Budget), ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task FileThatABrowserWouldRun_IsHandedOutAsBytes()
    {
        using var answer = await Portal.Host.GetAsync(PathOf("<script>alert('título')</script>Ataque"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/octet-stream"));
            Assert.That(answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox"));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        }
    }

    [Test]
    public async Task FileWithoutCopy_LeadsToItsSource()
    {
        using var answer = await Portal.Host.GetAsync(PathOf(PortalSeed.Uncopied));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
            Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo("https://datos.example/no-existe.csv"));
        }
    }

    [Test]
    public async Task OtherDatasetsFile_IsNotFoundHere()
    {
        var budget = Portal.Host.Dataset(PortalSeed.Budget).Dataset.Distributions[0].Id;
        using var answer = await Portal.Host.GetAsync($"/dataset/hospitales-publicos/resource/{budget:D}/download");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("?version=1", HttpStatusCode.OK)]
    [TestCase("?version=2", HttpStatusCode.NotFound)]
    [TestCase("?version=x", HttpStatusCode.NotFound)]
    public async Task Version_IsThatCopy(string query, HttpStatusCode expected)
    {
        using var answer = await Portal.Host.GetAsync(PathOf(PortalSeed.Budget) + query);
        Assert.That(answer.StatusCode, Is.EqualTo(expected));
    }
}
