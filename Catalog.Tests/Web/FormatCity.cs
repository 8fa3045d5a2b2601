using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Drift;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;

namespace Catalog.Tests.Web;

/// <summary>
/// A city that publishes a table in every format, some with data of persons, and one source that holds what has any:
/// harvested by the real pipeline and read by the real loader.
/// </summary>
public sealed class FormatCity : IAsyncDisposable
{
    public const string Secret = "gmail.com";

    private readonly TempCatalog _catalog;

    private FormatCity(Limits? limits) => _catalog = new TempCatalog(limits);

    public PortalHost Host { get; private set; } = null!;

    public TempCatalog Catalog => _catalog;

    public static async Task<FormatCity> StartAsync(Limits? limits = null)
    {
        var city = new FormatCity(limits);
        var catalog = city._catalog;
        var files = catalog.Combine("files");
        Directory.CreateDirectory(files);
        foreach (var sample in new[] { "obras-publicas/obras-2024.xlsx", "desarrollo-urbano/comunas.geojson", "movilidad/ciclovias.geojson", "estadistica/mercado-trabajo.json" })
            File.Copy(Path.Combine(Fixtures.Samples, sample), Path.Combine(files, Path.GetFileName(sample)));
        await File.WriteAllBytesAsync(Path.Combine(files, "pagos.zip"), Zipped("pagos.csv", Payments));
        await File.WriteAllTextAsync(Path.Combine(files, "informe.pdf"), "%PDF-1.4 nada\n");
        await File.WriteAllTextAsync(Path.Combine(files, "formas.geojson"), Shapes);
        await File.WriteAllTextAsync(Path.Combine(files, "parcelas.csv"), "WKT,nombre\n" + string.Concat(Enumerable.Range(1, 6).Select(n => FormattableString.Invariant($"\"POLYGON ((-58.{n} -34.6, -58.{n} -34.5, -58.{n}5 -34.5, -58.{n} -34.6))\",Parcela {n}\n"))));
        await File.WriteAllTextAsync(Path.Combine(files, "personas.csv"), Persons(withMail: true));
        await File.WriteAllTextAsync(Path.Combine(files, "listado.csv"), Persons(withMail: true));
        await File.WriteAllTextAsync(Path.Combine(files, "padron.csv"), Persons(withMail: false));

        var open = city.Source("abierta", [("Planilla", "obras-2024.xlsx", "XLSX"), ("Comunas", "comunas.geojson", "GeoJSON"), ("Ciclovías", "ciclovias.geojson", "GeoJSON"), ("Empleo", "mercado-trabajo.json", "JSON"),
            ("Pagos", "pagos.zip", "ZIP"), ("Informe", "informe.pdf", "PDF"), ("Formas", "formas.geojson", "GeoJSON"), ("Parcelas", "parcelas.csv", "CSV"), ("Personas", "personas.csv", "CSV")]);
        var careful = city.Source("cuidadosa", [("Listado", "listado.csv", "CSV"), ("Padrón", "padron.csv", "CSV")]) with { Policy = new HarvestPolicy { Tables = new TablePolicy { OnPersonalData = OnPersonalData.Hold } } };
        await catalog.HarvestAsync(open, files: true);
        await catalog.HarvestAsync(careful, files: true);
        catalog.Time.Advance(TimeSpan.FromDays(1));
        await File.WriteAllTextAsync(Path.Combine(files, "padron.csv"), Persons(withMail: true));
        await catalog.HarvestAsync(careful, files: true);

        city.Host = await PortalHost.StartAsync(catalog.ConfigOf(open, careful), catalog.DataFolder, catalog.Time, limits);
        await city.Host.Service<TableUpdater>().CatchUpAsync((_, _) => { }, CancellationToken.None);
        return city;
    }

    public StoredDataset Dataset(string title) => Host.Dataset(title);

    public string PageOf(string title) => $"/dataset/{Dataset(title).Slug}";

    public string TableOf(string title) => $"{PageOf(title)}/resource/{Dataset(title).Dataset.Distributions[0].Id:D}";

    public string ApiOf(string title) => $"/api/tables/{Dataset(title).Dataset.Distributions[0].Id:D}";

    /// <summary>The data of the drawing on a page.</summary>
    public async Task<JsonElement> DrawingAsync(string title, string query)
    {
        var page = await Host.PageAsync(TableOf(title) + query);
        const string start = "<script type=\"application/json\">";
        var at = page.IndexOf(start, StringComparison.Ordinal);
        Assert.That(at, Is.Positive, page);
        return JsonDocument.Parse(page[(at + start.Length)..page.IndexOf("</script>", at, StringComparison.Ordinal)]).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _catalog.Dispose();
    }

