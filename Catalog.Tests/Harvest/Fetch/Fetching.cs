using System.Text;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Fetch;

/// <summary>What the tests of the fetcher share: one portal, one fetcher with small limits.</summary>
public abstract class Fetching
{
    protected static readonly Limits Patient = Limits.Default with
    {
        ResponseTimeout = TimeSpan.FromSeconds(30),
        StallTimeout = TimeSpan.FromSeconds(30),
        MaxRedirects = 3,
    };

    /// <summary>For tests that wait for a time limit; those that do not must not fail on a busy machine.</summary>
    protected static readonly Limits Impatient = Patient with { ResponseTimeout = TimeSpan.FromSeconds(2), StallTimeout = TimeSpan.FromSeconds(0.3) };

    protected FakePortal Portal { get; private set; } = null!;

    protected HttpFetcher Fetcher { get; private set; } = null!;

    [SetUp]
    public async Task Start()
    {
        Portal = await FakePortal.StartAsync();
        Fetcher = new HttpFetcher(Patient);
    }

    [TearDown]
    public async Task Stop()
    {
        Fetcher.Dispose();
        await Portal.DisposeAsync();
    }

    /// <summary>A source that may reach this machine by its number, and not by its name.</summary>
    protected HarvestSource Source(params string[] privateHosts) => Some.DataJsonSource(Portal.At("/data.json").ToString()) with
    {
        AllowPrivateHosts = (privateHosts.Length == 0 ? ["127.0.0.1"] : privateHosts).ToValueList(),
    };

    protected Task<(FetchResult Result, string Body)> GetAsync(string path, HarvestSource? source = null) => GetAsync(Portal.At(path), source);

    protected async Task<(FetchResult Result, string Body)> GetAsync(Uri address, HarvestSource? source = null, string? etag = null, string? lastModified = null)
    {
        using var body = new MemoryStream();
        var result = await Fetcher.GetAsync(address, source ?? Source(), etag, lastModified, (stream, ct) => stream.CopyToAsync(body, ct), CancellationToken.None);
        return (result, Encoding.UTF8.GetString(body.ToArray()));
    }

    protected static string? CodeOf(FetchResult result) => (result as FetchResult.Failed)?.Code;
}
