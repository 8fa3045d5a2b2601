using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;

namespace Catalog.Bench;

/// <summary>The datasets of <see cref="GeneratedCatalog"/> as this catalog publishes them, in any syntax that it writes.</summary>
internal static class GeneratedRdf
{
    public static async Task WriteAsync(string path, RdfSyntax syntax, int datasets)
    {
        await using var stream = File.Create(path);
        // N-Triples are N-Quads of the default graph.
        var sink = RdfWriters.Open(syntax == RdfSyntax.NQuads ? RdfSyntax.NTriples : syntax, stream, DcatApContext.Instance);
        var dcat = new DcatAp(sink, Catalog);
        dcat.WriteCatalog();
        foreach (var dataset in Datasets(datasets))
        {
            dcat.WriteDataset(dataset);
            await sink.FlushAsync(CancellationToken.None);
        }
        await sink.CompleteAsync(CancellationToken.None);
    }

    private static DataCatalog Catalog { get; } = new()
    {
        Title = Text.Of("es", "Banco de pruebas"),
        Description = Text.Of("es", "Catálogo generado"),
        Url = "http://localhost:5080",
        Publisher = new Agent { Name = Text.Of("es", "Ciudad"), Email = "datos@ciudad.example" },
        Languages = ["es"],
        TimeZone = "America/Argentina/Buenos_Aires",
        License = "CC-BY-4.0",
        Sectors = SuperThemes.DefaultSectors,
    };

    private static IEnumerable<PublishedDataset> Datasets(int count)
    {
        var context = new RecordContext { SourceId = "bench", Language = "es" };
        for (var n = 0; n < count; n++)
        {
            using var record = JsonDocument.Parse(GeneratedCatalog.Record(n));
            var dataset = DataJsonReader.Read(record.RootElement, context).Dataset!;
            yield return new PublishedDataset { Dataset = dataset, Slug = dataset.Identifier, PublisherName = dataset.Publisher?.Name ?? Text.Empty };
        }
    }
}