    private HarvestSource Source(string id, IEnumerable<(string Title, string File, string Format)> datasets)
    {
        var document = _catalog.Write($"{id}.json", $$"""
            { "title": "Ciudad", "description": "Prueba", "publisher": { "name": "Gobierno" }, "superThemeTaxonomy": "http://datos.gob.ar/superThemeTaxonomy.json",
              "dataset": [ {{string.Join(",\n", datasets.Select(Entry))}} ] }
            """);
        return Some.DataJsonSource(document, id) with { Mirrors = [new Mirror("https://datos.example/", _catalog.Combine("files"))] };
    }

    private static string Entry((string Title, string File, string Format) dataset) => $$"""
        { "identifier": "{{dataset.File}}", "title": "{{dataset.Title}}", "description": "Prueba.", "publisher": { "name": "Gobierno" }, "superTheme": ["ECON"],
          "accrualPeriodicity": "R/P1M", "issued": "2020-01-02", "license": "CC-BY-4.0",
          "distribution": [ { "identifier": "{{dataset.File}}-1", "title": "Archivo", "accessURL": "https://datos.example/a", "downloadURL": "https://datos.example/{{dataset.File}}", "format": "{{dataset.Format}}", "issued": "2020-01-02" } ] }
        """;

    /// <summary>Amounts as a spreadsheet set to Spanish writes them; twelve recipients, the later ones ever rarer, and months without any.</summary>
    private static string Payments => "destino;monto;fecha;urgente\n" + string.Concat(
        from destination in Enumerable.Range(1, 12)
        from payment in Enumerable.Range(1, 13 - destination)
        select FormattableString.Invariant($"Destino {destination:00};{payment}.{destination:000},50;{(destination == 12 ? "" : $"2024-{(payment < 6 ? 1 : 4):00}-15")};{(payment % 2 == 0 ? "sí" : "no")}\n"));

    private static string Persons(bool withMail) => $"nombre,{(withMail ? "dni,correo," : "")}barrio,monto\n" + string.Concat(Enumerable.Range(0, 40).Select(n =>
        $"Juana Pérez,{(withMail ? $"{20_000_000 + n % 5 * 137_911},juana.perez{n % 5}@{Secret}," : "")}{(n % 2 == 0 ? "Norte" : "Sur")},{n * 100}\n"));

    /// <summary>Every type of geometry, a hole whose ring is turned the wrong way, metres of a projection, and nothing.</summary>
    private const string Shapes = """
        { "type": "FeatureCollection", "features": [
        { "type": "Feature", "properties": { "nombre": "Punto", "clase": "a", "peso": 10 }, "geometry": { "type": "Point", "coordinates": [-58.40, -34.60] } },
        { "type": "Feature", "properties": { "nombre": "Puntos", "clase": "a", "peso": 20 }, "geometry": { "type": "MultiPoint", "coordinates": [[-58.41, -34.60], [-58.42, -34.61]] } },
        { "type": "Feature", "properties": { "nombre": "Línea", "clase": "b", "peso": 30 }, "geometry": { "type": "LineString", "coordinates": [[-58.40, -34.60], [-58.45, -34.65]] } },
        { "type": "Feature", "properties": { "nombre": "Líneas", "clase": "b", "peso": 40 }, "geometry": { "type": "MultiLineString", "coordinates": [[[-58.40, -34.60], [-58.45, -34.65]], [[-58.46, -34.66], [-58.47, -34.66]]] } },
        { "type": "Feature", "properties": { "nombre": "Con hueco", "clase": "b", "peso": 50 }, "geometry": { "type": "Polygon", "coordinates": [[[-58.5, -34.7], [-58.3, -34.7], [-58.3, -34.5], [-58.5, -34.5], [-58.5, -34.7]], [[-58.45, -34.65], [-58.35, -34.65], [-58.35, -34.55], [-58.45, -34.55], [-58.45, -34.65]]] } },
        { "type": "Feature", "properties": { "nombre": "Islas", "clase": "a", "peso": null }, "geometry": { "type": "MultiPolygon", "coordinates": [[[[-58.2, -34.7], [-58.1, -34.7], [-58.1, -34.6], [-58.2, -34.7]]], [[[-58.0, -34.7], [-57.9, -34.7], [-57.9, -34.6], [-58.0, -34.7]]]] } },
        { "type": "Feature", "properties": { "nombre": "Todo", "clase": "b", "peso": 70 }, "geometry": { "type": "GeometryCollection", "geometries": [{ "type": "Point", "coordinates": [-58.1, -34.1] }, { "type": "LineString", "coordinates": [[-58.1, -34.1], [-58.2, -34.2]] }] } },
        { "type": "Feature", "properties": { "nombre": "En metros", "clase": "a", "peso": 80 }, "geometry": { "type": "Point", "coordinates": [6370000, 5840000] } },
        { "type": "Feature", "properties": { "nombre": "Sin lugar", "clase": "b", "peso": 90 }, "geometry": null }
        ] }
        """;

    private static byte[] Zipped(string name, string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
        return bytes.ToArray();
    }
}
