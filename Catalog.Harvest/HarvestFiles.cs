using System.Globalization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;

namespace Catalog.Harvest;

/// <summary>How the files of a run went.</summary>
public sealed record FileCounts(int Stored, int Unchanged, int Failed);

/// <summary>
/// Keeps a copy of every file that the source's datasets link to. A download that fails leaves the last good copy in
/// service; the check says since when and why.
/// </summary>
internal sealed class HarvestFiles(CatalogDatabase database, DistributionFiles files, FileStore store, HttpFetcher fetcher, Limits limits, TimeProvider time)
{
    /// <summary>Files under way at once. 4: two hosts at two requests each, or four hosts; disks and small lines keep up.</summary>
    private const int AtOnce = 4;

    /// <summary>Characters of a file's name. 200: file systems allow 255 bytes; the end is kept, since it says the format.</summary>
    private const int MaxNameLength = 200;

    private sealed record Outcome(bool New, bool Failed);

    public async Task<FileCounts> RunAsync(HarvestConfig config, HarvestSource source, Action<int, int> progress, CancellationToken ct)
    {
        var wanted = files.OfSource(source.Id);
        int stored = 0, unchanged = 0, failed = 0, done = 0;
        await Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (file, token) =>
        {
            var outcome = await RunOneAsync(config, source, file, token);
            if (outcome.Failed) Interlocked.Increment(ref failed);
            else if (outcome.New) Interlocked.Increment(ref stored);
            else Interlocked.Increment(ref unchanged);
            progress(Interlocked.Increment(ref done), wanted.Count);
        });
        return new FileCounts(stored, unchanged, failed);
    }

    private Task<Outcome> RunOneAsync(HarvestConfig config, HarvestSource source, DistributionFile file, CancellationToken ct) => SourcePlace.Of(config, source, file.SourceUrl) switch
    {
        SourcePlace.Web web => DownloadAsync(source, file, web.Address, ct),
        SourcePlace.Local local => CopyLocalAsync(file, local, ct),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<Outcome> CopyLocalAsync(DistributionFile file, SourcePlace.Local place, CancellationToken ct)
    {
        var (relative, path) = (place.Relative, place.Path);
        if (path is null) return Fail(file, FetchCodes.OutsideFolder, $"{relative} leads out of the source's folder");
        var info = new FileInfo(path);
        if (!info.Exists) return Fail(file, FetchCodes.FileMissing, $"there is no file {relative}");
        // Size and time of the file serve as its validator, as an ETag does for a web address.
        var validator = string.Create(CultureInfo.InvariantCulture, $"{info.Length}-{info.LastWriteTimeUtc.Ticks}");
        if (IsKept(file) && file.ETag == validator) return new Outcome(New: false, Failed: false);
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(file, FetchCodes.FileUnreadable, $"the file {relative} cannot be read");
        }
        await using (stream)
        {
            try
            {
                var bytes = await store.StoreAsync(stream, limits.MaxFileBytes, limits.StallTimeout, ct);
                return Record(file, bytes, validator, null, null, Path.GetFileName(relative));
            }
            catch (FileTooLargeException e)
            {
                return Fail(file, FetchCodes.TooLarge, e.Message);
            }
        }
    }

    private async Task<Outcome> DownloadAsync(HarvestSource source, DistributionFile file, Uri address, CancellationToken ct)
    {
        StoredBytes? bytes = null;
        var kept = IsKept(file);
        var result = await fetcher.GetAsync(address, source, kept ? file.ETag : null, kept ? file.LastModified : null,
            async (body, token) => bytes = await store.StoreAsync(body, limits.MaxFileBytes, limits.StallTimeout, token), ct);
        switch (result)
        {
            case FetchResult.NotModified:
                Check(file, FileCheck.Ok, null, file.ETag, file.LastModified, null);
                return new Outcome(New: false, Failed: false);
            case FetchResult.Done done:
                return Record(file, bytes!, done.ETag, done.LastModified, done.MediaType, done.FileName ?? WebAddress.FileName(file.SourceUrl));
            case FetchResult.Failed failed:
                return Fail(file, failed.Code, failed.Message);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>A validator counts only for the same address and while its bytes are really here.</summary>
    private bool IsKept(DistributionFile file) =>
        file.CheckedUrl == file.SourceUrl && file.CheckCode == FileCheck.Ok && file.Sha256 is { } sha256 && store.Contains(sha256);

    private Outcome Record(DistributionFile file, StoredBytes bytes, string? etag, string? lastModified, string? mediaType, string fileName)
    {
        var version = new FileVersion
        {
            DistributionId = file.DistributionId,
            Number = 0,
            Sha256 = bytes.Sha256,
            Size = bytes.Size,
            MediaType = mediaType,
            FileName = SafeName(fileName) is { Length: > 0 } name ? name : file.DistributionId.ToString("N"),
            SourceUrl = file.SourceUrl,
            FetchedAt = time.GetUtcNow(),
        };
        return new Outcome(Check(file, FileCheck.Ok, null, etag, lastModified, version), Failed: false);
    }

    /// <summary>
    /// A name that is only a name: a server's Content-Disposition may hold folders and control characters
    /// (RFC 6266 §4.3), and the name goes into our own headers and into archives.
    /// </summary>
    private static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        if (plain is "." or "..") return "";
        return plain.Length <= MaxNameLength ? plain : plain[^MaxNameLength..];
    }

    private Outcome Fail(DistributionFile file, string code, string message)
    {
        Check(file, code, message, null, null, null);
        return new Outcome(New: false, Failed: true);
    }

    private bool Check(DistributionFile file, string code, string? message, string? etag, string? lastModified, FileVersion? fetched)
    {
        var check = new FileCheck
        {
            DistributionId = file.DistributionId,
            Url = file.SourceUrl,
            ETag = etag,
            LastModified = lastModified,
            CheckedAt = time.GetUtcNow(),
            Code = code,
            Message = message,
        };
        return database.Write(session => DistributionFiles.Record(session, file.DatasetId, check, fetched));
    }
}
