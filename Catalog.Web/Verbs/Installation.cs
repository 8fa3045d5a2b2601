using Catalog.Core;
using Catalog.Core.Search;
using Catalog.Core.Storage;
using Catalog.Core.Tables;
using Catalog.Core.Tabular.Rows;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;

namespace Catalog.Web.Verbs;

/// <summary>A config and a data folder, opened for one of the verbs that work without a server.</summary>
internal sealed class Installation : IDisposable
{
    private readonly HttpFetcher _fetcher;
    private readonly ILoggerFactory _logs;

    public Installation(HarvestConfig config, string dataFolder)
    {
        Config = config;
        DataFolder = Path.GetFullPath(dataFolder);
        Limits = Limits.Default;
        // Verbs tell on standard output what they do; the log is for what goes wrong.
        _logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace));
        Database = CatalogDatabase.Open(DataFolder);
        _fetcher = new HttpFetcher(Limits);
        Pipeline = new HarvestPipeline(config, Database, DataFolder, _fetcher, new FileStore(DataFolder), Limits, TimeProvider.System, _logs.CreateLogger<HarvestPipeline>());
    }

    public HarvestConfig Config { get; }
    public string DataFolder { get; }
    public Limits Limits { get; }
    public CatalogDatabase Database { get; }
    public HarvestPipeline Pipeline { get; }
    public string IndexFolder => Path.Combine(DataFolder, "index");

    /// <summary>
    /// Brings the search index up to date, unless a server on the same folder is doing so already. With
    /// <paramref name="fromScratch"/> it is emptied first.
    /// </summary>
    public int? Index(bool fromScratch, CancellationToken ct)
    {
        try
        {
            using var index = SearchIndex.Open(IndexFolder, Limits);
            if (fromScratch) index.Clear();
            return new IndexUpdater(index, Database, Config, _logs.CreateLogger<IndexUpdater>()).CatchUp(ct);
        }
        catch (SearchIndexLockedException)
        {
            return null;
        }
    }

    /// <summary>Reads the tables of new files, unless a server on the same folder is doing so already.</summary>
    public async Task<int?> LoadTablesAsync(CancellationToken ct)
    {
        var tables = new TableFiles(DataFolder);
        using var pool = new QueryPool(tables.Folder, Limits);
        var store = new FileStore(DataFolder);
        var loader = new TableLoader(Database, store, tables, pool, Limits, TimeProvider.System);
        return await new TableUpdater(Config, Database, DataFolder, store, tables, loader, Limits, _logs.CreateLogger<TableUpdater>()).CatchUpAsync((_, _) => { }, ct);
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        Database.Dispose();
        _logs.Dispose();
    }
}
