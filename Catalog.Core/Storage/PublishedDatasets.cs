using Catalog.Core.Dcat;

namespace Catalog.Core.Storage;

/// <summary>Datasets as the catalog shows them: the record with the files that we keep of it.</summary>
public sealed class PublishedDatasets(CatalogDatabase database)
{
    /// <summary>Datasets read at once. 500: one query in place of five hundred.</summary>
    private const int BatchSize = 500;

    private readonly DatasetStore _datasets = new(database);
    private readonly DatasetOrder _order = new(database);
    private readonly DistributionFiles _files = new(database);

    /// <summary>
    /// All of them in the order of ids, read as they are asked for. No statement stays open between two batches: a reader
    /// who takes hours must not keep the database from tidying its log.
    /// </summary>
    public IEnumerable<PublishedDataset> Stream(Guid? after = null)
    {
        for (var last = after; ;)
        {
            var ids = _order.After(last, BatchSize);
            foreach (var published in Read(ids)) yield return published;
            if (ids.Count < BatchSize) yield break;
            last = ids[^1];
        }
    }

    /// <summary>Those with the given ids, in their order, read as they are asked for; one that was taken back is left out.</summary>
    public IEnumerable<PublishedDataset> Of(IReadOnlyList<Guid> ids) => ids.Chunk(BatchSize).SelectMany(Read);

    public PublishedDataset With(StoredDataset stored) => Of(stored, _files.Newest([stored.Id])[stored.Id]);

    private IEnumerable<PublishedDataset> Read(IReadOnlyCollection<Guid> ids)
    {
        var files = _files.Newest(ids);
        foreach (var stored in _datasets.FindAll(ids))
            if (stored.Published) yield return Of(stored, files[stored.Id]);
    }

    private static PublishedDataset Of(StoredDataset stored, IEnumerable<FileVersion> files) => new()
    {
        Dataset = stored.Dataset,
        Slug = stored.Slug,
        PublisherId = stored.PublisherId,
        PublisherName = stored.PublisherName is null ? Text.Empty : Text.Of("", stored.PublisherName),
        Files = FilesOf(files),
    };

    internal static Dictionary<Guid, StoredFile> FilesOf(IEnumerable<FileVersion> files) => files.ToDictionary(f => f.DistributionId, f => new StoredFile
    {
        Sha256 = f.Sha256,
        Size = f.Size,
        MediaType = f.MediaType,
        FetchedAt = f.FetchedAt,
        FileName = f.FileName,
    });
}
