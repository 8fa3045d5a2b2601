using System.Diagnostics;
using System.Globalization;
using System.Net;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Core.Search;
using Catalog.Core.Storage;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Bench;

/// <summary>
/// A whole harvest of a generated data.json over loopback: first run, unchanged run, one percent changed; then the
/// index from the change log, and the whole feeds out of the store.
/// </summary>
internal static class HarvestBench
{
    public static async Task RunAsync(int datasets)
    {
        var folder = Directory.CreateTempSubdirectory("catalog-bench-").FullName;
        try
        {
            var document = Path.Combine(folder, "data.json");
            GeneratedCatalog.Write(document, datasets, changed: 0);
            Print("document", $"{new FileInfo(document).Length / 1e6:0.0} MB, {datasets} datasets");
            using var server = FileServer.Start(document);
            await MeasureAsync(folder, document, server.Url, datasets);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, string document, string url, int datasets)
    {
        var config = ConfigOf(folder, url);
        using var database = CatalogDatabase.Open(folder);
        using var fetcher = new HttpFetcher(Limits.Default);
        var pipeline = new HarvestPipeline(config, database, folder, fetcher, new FileStore(folder), Limits.Default, TimeProvider.System, NullLogger<HarvestPipeline>.Instance);

        var plan = Stopwatch.StartNew();
        await pipeline.PlanAsync(config.Sources[0], _ => { }, CancellationToken.None);
        Rate("plan of the first harvest", datasets, plan.Elapsed);
        await HarvestAsync(pipeline, config, "first harvest", datasets);
        await HarvestAsync(pipeline, config, "unchanged harvest", datasets);
        GeneratedCatalog.Write(document, datasets, changed: datasets / 100);
        await HarvestAsync(pipeline, config, "1 % changed", datasets);
        Print("peak memory so far", PeakMemory());

        using var index = SearchIndex.Open(Path.Combine(folder, "index"), Limits.Default);
        var watch = Stopwatch.StartNew();
        new IndexUpdater(index, database, config, NullLogger<IndexUpdater>.Instance).CatchUp(CancellationToken.None);
        Rate("index from the change log", datasets, watch.Elapsed);

        foreach (var syntax in new[] { RdfSyntax.Turtle, RdfSyntax.RdfXml, RdfSyntax.JsonLd, RdfSyntax.NTriples })
        {
            watch.Restart();
            await CatalogExport.WriteRdfAsync(Stream.Null, syntax, CatalogProfile.DcatAp3, config.Catalog, null, new PublishedDatasets(database).Stream(), CancellationToken.None);
            Rate($"feed {syntax} from the store", datasets, watch.Elapsed);
        }
        foreach (var profile in Enum.GetValues<DataJsonProfile>())
        {
            watch.Restart();
            await CatalogExport.WriteDataJsonAsync(Stream.Null, profile, config.Catalog, new PublishedDatasets(database).Stream(), CancellationToken.None);
            Rate($"data.json {profile} from the store", datasets, watch.Elapsed);
        }
        Print("peak memory", PeakMemory());
    }

    private static async Task HarvestAsync(HarvestPipeline pipeline, HarvestConfig config, string name, int datasets)
    {
        var watch = Stopwatch.StartNew();
        var run = await pipeline.RunAsync(config.Sources[0], new HarvestOptions { Trigger = "bench", Files = false }, _ => { }, CancellationToken.None);
        Rate(name, datasets, watch.Elapsed, $"{run!.Status}, {run.Added} added, {run.Changed} changed, {run.Unchanged} unchanged {run.Message}");
    }

    private static HarvestConfig ConfigOf(string folder, string url) => new()
    {
        Path = Path.Combine(folder, "harvest.yaml"),
        Catalog = new DataCatalog
        {
            Title = Text.Of("es", "Banco de pruebas"),
            Description = Text.Of("es", "Catálogo generado"),
            Url = "http://localhost:5080",
            Publisher = new Agent { Name = Text.Of("es", "Ciudad"), Email = "datos@ciudad.example" },
            Languages = ["es"],
            TimeZone = "America/Argentina/Buenos_Aires",
            License = "CC-BY-4.0",
            Sectors = SuperThemes.DefaultSectors,
        },
        Sources =
        [
            new HarvestSource { Id = "bench", Type = SourceType.DataJson, Url = url, Language = "es", AllowPrivateHosts = ["127.0.0.1"], Policy = new HarvestPolicy { OnInvalid = OnInvalid.Publish } },
        ],
    };

    private static string PeakMemory() => string.Create(CultureInfo.InvariantCulture, $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");

    private static void Rate(string name, int count, TimeSpan elapsed, string more = "") =>
        Print(name, string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.00} s, {count / elapsed.TotalSeconds:0}/s {more}"));

    private static void Print(string name, string value) => Console.WriteLine($"{name,-34} {value}");
}
