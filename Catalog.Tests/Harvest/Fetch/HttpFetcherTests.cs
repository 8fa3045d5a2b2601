using Catalog.Core.Dcat;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Fetch;

public sealed class HttpFetcherTests : Fetching
{
    [Test]
    public async Task Answer_ComesWithItsValidatorsTypeAndName()
    {
        Portal["/a.csv"] = FakeAnswer.Text("a,b\n1,2\n") with
        {
            ETag = "\"v1\"",
            LastModified = "Mon, 02 Mar 2026 10:00:00 GMT",
            Headers = new Dictionary<string, string> { ["Content-Disposition"] = "attachment; filename=\"tabla.csv\"" },
        };

        var (result, body) = await GetAsync("/a.csv");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.EqualTo(new FetchResult.Done("\"v1\"", "Mon, 02 Mar 2026 10:00:00 GMT", "text/csv", "tabla.csv") { Address = Portal.At("/a.csv") }));
            Assert.That(body, Is.EqualTo("a,b\n1,2\n"));
        }
    }

    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    [TestCase("127.1")]
    [TestCase("0x7f000001")]
    [TestCase("2130706433")]
    [TestCase("[::1]")]
    [TestCase("[::ffff:127.0.0.1]")]
    [TestCase("0.0.0.0")]
    [TestCase("10.0.0.1")]
    [TestCase("169.254.169.254")]
    [TestCase("192.168.1.1")]
    public async Task PrivateHost_IsRefused(string host)
    {
        Portal["/"] = FakeAnswer.Text("secret");

        var (result, _) = await GetAsync(Portal.At("/", host), Source("another.example"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.PrivateAddress));
            Assert.That(Portal.Requests, Is.Empty);
        }
    }

    [TestCase("127.0.0.1", "127.0.0.1")]
    [TestCase("localhost", "localhost")]
    [TestCase("localhost", "LocalHost")]
    public async Task PrivateHostAllowedByName_IsReached(string host, string allowed)
    {
        Portal["/"] = FakeAnswer.Text("ours");

        var (_, body) = await GetAsync(Portal.At("/", host), Source(allowed));

        Assert.That(body, Is.EqualTo("ours"));
    }

    [Test]
    public async Task OpenConnectionOfAnAllowedSource_ServesNoOther()
    {
        Portal["/"] = FakeAnswer.Text("ours");
        await GetAsync(Portal.At("/"), Source("127.0.0.1"));

        var (result, _) = await GetAsync(Portal.At("/"), Source("another.example"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.PrivateAddress));
            Assert.That(Portal.Requests, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task HostWithoutAName_IsUnreachable()
    {
        var (result, _) = await GetAsync(new Uri("http://does-not-exist.invalid/"));

        Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.Unreachable));
    }

    [Test]
    public async Task NobodyListening_IsUnreachable()
    {
        var address = Portal.At("/");
        await Portal.DisposeAsync();

        var (result, _) = await GetAsync(address);

        Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.Unreachable));
    }

    [TestCase("ftp://127.0.0.1/a.csv")]
    [TestCase("file:///etc/hosts")]
    [TestCase("gopher://127.0.0.1/")]
    [TestCase("data:text/plain,x")]
    public async Task SchemeButHttp_IsRefused(string address)
    {
        var (result, _) = await GetAsync(new Uri(address));

        Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.UnsupportedScheme));
    }

    [Test]
    public async Task StatusThatBringsNoWholeBody_IsAFailureWithItsNumber([Values(201, 202, 204, 206, 304, 400, 401, 403, 404, 410, 429, 500, 502, 503)] int status)
    {
        Portal["/a.csv"] = FakeAnswer.Text("not the file") with { Status = status };

        var (result, body) = await GetAsync("/a.csv");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.HttpStatus));
            Assert.That(((FetchResult.Failed)result).Message, Does.StartWith($"{status} "));
            Assert.That(body, Is.Empty);
        }
    }

    [TestCase("\"v1\"", null, true)]
    [TestCase("\"v0\"", null, false)]
    [TestCase(null, "Mon, 02 Mar 2026 10:00:00 GMT", true)]
    [TestCase(null, "Sun, 01 Mar 2026 10:00:00 GMT", false)]
    [TestCase("\"v0\"", "Mon, 02 Mar 2026 10:00:00 GMT", false, Description = "an ETag outranks a time (RFC 9110 §13.1.3)")]
    [TestCase(null, null, false)]
    public async Task ConditionalRequest_IsAnsweredByItsValidator(string? etag, string? lastModified, bool notModified)
    {
        Portal["/a.csv"] = FakeAnswer.Text("a") with { ETag = "\"v1\"", LastModified = "Mon, 02 Mar 2026 10:00:00 GMT" };

        var (result, _) = await GetAsync(Portal.At("/a.csv"), etag: etag, lastModified: lastModified);

        Assert.That(result is FetchResult.NotModified, Is.EqualTo(notModified));
    }

    [Test]
    public async Task HeadersOfTheSource_GoToItsOwnAuthority()
    {
        Portal["/data.json"] = FakeAnswer.Text("{}");

        await GetAsync("/data.json", WithSecret(Source()));

        Assert.That(Portal.Requests.Single().Headers["X-Api-Key"], Is.EqualTo("secret"));
    }

    [Test]
    public async Task HeadersOfTheSource_GoToNoOtherNameOrPort()
    {
        await using var other = await FakePortal.StartAsync();
        Portal["/a.csv"] = other["/a.csv"] = FakeAnswer.Text("a");
        var source = WithSecret(Source("127.0.0.1", "localhost"));

        await GetAsync(Portal.At("/a.csv", "localhost"), source);
        await GetAsync(other.At("/a.csv"), source);

        var requests = Portal.Requests.Concat(other.Requests).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(requests, Has.Count.EqualTo(2));
            Assert.That(requests.Select(r => r.Headers.Keys), Has.None.Contains("X-Api-Key"));
        }
    }

    [TestCase("/data.json", "localhost")]
    [TestCase("/elsewhere.json", "127.0.0.1")]
    public async Task HeadersOfTheSource_DoNotFollowARedirectElsewhere(string path, string host)
    {
        await using var other = await FakePortal.StartAsync();
        Portal[path] = FakeAnswer.Redirect(other.At("/data.json", host).ToString());
        other["/data.json"] = FakeAnswer.Text("{}");

        var (result, _) = await GetAsync(path, WithSecret(Source("127.0.0.1", "localhost")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.InstanceOf<FetchResult.Done>());
            Assert.That(Portal.Requests.Single().Headers, Contains.Key("X-Api-Key"));
            Assert.That(other.Requests.Single().Headers.Keys, Has.No.Member("X-Api-Key"));
        }
    }

    [Test]
    public async Task HeadersOfASourceWithoutAddress_GoToTheAddressesOfItsConfig_NotBehindARedirect()
    {
        Portal["/a.csv"] = FakeAnswer.Redirect("/b.csv");
        Portal["/b.csv"] = FakeAnswer.Text("b");

        await GetAsync("/a.csv", WithSecret(Source()) with { Type = SourceType.Files, Url = null });

        Assert.That(Portal.Requests.Select(r => r.Headers.ContainsKey("X-Api-Key")), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task RequestsToOneHost_AreNeverMoreThanTwoAtOnce()
    {
        var go = new TaskCompletionSource();
        for (var i = 0; i < 6; i++) Portal[$"/{i}"] = FakeAnswer.Text("x") with { FirstByte = go.Task };
        var source = Source();

        var all = Enumerable.Range(0, 6).Select(i => Fetcher.GetAsync(Portal.At($"/{i}"), source, null, null, (body, ct) => body.CopyToAsync(Stream.Null, ct), CancellationToken.None)).ToList();
        await Task.Delay(300);
        var meanwhile = Portal.Requests.Count;
        go.SetResult();
        var results = await Task.WhenAll(all);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(meanwhile, Is.EqualTo(2));
            Assert.That(Portal.MostAtOnce, Is.EqualTo(2));
            Assert.That(results, Is.All.InstanceOf<FetchResult.Done>());
        }
    }

    private static HarvestSource WithSecret(HarvestSource source) => source with { Headers = [new Header("X-Api-Key", "secret")] };
}
