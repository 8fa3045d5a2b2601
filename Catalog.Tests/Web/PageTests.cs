using System.Net;
using AngleSharp.Html.Parser;
using Dapper;

namespace Catalog.Tests.Web;

/// <summary>What every page owes to whoever asks, and how it treats what strangers write.</summary>
public sealed class PageTests
{
    private static readonly string[] Pages =
    [
        "/", "/dataset", "/dataset?q=presupuesto", "/dataset?groups=salud&organization=salud&res_format=CSV&license_id=CC-BY-4.0&tags=datos&sort=title_string+asc&page=2",
        "/dataset/presupuesto-ejecutado-2026", "/organization", "/organization/salud", "/group", "/group/economia", "/harvest", "/harvest/ciudad",
        "/harvest/ciudad?all=1&page=2", "/harvest/run/1", "/harvest/run/2", "/harvest/ciudad/record?id=presupuesto",
    ];

    [TestCaseSource(nameof(Pages))]
    public async Task Page_IsThereInBothLanguages(string path)
    {
        using var spanish = await Portal.Host.GetAsync(path, ("Accept-Language", "es-AR,es;q=0.9,en;q=0.5"));
        using var english = await Portal.Host.GetAsync(path, ("Accept-Language", "fr,en-GB;q=0.8"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(spanish.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await spanish.Content.ReadAsStringAsync(), Does.Contain("<html lang=\"es\">"));
            Assert.That(await english.Content.ReadAsStringAsync(), Does.Contain("<html lang=\"en\">"));
            Assert.That(english.Headers.Vary, Is.SupersetOf(new[] { "Accept-Language", "Cookie" }));
        }
    }

    [TestCaseSource(nameof(Pages))]
    public async Task SamePageAgain_IsNotSentAgain(string path)
    {
        using var first = await Portal.Host.GetAsync(path);
        var tag = first.Headers.ETag!;
        using var again = await Portal.Host.GetAsync(path, ("If-None-Match", tag.ToString()));
        using var other = await Portal.Host.GetAsync(path, ("If-None-Match", "\"another\""));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tag.IsWeak, Is.False);
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(again.Headers.ETag, Is.EqualTo(tag));
            Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.Empty);
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [TestCaseSource(nameof(Pages))]
    public async Task Head_HasTheHeadersOfGetAndNoBody(string path)
    {
        using var get = await Portal.Host.GetAsync(path);
        using var head = await Portal.Host.SendAsync(HttpMethod.Head, path);
        var body = await get.Content.ReadAsByteArrayAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(head.StatusCode, Is.EqualTo(get.StatusCode));
            Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(body.Length));
            Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag));
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Pages))]
    public async Task Page_CarriesItsWalls(string path)
    {
        using var answer = await Portal.Host.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Header(answer, "Content-Security-Policy"), Does.StartWith("default-src 'none'").And.Not.Contains("unsafe"));
            Assert.That(Header(answer, "X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(Header(answer, "Referrer-Policy"), Is.Not.Empty);
            Assert.That(page, Does.Not.Contain(" style=").And.Not.Contains("<style"));
            Assert.That(page.Replace("<script type=\"application/ld+json\">", "", StringComparison.Ordinal), Does.Not.Contain("<script"));
        }
    }

    [Test]
    public async Task CompressedPage_HasAnotherTag()
    {
        using var plain = await Portal.Host.GetAsync("/");
        using var packed = await Portal.Host.GetAsync("/", ("Accept-Encoding", "br"));
        using var again = await Portal.Host.GetAsync("/", ("Accept-Encoding", "br"), ("If-None-Match", packed.Headers.ETag!.ToString()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(packed.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "br" }));
            Assert.That(packed.Headers.ETag, Is.Not.EqualTo(plain.Headers.ETag));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        }
    }

    /// <summary>Harvested words reach every page as words: no element and no address of theirs does.</summary>
    [TestCase("/")]
    [TestCase("/dataset?q=ataque")]
    [TestCase("/dataset/script-alert-titulo-script-ataque")]
    [TestCase("/organization")]
    [TestCase("/harvest/ciudad?all=1")]
    [TestCase("/harvest/run/1")]
    [TestCase("/harvest/ciudad/record?id=hostil")]
    [TestCase("/dataset?q=%3Cscript%3Ealert(9)%3C/script%3E")]
    [TestCase("/dataset?tags=%22%3E%3Cimg%20src=x%20onerror=alert(9)%3E")]
    [TestCase("/%3Cscript%3Ealert(9)%3C-script%3E")]
    public async Task HostileWords_StayWords(string path)
    {
        using var page = new HtmlParser().ParseDocument(await Portal.Host.PageAsync(path));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelectorAll("script:not([type='application/ld+json']), img, iframe, object, embed, svg[onload]"), Is.Empty);
            Assert.That(page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)), Is.Empty);
            Assert.That(page.QuerySelectorAll("[href], [action], [src]").SelectMany(e => e.Attributes).Select(a => a.Value.Trim()), Has.None.StartsWith("javascript:"));
        }
    }

    [Test]
    public async Task HostileDescription_LosesItsScriptsAndKeepsItsWords()
    {
        var page = await Portal.Host.PageAsync("/dataset/script-alert-titulo-script-ataque");
        Assert.That(page, Does.Contain("acá</a>").And.Contains("<h1>&lt;script&gt;alert("));
    }

    [TestCase("/dataset?page=abc")]
    [TestCase("/dataset?page=99999")]
    [TestCase("/dataset?page=-1")]
    [TestCase("/dataset?page=9999999999999999999")]
    [TestCase("/dataset?sort=foo")]
    [TestCase("/dataset?sort=")]
    [TestCase("/dataset?groups=&groups=&organization=%00")]
    [TestCase("/dataset?q=%22%28%5B%7B%5E~%2A%3F%3A%5C%2F%2B-%26%26%7C%7C")]
    [TestCase("/dataset?q=%ED%A0%80%FF%FE")]
    [TestCase("/dataset?facet=nada&lang=xx&q")]
    [TestCase("/organization/salud?page=777")]
    [TestCase("/group/salud?page=-3&q=%22")]
    [TestCase("/harvest/ciudad?page=500&all=x")]
    [TestCase("/harvest/run/1?page=400")]
    [TestCase("/dataset/presupuesto-ejecutado-2026?preview=nada")]
    public async Task OddParameters_GetAPage(string path)
    {
        using var answer = await Portal.Host.GetAsync(path);
        Assert.That((int)answer.StatusCode, Is.AnyOf(200, 302));
    }

    [Test]
    public async Task EndlessQuery_IsCutAndSaysSo()
    {
        var page = await Portal.Host.PageAsync("/dataset?q=" + new string('a', 10_000));
        Assert.That(page, Does.Contain("usamos los primeros 500 caracteres"));
    }

    [TestCase("/nada", 404)]
    [TestCase("/dataset/nada-de-esto", 404)]
    [TestCase("/dataset/6f9619ff-8b86-d011-b42d-00cf4fc964ff", 404)]
    [TestCase("/organization/nadie", 404)]
    [TestCase("/group/ninguno", 404)]
    [TestCase("/harvest/ninguna", 404)]
    [TestCase("/harvest/run/987654", 404)]
    [TestCase("/harvest/ciudad/record", 404)]
    [TestCase("/harvest/ciudad/record?id=ninguno", 404)]
    [TestCase("/dataset/presupuesto-ejecutado-2026/resource/no-es-un-id", 404)]
    [TestCase("/status/404", 404)]
    [TestCase("/status/12", 404)]
    public async Task WrongAddress_GetsAHelpfulPage(string path, int status)
    {
        using var answer = await Portal.Host.GetAsync(path, ("Accept-Language", "es"));
        var page = await answer.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(status));
            Assert.That(page, Does.Contain("No encontramos esa página").And.Contains("role=\"search\""));
            Assert.That(answer.Headers.Vary.Count(name => name == "Cookie"), Is.EqualTo(1));
        }
    }

    [TestCase("text/html", "No encontramos esa página")]
    [TestCase("text/turtle", "\"code\": \"no-such-dataset\"")]
    public async Task WrongAddressOfADocument_IsAnsweredForWhoeverAsks(string accept, string expected)
    {
        using var answer = await Portal.Host.GetAsync("/dataset/nada-de-esto.ttl", ("Accept-Language", "es"), ("Accept", accept));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(404));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(expected));
        }
    }

    [Test]
    public async Task NearlyRightAddress_IsSearchedFor()
    {
        var page = await Portal.Host.PageAsync("/dataset/presupuesto-ejecutado");
        Assert.That(page, Does.Contain("value=\"presupuesto ejecutado\"").And.Contains("/dataset/presupuesto-ejecutado-2026\""));
    }

    [Test]
    public async Task Failure_GetsAPageThatTellsNothingOfTheInside()
    {
        using var seed = await PortalSeed.CreateAsync();
        await using var host = await seed.HostAsync();
        seed.Catalog.Database.Write(session => session.Connection.Execute("ALTER TABLE harvest_run RENAME TO harvest_run_gone", transaction: session.Transaction));
        using var answer = await host.GetAsync("/harvest", ("Accept-Language", "es"));
        var page = await answer.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
            Assert.That(page, Does.Contain("Algo falló de nuestro lado").And.Not.Contains("harvest_run").And.Not.Contains("Exception"));
            Assert.That(Header(answer, "Content-Security-Policy"), Does.StartWith("default-src 'none'"));
        }
    }

    [Test]
    public async Task ChosenLanguage_IsKeptInACookieAndLeadsBack()
    {
        using var answer = await Portal.Host.GetAsync("/dataset?q=agua&lang=en&page=1");
        using var english = await Portal.Host.GetAsync("/", ("Cookie", "lang=en"), ("Accept-Language", "es"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
            Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo("/dataset?q=agua&page=1"));
            Assert.That(Header(answer, "Set-Cookie"), Does.StartWith("lang=en;").And.Contains("httponly").And.Contains("samesite=lax"));
            Assert.That(await english.Content.ReadAsStringAsync(), Does.Contain("<html lang=\"en\">"));
        }
    }

    [TestCase("//evil.example/?lang=en")]
    [TestCase("/%5Cevil.example/?lang=en")]
    [TestCase("///evil.example/%2e%2e?lang=en")]
    public async Task LanguageSwitch_LeadsToNoOtherHost(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Portal.Host.Address.ToString().TrimEnd('/') + path));
        using var answer = await Portal.Host.Client.SendAsync(request);
        Assert.That(answer.Headers.Location?.ToString() ?? "/", Does.Match(@"^/(?![/\\])"));
    }

    [Test]
    public async Task Stylesheet_MayBeCachedForEver()
    {
        var page = await Portal.Host.PageAsync("/");
        var path = System.Text.RegularExpressions.Regex.Match(page, "href=\"(/assets/[^\"]+css)\"").Groups[1].Value;
        using var answer = await Portal.Host.GetAsync(path);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/css"));
            Assert.That(answer.Headers.CacheControl!.ToString(), Does.Contain("max-age=31536000"));
            Assert.That(answer.Content.Headers.ContentLength, Is.LessThan(20_000));
        }
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
