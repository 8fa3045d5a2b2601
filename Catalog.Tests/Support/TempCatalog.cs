using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Tests.Support;

/// <summary>A data folder of its own with the real store and the real pipeline; only the clock is ours.</summary>
public sealed class TempCatalog : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HttpFetcher _fetcher;

    public TempCatalog(Limits? limits = null)
    {
        Limits = limits ?? Limits.Default;
        _fetcher = new HttpFetcher(Limits);
        Database = CatalogDatabase.Open(DataFolder);
        Datasets = new DatasetStore(Database);
        Objects = new HarvestObjects(Database);
        Runs = new HarvestRuns(Database);
        Changes = new ChangeLog(Database);
        Files = new DistributionFiles(Database);
        Store = new FileStore(DataFolder);
    }

    public Limits Limits { get; }
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    public string DataFolder => _folder.Combine("data");
    public CatalogDatabase Database { get; }
    public DatasetStore Datasets { get; }
    public HarvestObjects Objects { get; }
    public HarvestRuns Runs { get; }
    public ChangeLog Changes { get; }
    public DistributionFiles Files { get; }
    public FileStore Store { get; }

    public string Write(string name, string text) => _folder.Write(name, text);

    public string Combine(params string[] parts) => _folder.Combine(parts);

    public HarvestPipeline Pipeline(HarvestConfig config) =>
        new(config, Database, DataFolder, _fetcher, Store, Limits, Time, NullLogger<HarvestPipeline>.Instance);

    public async Task<HarvestRun> HarvestAsync(HarvestSource source, bool files = false, long? approve = null)
    {
        var options = new HarvestOptions { Trigger = "test", Files = files, Approve = approve };
        var run = await Pipeline(ConfigOf(source)).RunAsync(source, options, _ => { }, CancellationToken.None);
        return run ?? throw new InvalidOperationException("The run was skipped");
    }

    public HarvestConfig ConfigOf(params HarvestSource[] sources) => Some.Config(Combine("harvest.yaml"), sources);

    public void Dispose()
    {
        _fetcher.Dispose();
        Database.Dispose();
        _folder.Dispose();
    }
}
