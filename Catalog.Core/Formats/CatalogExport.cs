using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>Writes the catalog, or a page of it, as one document, a dataset at a time: memory does not grow with it.</summary>
public static class CatalogExport
{
    /// <param name="page">Null for a document that is not cut into pages.</param>
    public static async Task WriteRdfAsync(
        Stream stream, RdfSyntax syntax, CatalogProfile profile, DataCatalog catalog, FeedPage? page, IEnumerable<PublishedDataset> datasets, CancellationToken ct)
    {
        var sink = RdfWriters.Open(syntax, stream, profile.Context);
        var mapping = profile.Open(sink, catalog);
        mapping.WriteCatalog();
        if (page is not null) mapping.WritePage(page);
        foreach (var dataset in datasets)
        {
            mapping.WriteDataset(dataset);
            await sink.FlushAsync(ct);
        }
        await sink.CompleteAsync(ct);
    }

    /// <summary>One dataset as a document of its own.</summary>
    public static async Task WriteDatasetAsync(
        Stream stream, RdfSyntax syntax, CatalogProfile profile, DataCatalog catalog, PublishedDataset dataset, CancellationToken ct)
    {
        var sink = RdfWriters.Open(syntax, stream, profile.Context);
        profile.Open(sink, catalog).WriteDataset(dataset);
        await sink.CompleteAsync(ct);
    }

    public static async Task WriteDataJsonAsync(
        Stream stream, DataJsonProfile profile, DataCatalog catalog, IEnumerable<PublishedDataset> datasets, CancellationToken ct)
    {
        var json = new DataJsonWriter(stream, catalog, profile);
        json.Begin();
        foreach (var dataset in datasets)
        {
            json.WriteDataset(dataset);
            await json.FlushAsync(ct);
        }
        await json.CompleteAsync(ct);
    }
}
