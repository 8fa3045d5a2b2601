using System.Net;
using System.Net.Sockets;
using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Verbs;

/// <summary>The newcomer's first and second start, with the sample city, as a process of its own.</summary>
public sealed class ServeTests
{
    [Test]
    public async Task FirstStart_HarvestsTheSampleCity_TheSecondFindsEverythingUnchanged()
    {
        using var folder = new TempFolder();
        var data = folder.Combine("data");

        var first = await StartAsync(data, runs: 0);
        var second = await StartAsync(data, runs: first.Count);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Has.Count.GreaterThanOrEqualTo(12));
            Assert.That(first.Select(r => (r.SourceId, r.Status)), Has.All.Matches<(string, string Status)>(r => r.Status == RunStatus.Done));
            Assert.That(first.Sum(r => r.Added), Is.GreaterThanOrEqualTo(60));
            Assert.That(first.Sum(r => r.FilesStored), Is.GreaterThanOrEqualTo(100));
            Assert.That(first.Sum(r => r.FilesFailed), Is.EqualTo(1), "the one file that is missing on purpose");
            Assert.That(second.Select(r => (r.Added, r.Changed, r.Removed, r.FilesStored)), Is.All.EqualTo((0, 0, 0, 0)));
            Assert.That(second.Sum(r => r.Unchanged), Is.EqualTo(first.Sum(r => r.Added)));
            Assert.That(second.Sum(r => r.Rejected), Is.EqualTo(first.Sum(r => r.Rejected)).And.GreaterThan(0));
        }
    }

    [Test]
    public async Task SecondServerOfAFolder_SaysSoAndEnds()
    {
        using var folder = new TempFolder();
        var data = folder.Combine("data");
        using var server = CatalogProcess.Start("serve", "--data", data, "--config", Config, "--urls", Address(), "--no-harvest");
        await WaitAsync(() => File.Exists(Path.Combine(data, "index.lock")), server);

        var (code, _, errors) = await CatalogProcess.RunAsync("serve", "--data", data, "--config", Config, "--urls", Address(), "--no-harvest");

        Assert.That((code, errors), Is.EqualTo((2, $"Another process serves the data folder {data}. Stop it, or choose another folder with --data.\n")));
    }

    private static string Config => Path.Combine(Fixtures.Samples, "harvest.yaml");

    /// <summary>Starts the server, waits until the harvest at start is over and the portal shows it, and stops it.</summary>
    private static async Task<List<HarvestRun>> StartAsync(string data, int runs)
    {
        var address = Address();
        using var server = CatalogProcess.Start("serve", "--data", data, "--config", Config, "--urls", address);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await WaitAsync(() => Answers(client), server);
        List<HarvestRun> finished = [];
        await WaitAsync(() =>
        {
            using var database = CatalogDatabase.Open(data);
            finished = [.. Enumerable.Range(1, 200).Select(id => new HarvestRuns(database).Find(id)).OfType<HarvestRun>().Skip(runs)];
            return finished.Count >= Sources && finished.All(r => r.FinishedAt is not null);
        }, server);
        var page = await client.GetStringAsync("/dataset?q=obras");
        Assert.That(page, Does.Contain("Obras públicas de la ciudad"));
        return finished;
    }

    private static int Sources => Catalog.Harvest.Config.HarvestConfigLoader.Load(Config).Config!.Sources.Count;

    private static bool Answers(HttpClient client)
    {
        try
        {
            return client.GetAsync("/healthz").GetAwaiter().GetResult().StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task WaitAsync(Func<bool> condition, CatalogProcess server)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if (condition()) return;
            Assert.That(server.HasExited, Is.False, "the server ended");
            await Task.Delay(50);
        }
        Assert.Fail("waited a minute in vain");
    }

    private static string Address()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }
}
