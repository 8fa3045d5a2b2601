using Catalog.Core.Dcat;
using Catalog.Core.Search;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Microsoft.Extensions.Logging;

namespace Catalog.Harvest;

/// <summary>
/// Lets the search index follow the change log from its own cursor. Nobody calls it for a single dataset: it asks what
/// happened since, so a lost or deleted index fills itself again.
/// </summary>
public sealed class IndexUpdater(SearchIndex index, CatalogDatabase database, HarvestConfig config, ILogger<IndexUpdater> log)
{
    /// <summary>Changes in one commit of the index. 2,000: a commit costs about as much as indexing some hundred datasets.</summary>
    private const int BatchSize = 2000;

    private readonly ChangeLog _changes = new(database);
    private readonly DatasetStore _datasets = new(database);
    private readonly Dictionary<string, Sector> _sectors = config.Catalog.Sectors.ToDictionary(s => s.Id);
    private readonly Lock _turn = new();

    /// <summary>Brings the index to the end of the log; returns how many changes it took.</summary>
    public int CatchUp(CancellationToken ct)
    {
        lock (_turn)
        {
            var total = 0;
            while (!ct.IsCancellationRequested && _changes.ReadAfter(index.Cursor, BatchSize) is { Count: > 0 } changes)
            {
                var ids = changes.Select(c => c.DatasetId).Distinct().ToList();
                var published = _datasets.FindAll(ids).Where(d => d.Published).ToList();
                var present = published.Select(d => d.Id).ToHashSet();
                index.Apply(published.Select(EntryOf), ids.Where(id => !present.Contains(id)), changes[^1].Sequence);
                if (index.Cursor != changes[^1].Sequence) throw new InvalidOperationException($"The index stayed at {index.Cursor} after a batch up to {changes[^1].Sequence}.");
                total += changes.Count;
                Log.Indexed(log, changes.Count, changes[^1].Sequence);
            }
            return total;
        }
    }

    private SearchEntry EntryOf(StoredDataset stored) => new()
    {
        Dataset = stored.Dataset,
        Slug = stored.Slug,
        PublisherId = stored.PublisherId,
        SectorTitles = stored.Dataset.Sectors.Where(_sectors.ContainsKey).SelectMany(id => _sectors[id].Title.Values.Select(t => t.Value)).ToValueList(),
        Formats = stored.Dataset.Distributions.Select(d => d.Format).OfType<string>().Distinct().ToValueList(),
        License = Licenses.Name(stored.Dataset.License ?? stored.Dataset.Distributions.Select(d => d.License).FirstOrDefault(l => l is not null) ?? config.Catalog.License),
        SortDate = stored.SortDate,
    };
}
