using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>The documents in which the whole catalog can be had.</summary>
public enum CatalogFormat
{
    Turtle,
    JsonLd,
    DataJson,
    DataJsonArgentina,
}

/// <summary>Writes the whole catalog as one document, a dataset at a time: memory does not grow with the catalog.</summary>
public static class CatalogExport
{
    public static async Task WriteAsync(Stream stream, CatalogFormat format, DataCatalog catalog, IEnumerable<PublishedDataset> datasets, CancellationToken ct)
    {
        switch (format)
        {
            case CatalogFormat.Turtle:
                await WriteDcatAsync(new TurtleWriter(stream, DcatApContext.Instance), catalog, datasets, ct);
                break;
            case CatalogFormat.JsonLd:
                await WriteDcatAsync(new JsonLdWriter(stream, DcatApContext.Instance), catalog, datasets, ct);
                break;
            default:
                var json = new DataJsonWriter(stream, catalog, format == CatalogFormat.DataJson ? DataJsonProfile.DcatUs : DataJsonProfile.Argentina);
                json.Begin();
                foreach (var dataset in datasets)
                {
                    json.WriteDataset(dataset);
                    await json.FlushAsync(ct);
                }
                await json.CompleteAsync(ct);
                break;
        }
    }

    private static async Task WriteDcatAsync(IRdfSink sink, DataCatalog catalog, IEnumerable<PublishedDataset> datasets, CancellationToken ct)
    {
        var dcat = new DcatAp(sink, catalog);
        dcat.WriteCatalog();
        foreach (var dataset in datasets)
        {
            dcat.WriteDataset(dataset);
            await sink.FlushAsync(ct);
        }
        await sink.CompleteAsync(ct);
    }
}
