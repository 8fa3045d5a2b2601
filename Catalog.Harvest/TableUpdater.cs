using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tables;
using Catalog.Core.Tabular.Drift;
using Catalog.Harvest.Config;
using Microsoft.Extensions.Logging;

namespace Catalog.Harvest;

/// <summary>
/// Lets tables follow the files: whatever version of a file was not read yet, or was read by an older recipe, is read.
/// What is missing is asked of the store each time, so it does not matter who stored the file, or what was killed when.
/// </summary>
public sealed class TableUpdater(HarvestConfig config, CatalogDatabase database, string dataFolder, TableFiles tables, TableLoader loader, ILogger<TableUpdater> log)
{
    /// <summary>The lock's name; no source can have it, since ids begin with a letter or digit.</summary>
    private const string LockName = ".tables";

    private readonly TableVersions _versions = new(database);
    private readonly DatasetStore _datasets = new(database);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Reads every file version that is still to be read; null when another process is at it.</summary>
    public async Task<int?> CatchUpAsync(Action<int, int> progress, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            using var turn = HarvestLock.TryTake(dataFolder, LockName);
            if (turn is null) return null;
            tables.RemoveAbandoned();
            var wanted = _versions.Files().Where(file => file.Recipe != TableTerms.RecipeOf(PolicyOf(file))).ToList();
            var done = 0;
            foreach (var file in wanted)
            {
                ct.ThrowIfCancellationRequested();
                await LoadAsync(file, ct);
                progress(++done, wanted.Count);
            }
            return done;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task LoadAsync(LoadableFile file, CancellationToken ct)
    {
        try
        {
            var load = await loader.LoadAsync(file, TermsOf(file), ct);
            Log.TablesLoaded(log, file.DistributionId, file.Number, load.Tables, load.Code);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The edge of one file: the others go on, and the next start tries it again.
            Log.TablesBroke(log, file.DistributionId, file.Number, file.Sha256, e);
        }
    }

    private TablePolicy PolicyOf(LoadableFile file) => config.FindSource(file.SourceId)?.Policy.Tables ?? TablePolicy.Default;

    private TableTerms TermsOf(LoadableFile file) => new()
    {
        Dictionary = _datasets.Find(file.DatasetId)?.Dataset.Distributions.FirstOrDefault(d => d.Id == file.DistributionId)?.Fields ?? ValueList<Field>.Empty,
        Policy = PolicyOf(file),
    };
}
