using System.Text;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Formats;

/// <summary>Whole documents as text.</summary>
internal static class Documents
{
    public static Task<string> Turtle(DataCatalog catalog, params PublishedDataset[] datasets) =>
        Rdf(stream => new TurtleWriter(stream, DcatApContext.Instance), catalog, datasets);

    public static Task<string> JsonLd(DataCatalog catalog, params PublishedDataset[] datasets) =>
        Rdf(stream => new JsonLdWriter(stream, DcatApContext.Instance), catalog, datasets);

    public static Task<string> RdfXml(DataCatalog catalog, params PublishedDataset[] datasets) =>
        Rdf(stream => new RdfXmlWriter(stream, DcatApContext.Instance), catalog, datasets);

    public static Task<string> NTriples(DataCatalog catalog, params PublishedDataset[] datasets) =>
        Rdf(stream => new NTriplesWriter(stream), catalog, datasets);

    /// <summary>A dataset's own document, without the catalog.</summary>
    public static async Task<string> DatasetTurtle(DataCatalog catalog, PublishedDataset dataset)
    {
        using var stream = new MemoryStream();
        var sink = new TurtleWriter(stream, DcatApContext.Instance);
        new DcatAp(sink, catalog).WriteDataset(dataset);
        await sink.CompleteAsync(CancellationToken.None);
        return Strict(stream);
    }

    /// <summary>A closed page of the event stream: the catalog, a dataset that came, and one that went.</summary>
    public static async Task<string> EventPage(DataCatalog catalog, PublishedDataset dataset)
    {
        using var stream = new MemoryStream();
        var sink = new TriGWriter(stream, EventStreamWriter.Context);
        var writer = new EventStreamWriter(sink, catalog);
        var page = $"{catalog.Url}/feed/{EventStreamWriter.VersionOf(catalog, "golden")}/0-0";
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        writer.WriteNode(page + ".trig", isClosed: true, []);
        writer.WriteCatalog(page, at);
        writer.WriteEvent(page, new CatalogEvent { Sequence = 1, Kind = CatalogEventKind.Create, Published = at.AddSeconds(1), Slug = dataset.Slug, Dataset = dataset });
        writer.WriteEvent(page, new CatalogEvent { Sequence = 2, Kind = CatalogEventKind.Delete, Published = at.AddSeconds(2), Slug = dataset.Slug });
        await sink.CompleteAsync(CancellationToken.None);
        return Strict(stream);
    }

    public static async Task<string> DataJson(DataCatalog catalog, DataJsonProfile profile, params PublishedDataset[] datasets)
    {
        using var stream = new MemoryStream();
        var writer = new DataJsonWriter(stream, catalog, profile);
        writer.Begin();
        foreach (var dataset in datasets)
        {
            writer.WriteDataset(dataset);
            await writer.FlushAsync(CancellationToken.None);
        }
        await writer.CompleteAsync(CancellationToken.None);
        return Strict(stream);
    }

    /// <summary>Decodes as UTF-8 that must be valid: a half surrogate pair that got through fails here.</summary>
    public static string Strict(MemoryStream stream) =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray());

    private static async Task<string> Rdf(Func<Stream, IRdfSink> open, DataCatalog catalog, PublishedDataset[] datasets)
    {
        using var stream = new MemoryStream();
        var sink = open(stream);
        var document = new DcatAp(sink, catalog);
        document.WriteCatalog();
        foreach (var dataset in datasets)
        {
            document.WriteDataset(dataset);
            await sink.FlushAsync(CancellationToken.None);
        }
        await sink.CompleteAsync(CancellationToken.None);
        return Strict(stream);
    }
}
