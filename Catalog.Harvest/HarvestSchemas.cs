using System.Globalization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tables;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;

namespace Catalog.Harvest;

/// <summary>
/// Keeps a copy of every schema that the metadata or the config of a source name. What does not answer leaves the last
/// good copy in force.
/// </summary>
internal sealed class HarvestSchemas(CatalogDatabase database, FileStore store, HttpFetcher fetcher, Limits limits, TimeProvider time)
{
    private readonly SchemaDocuments _documents = new(database);

    public async Task RunAsync(HarvestConfig config, HarvestSource source, CancellationToken ct)
    {
        var named = source.Tables.Select(rule => rule.Schema).OfType<string>().Where(schema => WebAddress.IsWeb(schema));
        var places = named.Concat(new DatasetStore(database).Conforming(source.Id).SelectMany(dataset => dataset.Distributions).SelectMany(SchemaReferences.Of));
        foreach (var place in places.Distinct(StringComparer.Ordinal).Take(limits.MaxSchemaDocuments)) await CheckAsync(config, source, place, ct);
    }

    private async Task CheckAsync(HarvestConfig config, HarvestSource source, string place, CancellationToken ct)
    {
        var known = _documents.Find(source.Id, place);
        var kept = known is { Code: FileCheck.Ok, Sha256: { } sha256 } && store.Contains(sha256) ? known : null;
        var look = new SchemaDocument { SourceId = source.Id, Place = place, Code = FileCheck.Ok, CheckedAt = time.GetUtcNow() };
        try
        {
            look = SourcePlace.Of(config, source, place) switch
            {
                SourcePlace.Web web => await DownloadAsync(look, kept, source, web.Address, ct),
                SourcePlace.Local local => await CopyAsync(look, kept, local, ct),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (FileTooLargeException e)
        {
            look = look with { Code = FetchCodes.TooLarge, Message = e.Message };
        }
        database.Write(session => SchemaDocuments.Record(session, look));
    }

    private async Task<SchemaDocument> DownloadAsync(SchemaDocument look, SchemaDocument? kept, HarvestSource source, Uri address, CancellationToken ct)
    {
        StoredBytes? bytes = null;
        var result = await fetcher.GetAsync(address, source, kept?.ETag, kept?.LastModified, async (body, token) => bytes = await store.StoreAsync(body, limits.MaxRecordBytes, limits.StallTimeout, token), ct);
        return result switch
        {
            FetchResult.NotModified => look with { Sha256 = kept!.Sha256, ETag = kept.ETag, LastModified = kept.LastModified },
            FetchResult.Done done => look with { Sha256 = bytes!.Sha256, ETag = done.ETag, LastModified = done.LastModified },
            FetchResult.Failed failed => look with { Code = failed.Code, Message = failed.Message },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<SchemaDocument> CopyAsync(SchemaDocument look, SchemaDocument? kept, SourcePlace.Local place, CancellationToken ct)
    {
        if (place.Path is not { } path) return look with { Code = FetchCodes.OutsideFolder, Message = $"{place.Relative} leads out of the source's folder" };
        var info = new FileInfo(path);
        if (!info.Exists) return look with { Code = FetchCodes.FileMissing, Message = $"there is no file {place.Relative}" };
        var validator = string.Create(CultureInfo.InvariantCulture, $"{info.Length}-{info.LastWriteTimeUtc.Ticks}");
        if (kept?.ETag == validator) return look with { Sha256 = kept.Sha256, ETag = validator };
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            return look with { Sha256 = (await store.StoreAsync(stream, limits.MaxRecordBytes, limits.StallTimeout, ct)).Sha256, ETag = validator };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return look with { Code = FetchCodes.FileUnreadable, Message = $"the file {place.Relative} cannot be read" };
        }
    }
}
