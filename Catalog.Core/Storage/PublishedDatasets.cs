using Catalog.Core.Dcat;

namespace Catalog.Core.Storage;

/// <summary>Datasets as the catalog shows them: the record with the files that we keep of it.</summary>
public sealed class PublishedDatasets(CatalogDatabase database)
{
    /// <summary>Datasets read at once. 100: one query in place of many; some 4 MB, which are forgotten before they grow old.</summary>
    private const int BatchSize = 100;

    /// <summary>Datasets read at first, doubled from batch to batch: the first byte of a feed waits for them.</summary>
    private const int FirstBatchSize = 25;

    private readonly DatasetStore _datasets = new(database);
    private readonly DatasetOrder _order = new(database);
    private readonly DistributionFiles _files = new(database);
    private readonly ChangeLog _changes = new(database);
    private volatile PublisherNames? _names;

    /// <summary>
    /// All of them in the order of ids, read as they are asked for. No statement stays open between two batches: a reader
    /// who takes hours must not keep the database from tidying its log.
    /// </summary>
    public IEnumerable<PublishedDataset> Stream(Guid? after = null) => ReadAhead.Of(Batches(after)).SelectMany(batch => batch);

    /// <summary>Those with the given ids, in their order, read as they are asked for; one that was taken back is left out.</summary>
    public IEnumerable<PublishedDataset> Of(IReadOnlyList<Guid> ids) =>
        ReadAhead.Of(ids.Chunk(BatchSize).Select(Read)).SelectMany(batch => batch);

    public PublishedDataset With(StoredDataset stored) => Of(stored, _files.Newest([stored.Id])[stored.Id], NamesNow());

    private IEnumerable<List<PublishedDataset>> Batches(Guid? after)
    {
        var size = FirstBatchSize;
        for (var last = after; ;)
        {
            var ids = _order.After(last, size);
            yield return Read([.. ids]);
            if (ids.Count < size) yield break;
            last = ids[^1];
            size = Math.Min(size * 2, BatchSize);
        }
    }

    private List<PublishedDataset> Read(Guid[] ids)
    {
        var (files, names) = (_files.Newest(ids), NamesNow());
        return [.. _datasets.FindAll(ids).Where(stored => stored.Published).Select(stored => Of(stored, files[stored.Id], names))];
    }

    private static PublishedDataset Of(StoredDataset stored, IEnumerable<FileVersion> files, IReadOnlyDictionary<string, string?> names) => new()
    {
        Dataset = stored.Dataset,
        Slug = stored.Slug,
        PublisherId = stored.PublisherId,
        PublisherName = NameOf(stored, names) is { } name ? Text.Of("", name) : Text.Empty,
        Files = FilesOf(files),
    };

    /// <summary>
    /// One name for one body in all documents: records spell that of a body which no config names in more than one way.
    /// Looked up once for every position of the change log.
    /// </summary>
    private IReadOnlyDictionary<string, string?> NamesNow()
    {
        var position = _changes.Latest();
        if (_names is not { } names || names.Position != position) _names = names = new PublisherNames(position, _datasets.PublisherNames());
        return names.ById;
    }

    private static string? NameOf(StoredDataset stored, IReadOnlyDictionary<string, string?> names) =>
        stored.PublisherId is { } id ? names.GetValueOrDefault(id, stored.PublisherName) : stored.PublisherName;

    private sealed record PublisherNames(long Position, IReadOnlyDictionary<string, string?> ById);

    internal static Dictionary<Guid, StoredFile> FilesOf(IEnumerable<FileVersion> files) => files.ToDictionary(f => f.DistributionId, f => new StoredFile
    {
        Number = f.Number,
        Sha256 = f.Sha256,
        Size = f.Size,
        MediaType = f.MediaType,
        FetchedAt = f.FetchedAt,
        FileName = f.FileName,
    });
}
