using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;

namespace Catalog.Tests.Web;

/// <summary>A city with one table of works, harvested twice by the real pipeline and read by the real loader: two versions to explore and compare.</summary>
public sealed class TableCity : IAsyncDisposable
{
    public const string Works = "Obras";

    private readonly TempCatalog _catalog = new();

    public PortalHost Host { get; private set; } = null!;

    public Guid Table { get; private set; }

    public string Page { get; private set; } = "";

    public string Api => $"/api/tables/{Table:D}";

    public static async Task<TableCity> StartAsync()
    {
        var city = new TableCity();
        var catalog = city._catalog;
        var files = catalog.Combine("files");
        Directory.CreateDirectory(files);
        var source = Some.DataJsonSource(catalog.Write("data.json", """
            {
              "title": "Ciudad", "description": "Prueba", "publisher": { "name": "Gobierno" }, "superThemeTaxonomy": "http://datos.gob.ar/superThemeTaxonomy.json",
              "dataset": [ {
                "identifier": "obras", "title": "Obras", "description": "Obras públicas.", "publisher": { "name": "Gobierno" }, "superTheme": ["ECON"],
                "accrualPeriodicity": "R/P1M", "issued": "2020-01-02", "license": "CC-BY-4.0",
                "distribution": [ { "identifier": "obras-csv", "title": "Tabla de obras", "accessURL": "https://datos.example/obras", "downloadURL": "https://datos.example/obras.csv", "format": "CSV", "issued": "2020-01-02" } ]
              } ]
            }
            """)) with { Mirrors = [new Mirror("https://datos.example/", files)] };
        await File.WriteAllTextAsync(Path.Combine(files, "obras.csv"), Csv(newer: false));
        await catalog.HarvestAsync(source, files: true);
        catalog.Time.Advance(TimeSpan.FromDays(30));
        await File.WriteAllTextAsync(Path.Combine(files, "obras.csv"), Csv(newer: true));
        await catalog.HarvestAsync(source, files: true);

        city.Host = await PortalHost.StartAsync(catalog.ConfigOf(source), catalog.DataFolder, catalog.Time);
        await city.Host.Service<TableUpdater>().CatchUpAsync((_, _) => { }, CancellationToken.None);
        var dataset = city.Host.Dataset(Works);
        city.Table = dataset.Dataset.Distributions[0].Id;
        city.Page = $"/dataset/{dataset.Slug}/resource/{city.Table:D}";
        return city;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _catalog.Dispose();
    }

    /// <summary>120 works; in the newer one the first is gone, one is new, and number 7 costs more.</summary>
    private static string Csv(bool newer)
    {
        string[] stages = ["En obra", "Finalizada", "En licitación"];
        var rows = Enumerable.Range(newer ? 2 : 1, 120)
            .Select(n => FormattableString.Invariant($"OB-{n:000},Obra {n},{stages[n % 3]},{(newer && n == 7 ? 999999 : n * 1000)}.5,2024-{n % 12 + 1:00}-15,{-34.5 - n / 1000.0:0.000},{-58.4 - n / 1000.0:0.000}"));
        return "codigo,nombre,etapa,monto,inicio,lat,lng\n" + string.Join('\n', rows) + "\n";
    }
}
