using Catalog.Core;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;

namespace Catalog.Harvest.Sources;

/// <summary>
/// A DCAT catalog in any syntax of RDF, by URL or path. All its pages are read into one graph before anything is
/// compared, and each dataset of the graph becomes one record. A page that cannot be had fails the gather; one that comes
/// again, or a count that does not add up, lets the run add and change but not remove.
/// </summary>
internal sealed class DcatSource(HarvestSource source, HttpFetcher fetcher, string tempFolder, Limits limits) : ISourceReader
{
    private const string Accept =
        "text/turtle, application/n-triples;q=0.9, application/trig;q=0.9, application/n-quads;q=0.8, application/rdf+xml;q=0.8, application/ld+json;q=0.7, application/json;q=0.2, */*;q=0.1";

    private readonly RdfGraph _graph = new(limits);
    private readonly List<Finding> _findings = [];
    private bool _incomplete;
    private long? _total;

    public async Task<GatherResult> GatherAsync(RecordSpool spool, CancellationToken ct)
    {
        var document = new DcatDocument(_graph, limits, address => LoadContext(address, ct));
        var failed = Uri.TryCreate(source.Url, UriKind.Absolute, out var uri) && !uri.IsFile
            ? await ReadPagesAsync(uri, document, ct)
            : await ReadLocalAsync(source.Url!, document, ct);
        if (failed is not null) return failed;
        _findings.AddRange(document.Findings);
        _incomplete |= document.Incomplete;
        _graph.Complete();
        var datasets = new DcatGraph(_graph, limits);
        if (datasets is { Count: 0, Catalogs: 0 })
            return new GatherResult.Failed(GatherCodes.NoDatasetList, $"The document has {_graph.Count} triples, but neither a catalog nor a dataset among them (dcat:Catalog, dcat:Dataset, schema:Dataset).");
        Spool(datasets, spool);
        if (_total > datasets.Count)
            Doubt(FindingCodes.TotalMismatch, Severity.Warning,
                $"El catálogo dice tener {_total} conjuntos de datos y se encontraron {datasets.Count}.", $"The catalog says that it has {_total} datasets, and {datasets.Count} were found.",
                "Revise la paginación del catálogo.", "Check the paging of the catalog.");
        return new GatherResult.Gathered(new SourceDocument { Profile = RecordProfile.Dcat, Findings = _findings, Incomplete = _incomplete });
    }

    private void Spool(DcatGraph datasets, RecordSpool spool)
    {
        foreach (var record in datasets.Records())
        {
            if (record.Json is { } json) spool.Add(record.Name, json);
            else
                Doubt(FindingCodes.RecordTooLarge, Severity.Error,
                    $"El registro de {record.Name} supera {limits.MaxRecordBytes} bytes y no se leyó.", $"The record of {record.Name} is larger than {limits.MaxRecordBytes} bytes and was not read.");
        }
    }

