using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;

namespace Catalog.Web.Verbs;

/// <summary>A table at an address, on disk under its own name as long as somebody looks at it.</summary>
internal sealed class TableDownload : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-validate-").FullName;

    public string Path { get; private set; } = "";

    /// <summary>As the server says.</summary>
    public string? MediaType { get; private set; }

    /// <summary>Null when it could not be had, which is said on standard error then.</summary>
    public static async Task<TableDownload?> OfAsync(string address, HarvestSource source, CancellationToken ct)
    {
        var download = new TableDownload();
        if (await download.FetchAsync(new Uri(address), source, ct)) return download;
        download.Dispose();
        return null;
    }

    private async Task<bool> FetchAsync(Uri address, HarvestSource source, CancellationToken ct)
    {
        using var fetcher = new HttpFetcher(Limits.Default);
        var raw = System.IO.Path.Combine(_folder, "body");
        FetchResult result;
        await using (var stream = File.Create(raw)) result = await fetcher.DownloadAsync(address, source, stream, Limits.Default.MaxFileBytes, ct);
        if (result is not FetchResult.Done done)
        {
            Console.Error.WriteLine(result is FetchResult.Failed failed ? $"{failed.Code}: {failed.Message}" : $"{address}: nothing came.");
            return false;
        }
        // The name is the server's: nothing of it but a last part may reach the disk.
        var name = System.IO.Path.GetFileName(done.FileName ?? WebAddress.FileName(done.Address.AbsoluteUri)).Trim('.', ' ');
        Path = System.IO.Path.Combine(_folder, name.Length is 0 or > 200 || name.IndexOfAny(System.IO.Path.GetInvalidFileNameChars()) >= 0 ? "table" : name);
        if (Path != raw) File.Move(raw, Path);
        MediaType = done.MediaType;
        return true;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
