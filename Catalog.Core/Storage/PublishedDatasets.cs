using Catalog.Core.Dcat;

namespace Catalog.Core.Storage;

/// <summary>Datasets as the catalog shows them: the record with the files that we keep of it.</summary>
public sealed class PublishedDatasets(CatalogDatabase database)
{
    /// <summary>Datasets whose files are looked up at once. 500: one query in place of five hundred.</summary>
    private const int BatchSize = 500;

    private readonly DatasetStore _datasets = new(database);
    private readonly DistributionFiles _files = new(database);

    /// <summary>All of them in the order of ids, read as they are asked for.</summary>
    public IEnumerable<PublishedDataset> Stream(Guid? after = null)
    {
        foreach (var batch in _datasets.StreamAll(after).Chunk(BatchSize))
        {
            var files = _files.Newest([.. batch.Select(d => d.Id)]);
            foreach (var stored in batch) yield return Of(stored, files[stored.Id]);
        }
    }

    /// <summary>Those with the given ids, in their order, read as they are asked for.</summary>
    public IEnumerable<PublishedDataset> Of(IReadOnlyList<Guid> ids)
    {
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var files = _files.Newest(batch);
            foreach (var stored in _datasets.FindAll(batch)) yield return Of(stored, files[stored.Id]);
        }
    }

    public PublishedDataset With(StoredDataset stored) => Of(stored, _files.Newest([stored.Id])[stored.Id]);

    private static PublishedDataset Of(StoredDataset stored, IEnumerable<FileVersion> files) => new()
    {
        Dataset = stored.Dataset,
        Slug = stored.Slug,
        PublisherId = stored.PublisherId,
        PublisherName = stored.PublisherName is null ? Text.Empty : Text.Of("", stored.PublisherName),
        Files = files.ToDictionary(f => f.DistributionId, f => new StoredFile
        {
            Sha256 = f.Sha256,
            Size = f.Size,
            MediaType = f.MediaType,
            FetchedAt = f.FetchedAt,
            FileName = f.FileName,
        }),
    };
}