    private async Task<GatherResult.Failed?> ReadPagesAsync(Uri first, DcatDocument document, CancellationToken ct)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        long bytes = 0;
        Directory.CreateDirectory(tempFolder);
        for (var (address, number) = (first, 1); ; number++)
        {
            visited.Add(address.AbsoluteUri);
            var page = new HydraPage();
            var (done, failed, size) = await ReadPageAsync(address, number, limits.MaxCatalogBytes - bytes, document, page, ct);
            if (done is null) return failed;
            bytes += size;
            // A redirect may have led here from the address that was asked for.
            visited.Add(done.Address.AbsoluteUri);
            if (page.TotalItems is { } total && total > (_total ?? -1)) _total = total;
            var fresh = page.Datasets.Count(known.Add) + page.UnnamedDatasets;
            if (number > 1 && fresh == 0 && page.Datasets.Count > 0)
            {
                Repeated(address);
                return null;
            }
            if (page.Next(done.Address, done.Links) is not { } next) return null;
            // A last page without any dataset that still names a next one would go on for ever.
            if (number > 1 && fresh == 0) return null;
            if (!Uri.TryCreate(done.Address, next, out var following)) return Broken($"page {number} names a next page that is no address: '{next}'");
            if (following.Authority != first.Authority || following.Scheme is not ("http" or "https"))
                return Broken($"page {number} names a next page on another host, {following.Authority}; the source is {first.Authority}");
            if (number == limits.MaxCatalogPages) return Broken($"more than {limits.MaxCatalogPages} pages");
            if (visited.Contains(following.AbsoluteUri))
            {
                Repeated(following);
                return null;
            }
            address = following;
        }
    }

    private async Task<(FetchResult.Done? Done, GatherResult.Failed? Failed, long Bytes)> ReadPageAsync(
        Uri address, int number, long maxBytes, DcatDocument document, HydraPage page, CancellationToken ct)
    {
        var path = Path.Combine(tempFolder, $"{source.Id}.{Guid.NewGuid():N}.document");
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        switch (await fetcher.DownloadAsync(address, source, Accept, file, maxBytes, ct))
        {
            case FetchResult.Failed { Code: FetchCodes.TooLarge } large:
                return (null, new GatherResult.Failed(GatherCodes.DocumentTooLarge, $"{large.Code}: {large.Message}"), 0);
            case FetchResult.Failed failed:
                return (null, number == 1 ? new GatherResult.Failed(GatherCodes.FetchFailed, $"{failed.Code}: {failed.Message}") : Broken($"page {number} cannot be fetched, {failed.Code}: {failed.Message}"), 0);
            case FetchResult.Done done:
                file.Position = 0;
                var name = number == 1 ? "The document" : $"Page {number}";
                return document.Read(file, name, done.Address, done.MediaType, page, ct) is { } wrong ? (null, wrong, 0) : (done, null, file.Length);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<GatherResult.Failed?> ReadLocalAsync(string path, DcatDocument document, CancellationToken ct)
    {
        var name = Path.GetFileName(path);
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024);
            if (file.Length > limits.MaxCatalogBytes) return new GatherResult.Failed(GatherCodes.DocumentTooLarge, $"The file {name} is larger than {limits.MaxCatalogBytes} bytes.");
            var page = new HydraPage();
            // Relative names are the same on every machine, and nobody learns where the file lies.
            var address = new Uri($"http://{source.Id}.invalid/{Uri.EscapeDataString(name)}");
            if (document.Read(file, $"The file {name}", address, null, page, ct) is { } failed) return failed;
            _total = page.TotalItems;
            if (page.Next(address, []) is { } next)
                Doubt(FindingCodes.PagesNotFollowed, Severity.Warning,
                    $"El archivo es una página de un catálogo; las siguientes ({next}) no se leen.", $"The file is one page of a catalog; those that follow ({next}) are not read.",
                    "Coseche la dirección del catálogo.", "Harvest the address of the catalog.");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new GatherResult.Failed(GatherCodes.SourceMissing, $"The file {name} does not exist or cannot be read.");
        }
    }

    /// <summary>Contexts from the source's own host only, through the fetcher and its guard.</summary>
    private byte[]? LoadContext(Uri address, CancellationToken ct)
    {
        if (!Uri.TryCreate(source.Url, UriKind.Absolute, out var own) || own.IsFile || own.Authority != address.Authority) return null;
        using var bytes = new MemoryStream();
        // The reader asks in the middle of a document and cannot wait otherwise.
        var result = fetcher.DownloadAsync(address, source, "application/ld+json, application/json;q=0.9, */*;q=0.1", bytes, limits.MaxContextBytes, ct).GetAwaiter().GetResult();
        return result is FetchResult.Done ? bytes.ToArray() : null;
    }

    private void Repeated(Uri address) => Doubt(FindingCodes.PageRepeated, Severity.Warning,
        $"La paginación vuelve a una página ya leída ({address.AbsoluteUri}); lo que falte puede estar en una que no se alcanzó.",
        $"The paging comes back to a page that was read ({address.AbsoluteUri}); what is missing may be on one that was never reached.",
        "Corrija el enlace a la página siguiente.", "Mend the link to the next page.");

    private void Doubt(string code, Severity severity, string spanish, string english, string hintSpanish = "", string hintEnglish = "")
    {
        _incomplete = true;
        _findings.Add(FindingMessages.Make(code, severity, "", null, spanish, english, hintSpanish, hintEnglish));
    }

    private static GatherResult.Failed Broken(string message) => new(GatherCodes.PagingBroken, message);
}
