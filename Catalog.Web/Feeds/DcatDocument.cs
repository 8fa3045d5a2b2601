using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;

namespace Catalog.Web.Feeds;

/// <summary>One dataset as a document of its own.</summary>
internal static class DcatDocument
{
    public static async Task WriteAsync(Stream stream, FeedFormat format, DataCatalog catalog, PublishedDataset published, CancellationToken ct)
    {
        IRdfSink sink = format == FeedFormat.Turtle
            ? new TurtleWriter(stream, DcatApContext.Instance)
            : new JsonLdWriter(stream, DcatApContext.Instance);
        new DcatAp(sink, catalog).WriteDataset(published);
        await sink.CompleteAsync(ct);
    }
}
