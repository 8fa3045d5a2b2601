using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Core.Storage;

namespace Catalog.Bench;

/// <summary>
/// The whole feed in every format: out of the store, and the mapping and writers alone over datasets in memory. Rate,
/// first byte, and memory beyond what the process had before.
/// </summary>
internal static class FeedsBench
{
    /// <summary>Datasets held in memory for the writers alone. 2,000: more than the caches of a processor hold.</summary>
    private const int InMemory = 2_000;

    /// <summary>Rounds over them: a second or so.</summary>
    private const int Rounds = 15;

    private static readonly string[] Formats =
        [.. new[] { RdfSyntax.Turtle, RdfSyntax.RdfXml, RdfSyntax.JsonLd, RdfSyntax.NTriples }.Select(s => s.ToString()), .. Enum.GetNames<DataJsonProfile>()];

    /// <param name="columns">Documented columns of each distribution; they are in every feed.</param>
    public static async Task RunAsync(int datasets, int columns)
    {
        var folder = Directory.CreateTempSubdirectory("catalog-bench-").FullName;
        try
        {
            using var database = CatalogDatabase.Open(folder);
            Fill(database, datasets, columns);
            var published = new PublishedDatasets(database);
            var catalog = Catalog();
            // Once for nothing, so that what is compiled on the way is counted to nobody.
            foreach (var format in Formats) await WriteAsync(format, Stream.Null, catalog, published.Stream().Take(2_000));
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var idle = WorkingSet();
            Print("idle", string.Create(CultureInfo.InvariantCulture, $"{idle / 1e6:0} MB"));
            foreach (var format in Formats) await MeasureAsync($"{format} from the store", format, catalog, published.Stream(), datasets, idle);
            var watch = new Meter(datasets);
            _ = published.Stream().Count();
            Print("reading alone", watch.ToString());
            var held = published.Stream().Take(InMemory).ToList();
            foreach (var format in Formats)
                await MeasureAsync($"{format} from memory", format, catalog, Enumerable.Repeat(held, Rounds).SelectMany(d => d), held.Count * Rounds, null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Into the store as a harvest writes them, without its fetching, checking and comparing.</summary>
    private static void Fill(CatalogDatabase database, int datasets, int columns)
    {
        var context = new RecordContext { SourceId = "bench", Language = "es" };
        var watch = Stopwatch.StartNew();
        foreach (var batch in Enumerable.Range(0, datasets).Chunk(1_000))
            database.Write(session =>
            {
                foreach (var n in batch)
                {
                    using var record = JsonDocument.Parse(GeneratedCatalog.Record(n, columns));
                    var dataset = DataJsonReader.Read(record.RootElement, context).Dataset!;
                    var document = DatasetJson.Write(dataset);
                    DatasetWriter.Publish(session, new DatasetWrite { Dataset = dataset, Document = document, ContentHash = DatasetJson.Hash(document) }, 1, DateTimeOffset.UnixEpoch);
                }
            });
        Print("store filled", string.Create(CultureInfo.InvariantCulture, $"{datasets / watch.Elapsed.TotalSeconds:0} datasets/s"));
    }

    private static async Task MeasureAsync(string name, string format, DataCatalog catalog, IEnumerable<PublishedDataset> datasets, int count, long? idle)
    {
        using var stream = new CountingStream();
        var meter = new Meter(count);
        await WriteAsync(format, stream, catalog, datasets);
        var memory = idle is { } before ? string.Create(CultureInfo.InvariantCulture, $", {(stream.PeakWorkingSet - before) / 1e6:0} MB beyond idle") : "";
        Print(name, string.Create(CultureInfo.InvariantCulture, $"{meter}, {stream.Written / 1e6:0} MB, first byte {stream.FirstByte.TotalMilliseconds:0} ms{memory}"));
    }

    private static Task WriteAsync(string format, Stream stream, DataCatalog catalog, IEnumerable<PublishedDataset> datasets) =>
        Enum.TryParse<RdfSyntax>(format, out var syntax)
            ? CatalogExport.WriteRdfAsync(stream, syntax, CatalogProfile.DcatAp3, catalog, null, datasets, CancellationToken.None)
            : CatalogExport.WriteDataJsonAsync(stream, Enum.Parse<DataJsonProfile>(format), catalog, datasets, CancellationToken.None);

    /// <summary>By the clock, and by the processor, which tells more where others use the machine too.</summary>
    private sealed class Meter(int count)
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly TimeSpan _processor = Processor();

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{count / _watch.Elapsed.TotalSeconds,7:0} datasets/s, {(Processor() - _processor).TotalMicroseconds / count,5:0} µs of processor each");

        private static TimeSpan Processor()
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }

    private static DataCatalog Catalog() => new()
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

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static void Print(string name, string value) => Console.WriteLine($"{name,-34} {value}");
}
