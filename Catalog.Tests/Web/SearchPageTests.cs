using System.Text.RegularExpressions;

namespace Catalog.Tests.Web;

public sealed class SearchPageTests
{
    [Test]
    public async Task Words_FindDatasets()
    {
        var page = await Portal.Host.PageAsync("/dataset?q=hospital");
        Assert.That(Titles(page), Is.EqualTo(new[] { PortalSeed.Hospitals }));
    }

    [Test]
    public async Task Facets_NarrowAndCanBeTakenBack()
    {
        var page = await Portal.Host.PageAsync("/dataset?groups=economia&res_format=CSV");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Titles(page), Is.EquivalentTo(new[] { PortalSeed.Budget, PortalSeed.Uncopied }));
            Assert.That(page, Does.Contain("href=\"/dataset?groups=economia\"").And.Contains("href=\"/dataset?res_format=CSV\""));
            Assert.That(page, Does.Contain("noindex, follow"));
        }
    }

    [Test]
    public async Task Pages_TogetherHaveEveryDatasetOnce()
    {
        var first = await Portal.Host.PageAsync("/dataset?sort=title_string+asc");
        var second = await Portal.Host.PageAsync("/dataset?sort=title_string+asc&page=2");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Titles(first), Has.Length.EqualTo(20));
            Assert.That(Titles(first).Concat(Titles(second)), Is.Unique.And.Exactly(29).Items);
            Assert.That(first, Does.Contain("<link rel=\"next\"").And.Not.Contains("<link rel=\"prev\""));
            Assert.That(second, Does.Contain("<link rel=\"prev\"").And.Not.Contains("<link rel=\"next\""));
        }
    }

    [Test]
    public async Task PageBehindTheLast_IsTheLast()
    {
        var page = await Portal.Host.PageAsync("/dataset?page=400");
        Assert.That(page, Does.Match("href=\"\\?page=2\" aria-current=\"page\""));
    }

    [Test]
    public async Task NothingFound_SaysWhatToDo()
    {
        var page = await Portal.Host.PageAsync("/dataset?q=xyzzy&groups=salud");
        Assert.That(page, Does.Contain("No encontramos nada").And.Contains("href=\"/dataset?q=xyzzy\""));
    }

    [Test]
    public async Task PublisherPage_HasItsDatasetsOnly()
    {
        var page = await Portal.Host.PageAsync("/organization/magistratura");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Titles(page), Is.EqualTo(new[] { PortalSeed.Budget }));
            Assert.That(page, Does.Contain("Poder Judicial"));
        }
    }

    [Test]
    public async Task SectorPage_TurnsPages()
    {
        var page = await Portal.Host.PageAsync("/group/salud?page=2");
        Assert.That(Titles(page), Has.Length.EqualTo(6));
    }

    private static string[] Titles(string page) =>
        [.. Regex.Matches(page, "<article class=\"card\">\\s*<h3[^>]*><a [^>]*>([^<]*)</a>").Select(m => m.Groups[1].Value)];
}
