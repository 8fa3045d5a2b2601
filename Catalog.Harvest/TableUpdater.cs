using System.Globalization;
using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Core.Tables;
using Catalog.Harvest.Config;
using Microsoft.Extensions.Logging;

namespace Catalog.Harvest;

/// <summary>
/// Lets tables follow the files: whatever version of a file was not read yet, or was read by an older recipe, is read.
/// What is missing is asked of the store each time, so it does not matter who stored the file, or what was killed when.
/// </summary>
public sealed class TableUpdater(
    HarvestConfig config, CatalogDatabase database, string dataFolder, FileStore store, TableFiles tables, TableLoader loader, Limits limits, ILogger<TableUpdater> log)
{
    /// <summary>The lock's name; no source can have it, since ids begin with a letter or digit.</summary>
    private const string LockName = ".tables";

    private readonly TableVersions _versions = new(database);
    private readonly DatasetStore _datasets = new(database);
    private readonly ChangeLog _changes = new(database);
    private readonly SchemaDocuments _documents = new(database);
    private readonly Dictionary<Guid, int> _settled = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _tidied;

    /// <summary>How far what decides about tables has come: the change log, and the schemas that were fetched.</summary>
    public (long Changes, long Schemas) Position() => (_changes.Latest(), _documents.Position());

    /// <summary>Reads every file version that is still to be read; null when another process is at it.</summary>
    public async Task<int?> CatchUpAsync(Action<int, int> progress, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            using var turn = HarvestLock.TryTake(dataFolder, LockName);
            if (turn is null) return null;
            var wanted = Wanted(Tidy(), ct);
            var done = 0;
            foreach (var (file, terms) in wanted)
            {
                ct.ThrowIfCancellationRequested();
                await LoadAsync(file, terms, ct);
                progress(++done, wanted.Count);
            }
            return done;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Once in each process, the folder is held against the store: what is in one and not in the other was left by a kill, or
    /// lost with the folder. Gives the file versions whose rows are lost.
    /// </summary>
    private HashSet<(Guid, int)> Tidy()
    {
        if (_tidied) return [];
        var stored = _versions.Stored();
        tables.RemoveAbandoned(stored.Select(rows => rows.Sha256).ToHashSet(StringComparer.Ordinal));
        _tidied = true;
        return [.. stored.Where(rows => !tables.Contains(rows.Sha256)).Select(rows => (rows.DistributionId, rows.Number))];
    }

    /// <summary>The versions that were not read yet, or under other terms, or whose rows are lost, in the order in which they are to be read.</summary>
    private List<(LoadableFile File, TableTerms Terms)> Wanted(HashSet<(Guid, int)> lost, CancellationToken ct)
    {
        var wanted = new List<(LoadableFile, TableTerms)>();
        var schemas = SchemasNow();
        foreach (var ofDataset in _versions.Files().GroupBy(file => file.DatasetId))
        {
            var files = ofDataset.ToList();
            var state = new HashCode();
            state.Add(schemas);
            foreach (var file in files) state.Add(file);
            var now = state.ToHashCode();
            // Nothing was to be done, and nothing that could change that has changed since.
            if (_settled.TryGetValue(ofDataset.Key, out var before) && before == now) continue;
            var count = wanted.Count;
            var stored = _datasets.Find(ofDataset.Key);
            foreach (var versions in files.GroupBy(file => file.DistributionId))
            {
                var newest = versions.MaxBy(file => file.Number)!;
                var terms = stored is null ? TableTerms.None : ContractsOf(newest.SourceId).Of(newest, stored.Dataset, stored.Slug, ct);
                wanted.AddRange(versions.Where(file => !terms.Meets(file.Recipe, file == newest) || lost.Contains((file.DistributionId, file.Number))).Select(file => (file, terms)));
            }
            if (wanted.Count == count) _settled[ofDataset.Key] = now;
        }
        return wanted;
    }

    /// <summary>Changes whenever a schema does: one that was fetched, or a file that the config names.</summary>
    private string SchemasNow()
    {
        var files = config.Sources.SelectMany(source => source.Tables).Select(rule => rule.Schema).OfType<string>().Distinct(StringComparer.Ordinal).Where(File.Exists).Select(path => new FileInfo(path));
        return string.Create(CultureInfo.InvariantCulture, $"{_documents.Position()} {string.Join(' ', files.Select(file => file.LastWriteTimeUtc.Ticks + file.Length))}");
    }

    private TableContracts ContractsOf(string sourceId) => new(config.FindSource(sourceId), database, store, limits);

    private async Task LoadAsync(LoadableFile file, TableTerms terms, CancellationToken ct)
    {
        try
        {
            var load = await loader.LoadAsync(file, terms, ct);
            Log.TablesLoaded(log, file.DistributionId, file.Number, load.Tables, load.Code);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The edge of one file: the others go on, and the next start tries it again.
            Log.TablesBroke(log, file.DistributionId, file.Number, file.Sha256, e);
        }
    }
}
