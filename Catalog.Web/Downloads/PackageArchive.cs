using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Storage;
using Catalog.Core.Tables;

namespace Catalog.Web.Downloads;

/// <summary>
/// Datasets as one ZIP that is a Frictionless Data Package, written while it is sent: no file is held, whatever its
/// size. The files come first and the descriptor last, since only then is it known what became of each.
/// </summary>
internal sealed class PackageArchive(DataCatalog catalog, FileStore store, TableVersions tables, WithheldFiles withheld, Limits limits)
{
    private const string Readme = "README.md";
    private const string Descriptor = "datapackage.json";

    /// <summary>Bytes read at once. 128 KiB: few calls, and the decisive cost is compressing.</summary>
    private const int BufferBytes = 128 * 1024;

    /// <summary>Formats that are compressed already: packing them again costs time and saves nothing.</summary>
    private static readonly HashSet<string> Packed = new(StringComparer.OrdinalIgnoreCase) { ".zip", ".gz", ".7z", ".xlsx", ".ods", ".docx", ".odt", ".kmz", ".parquet", ".png", ".jpg", ".jpeg", ".mp4", ".pdf", ".bz2", ".xz" };

    /// <summary>The earliest date that a ZIP can say.</summary>
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task WriteAsync(Stream output, DataPackageHead head, IEnumerable<PublishedDataset> datasets, CancellationToken ct)
    {
        var paths = new DataPackagePaths();
        await using var descriptor = Scratch();
        await using var readme = Scratch();
        using var package = new DataPackageWriter(descriptor, catalog);
        await using var text = new StreamWriter(readme, new UTF8Encoding(false), leaveOpen: true);
        using var list = new DataPackageReadme(text, catalog);
        package.Begin(head, Readme);
        list.Begin(head);
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, ct);
        foreach (var published in datasets)
        {
            foreach (var distribution in published.Dataset.Distributions.DistinctBy(d => d.Id))
            {
                var entry = await PackAsync(zip, Place(published, distribution, paths), ct);
                package.Write(entry);
                list.Write(entry);
            }
        }
        package.Complete();
        list.Complete();
        await text.FlushAsync(ct);
        await CopyAsync(zip, Readme, readme, head.Created, ct);
        await CopyAsync(zip, Descriptor, descriptor, head.Created, ct);
    }

    private static DataPackageEntry Place(PublishedDataset published, Distribution distribution, DataPackagePaths paths)
    {
        var file = published.Files.GetValueOrDefault(distribution.Id);
        var (name, path) = paths.Next(published.Slug, distribution, file);
        return new DataPackageEntry { Published = published, Distribution = distribution, Name = name, Path = path, File = file };
    }

    private async Task<DataPackageEntry> PackAsync(ZipArchive zip, DataPackageEntry entry, CancellationToken ct)
    {
        if (entry.File is not { } file) return entry with { Missing = DataPackageEntry.NotCopied };
        if (withheld.Contains(entry.Published.Dataset.SourceId, entry.Distribution.Id, file.Number)) return entry with { Missing = DataPackageEntry.Withheld };
        FileStream bytes;
        try
        {
            bytes = store.Open(file.Sha256);
        }
        catch (IOException)
        {
            return entry with { Missing = DataPackageEntry.CopyLost };
        }
        await using (bytes)
        {
            var packed = zip.CreateEntry(entry.Path, Packed.Contains(Path.GetExtension(entry.Path)) ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
            packed.LastWriteTime = AtLeastEarliest(file.FetchedAt);
            await using var target = await packed.OpenAsync(ct);
            var sha256 = await CopyHashedAsync(bytes, target, ct);
            return sha256 == file.Sha256 ? entry with { Table = TableOf(entry.Distribution, sha256) } : entry with { Missing = DataPackageEntry.CopyDamaged };
        }
    }

    /// <summary>
    /// The table that was read from these very bytes; what other versions hold says nothing of them. One that is held for its
    /// errors is packed as it is downloaded alone: its bytes are its publisher's word, what we found in them is kept back.
    /// </summary>
    private DataPackageTable? TableOf(Distribution distribution, string sha256)
    {
        if (tables.FindNewest(distribution.Id, sha256) is not { State: not TableState.Failed } table) return null;
        if (table.State == TableState.Held) return DataPackageTable.Held;
        var language = catalog.Languages.Count > 0 ? catalog.Languages[0] : "es";
        if (TableDescriptor.Of(table, distribution.Fields, language, limits) is not { } found) return null;
        return new DataPackageTable { Schema = found.Schema, Dialect = found.Dialect, Encoding = found.Encoding, IsTabular = found.IsWholeFile };
    }

    /// <summary>Copies and hashes at once: a disk that lost a bit is found where its bytes are handed out.</summary>
    private static async Task<string> CopyHashedAsync(Stream source, Stream target, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        for (int read; (read = await source.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task CopyAsync(ZipArchive zip, string name, FileStream text, DateTimeOffset? created, CancellationToken ct)
    {
        var packed = zip.CreateEntry(name, CompressionLevel.Fastest);
        packed.LastWriteTime = AtLeastEarliest(created ?? Earliest);
        text.Position = 0;
        await using var target = await packed.OpenAsync(ct);
        await text.CopyToAsync(target, ct);
    }

    private static DateTimeOffset AtLeastEarliest(DateTimeOffset instant) => instant < Earliest ? Earliest : instant.ToUniversalTime();

    /// <summary>The descriptor and the README grow with the package, so they wait on disk.</summary>
    private static FileStream Scratch() =>
        new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
