using Catalog.Harvest.Fetch;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Fetch;

public sealed class HttpFetcherRedirectTests : Fetching
{
    [Test]
    public async Task RedirectStatus_IsFollowed([Values(301, 302, 303, 307, 308)] int status)
    {
        Portal["/old"] = FakeAnswer.Redirect("/new", status);
        Portal["/new"] = FakeAnswer.Text("found");

        var (_, body) = await GetAsync("/old");

        Assert.That(body, Is.EqualTo("found"));
    }

    [TestCase("c.csv", "/a/c.csv")]
    [TestCase("../c.csv", "/c.csv")]
    [TestCase("/c.csv?x=1", "/c.csv")]
    [TestCase("c%20d.csv", "/a/c d.csv")]
    public async Task RelativeLocation_IsResolvedAgainstTheAddress(string location, string path)
    {
        Portal["/a/b.csv"] = FakeAnswer.Redirect(location);
        Portal[path] = FakeAnswer.Text("found");

        var (_, body) = await GetAsync("/a/b.csv");

        Assert.That(body, Is.EqualTo("found"));
    }

    [TestCase(3, null)]
    [TestCase(4, FetchCodes.BadRedirect)]
    public async Task ChainOfRedirects_IsFollowedUpToTheLimit(int length, string? code)
    {
        for (var i = 0; i < length; i++) Portal[$"/{i}"] = FakeAnswer.Redirect($"/{i + 1}");
        Portal[$"/{length}"] = FakeAnswer.Text("found");

        var (result, _) = await GetAsync("/0");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CodeOf(result), Is.EqualTo(code));
            Assert.That(Portal.Requests, Has.Count.EqualTo(4));
        }
    }

    [Test]
    public async Task CircleOfRedirects_Ends()
    {
        Portal["/a"] = FakeAnswer.Redirect("/b");
        Portal["/b"] = FakeAnswer.Redirect("/a");

        var (result, _) = await GetAsync("/a");

        Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.BadRedirect));
    }

    [TestCase("file:///etc/hosts", FetchCodes.UnsupportedScheme)]
    [TestCase("ftp://127.0.0.1/a", FetchCodes.UnsupportedScheme)]
    [TestCase("javascript:alert(1)", FetchCodes.UnsupportedScheme)]
    [TestCase(null, FetchCodes.BadRedirect)]
    [TestCase("", FetchCodes.BadRedirect)]
    [TestCase("http://", FetchCodes.BadRedirect)]
    [TestCase("http://[bad", FetchCodes.BadRedirect)]
    [TestCase("//", FetchCodes.BadRedirect)]
    [TestCase("http://10.0.0.1/", FetchCodes.PrivateAddress)]
    [TestCase("http://169.254.169.254/latest/meta-data/", FetchCodes.PrivateAddress)]
    [TestCase("http://[::1]/", FetchCodes.PrivateAddress)]
    public async Task RedirectThatLeadsNowhereGood_IsRefused(string? location, string code)
    {
        Portal["/a"] = new FakeAnswer { Status = 302, Location = location };

        var (result, _) = await GetAsync("/a");

        Assert.That(CodeOf(result), Is.EqualTo(code));
    }

    [Test]
    public async Task RedirectToAPrivateHostThatIsNotAllowed_IsRefused_EvenOnTheSameMachine()
    {
        Portal["/a"] = FakeAnswer.Redirect(Portal.At("/b", "localhost").ToString());
        Portal["/b"] = FakeAnswer.Text("inside");

        var (result, _) = await GetAsync("/a", Source("127.0.0.1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.PrivateAddress));
            Assert.That(Portal.Count("/b"), Is.Zero);
        }
    }

    [Test]
    public async Task HostsThatRedirectToOneHost_WaitForItInAQueue_NotInATimeout()
    {
        await using var files = await FakePortal.StartAsync();
        for (var i = 0; i < 4; i++)
        {
            Portal[$"/{i}"] = FakeAnswer.Redirect(files.At($"/{i}").ToString());
            files[$"/{i}"] = FakeAnswer.Text("x");
        }
        using var fetcher = new HttpFetcher(Impatient);
        var source = Source("127.0.0.1", "localhost");
        // A body that takes longer than an answer may: meanwhile the others wait.
        async Task Slowly(Stream body, CancellationToken ct)
        {
            await Task.Delay(Impatient.ResponseTimeout * 1.5, ct);
            await body.CopyToAsync(Stream.Null, ct);
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => fetcher.GetAsync(Portal.At($"/{i}", i < 2 ? "127.0.0.1" : "localhost"), source, null, null, Slowly, CancellationToken.None)));

        Assert.That(results, Is.All.InstanceOf<FetchResult.Done>());
    }
}
