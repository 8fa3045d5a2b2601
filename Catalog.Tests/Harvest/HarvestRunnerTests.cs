using Catalog.Core.Search;
using Catalog.Core.Storage;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Tests.Harvest;

public sealed class HarvestRunnerTests
{
    private TempCatalog _catalog = null!;
    private SearchIndex _index = null!;

    [SetUp]
    public void Open()
    {
        _catalog = new TempCatalog();
        _index = SearchIndex.Open(_catalog.Combine("data", "index"), _catalog.Limits);
    }

    [TearDown]
    public void Close()
    {
        _index.Dispose();
        _catalog.Dispose();
    }

    [Test]
    public async Task Run_LetsTheIndexFollow()
    {
        var source = Some.DataJsonSource(_catalog.Write("data.json", Some.DataJson(3)));

        await Runner(source).RunAsync(source, "test", CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_index.Cursor, Is.EqualTo(_catalog.Changes.Latest()));
            Assert.That(_index.Search(new SearchQuery { Text = "conjuntos" }).Total, Is.EqualTo(3));
        }
    }

    [Test]
    public async Task RemovedDataset_LeavesTheIndex()
    {
        var source = Some.DataJsonSource(_catalog.Write("data.json", Some.DataJson(3)));
        var runner = Runner(source);
        await runner.RunAsync(source, "test", CancellationToken.None);
        File.WriteAllText(source.Url!, Some.DataJson(2));

        await runner.RunAsync(source, "test", CancellationToken.None);

        Assert.That(_index.Search(new SearchQuery()).Total, Is.EqualTo(2));
    }

    [Test]
    public async Task DeletedIndex_IsFilledAgainFromTheLog()
    {
        var source = Some.DataJsonSource(_catalog.Write("data.json", Some.DataJson(3)));
        await Runner(source).RunAsync(source, "test", CancellationToken.None);
        _index.Clear();

        Updater(source).CatchUp(CancellationToken.None);

        Assert.That(_index.Search(new SearchQuery()).Total, Is.EqualTo(3));
    }

    [Test]
    public async Task RunDueWhileThePreviousOneGoesOn_IsSkippedAndRecorded()
    {
        var source = Some.DataJsonSource(_catalog.Write("data.json", Some.DataJson(1)));
        using (HarvestLock.TryTake(_catalog.DataFolder, source.Id))
        {
            var run = await Runner(source).RunAsync(source, "schedule", CancellationToken.None);
            Assert.That(run, Is.Null);
        }
        var recorded = _catalog.Runs.Of(source.Id, 10).Single();
        Assert.That((recorded.Status, recorded.Trigger), Is.EqualTo((RunStatus.Skipped, "schedule")));
    }

    [TestCase("0 0 3 * * ?", 2, 1, TestName = "Start_MakesUpForARunMissedOnce")]
    [TestCase("0 0 3 * * ?", 24 * 9, 1, TestName = "Start_MakesUpOnceHoweverManyWereMissed")]
    [TestCase("0 0 3 1 1 ?", 2, 0, TestName = "Start_LeavesASourceAloneWhoseTimeHasNotCome")]
    public void DueAtStart_FollowsTheCron(string cron, int hoursDown, int due)
    {
        // The clock stands at 09:00 in Buenos Aires; the last run was the given hours ago, before 03:00 or after it.
        var source = Some.DataJsonSource("https://portal.example/data.json") with { Schedule = new HarvestSchedule(cron, "America/Argentina/Buenos_Aires") };
        var lastRun = _catalog.Time.GetUtcNow().AddHours(-hoursDown - 5);
        var id = _catalog.Runs.Begin(source.Id, "schedule", lastRun);
        _catalog.Runs.Finish(_catalog.Runs.Find(id)! with { Status = RunStatus.Done, FinishedAt = lastRun });

        Assert.That(Runner(source).DueAtStart().Count(), Is.EqualTo(due));
    }

    [Test]
    public void DueAtStart_TakesWhatWasNeverHarvestedAndWhatIsLocal()
    {
        var never = Some.DataJsonSource("https://portal.example/data.json", "nunca");
        var local = Some.DataJsonSource(_catalog.Write("data.json", Some.DataJson(1)), "local");
        var done = Some.DataJsonSource("https://portal.example/other.json", "hecho");
        foreach (var source in new[] { local, done })
        {
            var id = _catalog.Runs.Begin(source.Id, "command", _catalog.Time.GetUtcNow());
            _catalog.Runs.Finish(_catalog.Runs.Find(id)! with { Status = RunStatus.Done });
        }

        Assert.That(Runner(never, local, done).DueAtStart().Select(s => s.Id), Is.EqualTo(new[] { "nunca", "local" }));
    }

    [Test]
    public async Task Cron_RunsTheSourceByItself()
    {
        var source = Some.DataJsonSource(_catalog.Write("data.json", Some.DataJson(2))) with { Schedule = new HarvestSchedule("* * * * * ?", "UTC") };
        var config = _catalog.ConfigOf(source);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(config).AddSingleton(Runner(source)).AddHarvestSchedule(config);
        using var host = builder.Build();
        await host.StartAsync();

        Assert.That(() => _catalog.Runs.Of(source.Id, 5), Has.Some.Matches<HarvestRun>(r => r is { Trigger: "schedule", Status: RunStatus.Done }).After(20_000, 100));
        await host.StopAsync();
        Assert.That(_catalog.Datasets.Count(), Is.EqualTo(2));
    }

    private IndexUpdater Updater(params HarvestSource[] sources) => new(_index, _catalog.Database, _catalog.ConfigOf(sources), NullLogger<IndexUpdater>.Instance);

    private HarvestRunner Runner(params HarvestSource[] sources)
    {
        var config = _catalog.ConfigOf(sources);
        return new HarvestRunner(_catalog.Pipeline(config), Updater(sources), config, _catalog.Runs, _catalog.Time);
    }
}
