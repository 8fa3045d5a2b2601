using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;

namespace Catalog.Bench;

/// <summary>The datasets of <see cref="GeneratedCatalog"/> as this catalog publishes them, in any syntax that it writes.</summary>
internal static class GeneratedRdf
{
    /// <summary>Datasets generated at a time. 1,000: about 6 MB of data.json.</summary>
    private const int Batch = 1000;

    public static async Task WriteAsync(string path, RdfSyntax syntax, int datasets)
    {
        await using var stream = File.Create(path);
        IRdfSink sink = syntax switch
        {
            RdfSyntax.NTriples or RdfSyntax.NQuads => new NTriplesWriter(stream),
            RdfSyntax.JsonLd => new JsonLdWriter(stream, DcatApContext.Instance),
            _ => new TurtleWriter(stream, DcatApContext.Instance),
        };
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
        for (var from = 0; from < count; from += Batch)
        {
            using var document = JsonDocument.Parse(GeneratedCatalog.Json(from, Math.Min(Batch, count - from)));
            foreach (var record in document.RootElement.GetProperty("dataset").EnumerateArray())
            {
                var dataset = DataJsonReader.Read(record, context).Dataset!;
                yield return new PublishedDataset { Dataset = dataset, Slug = dataset.Identifier, PublisherName = dataset.Publisher?.Name ?? Text.Empty };
            }
        }
    }
}
