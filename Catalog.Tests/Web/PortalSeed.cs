using System.Text;
using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;
using Dapper;

namespace Catalog.Tests.Web;

/// <summary>
/// A small city, harvested twice by the real pipeline: a good table, one whose file vanished, one that was withdrawn,
/// one that attacks, one that cannot be copied, and enough others to turn pages.
/// </summary>
public sealed class PortalSeed : IDisposable
{
    public const string Budget = "Presupuesto ejecutado 2026";
    public const string Hospitals = "Hospitales públicos";
    public const string Withdrawn = "Conjunto retirado";
    public const string Uncopied = "Censo sin copia";
    public const string FormerSlug = "presupuesto-con-su-nombre-de-antes";

    /// <summary>Datasets besides those with a name here.</summary>
    private const int Others = 25;

    private readonly TempCatalog _catalog = new();

    public TempCatalog Catalog => _catalog;

    public byte[] BudgetBytes { get; } = Encoding.Latin1.GetBytes(
        "año;jurisdicción;importe\r\n" + string.Concat(Enumerable.Range(1, 60).Select(n => $"2026;Educación {n};{n * 1000},50\r\n")));

    public HarvestConfig Config { get; private set; } = null!;

    public static async Task<PortalSeed> CreateAsync()
    {
        var seed = new PortalSeed();
        var files = seed._catalog.Combine("files");
        Directory.CreateDirectory(files);
        await File.WriteAllBytesAsync(Path.Combine(files, "presupuesto.csv"), seed.BudgetBytes);
        await File.WriteAllTextAsync(Path.Combine(files, "hospitales.csv"), "nombre,camas\nDurand,10\nPirovano,20\n");
        await File.WriteAllTextAsync(Path.Combine(files, "ataque.html"), "<script>alert(1)</script>");
        var source = Some.DataJsonSource(seed._catalog.Combine("data.json")) with { Mirrors = [new Mirror("https://datos.example/", files)] };
        seed.Config = seed._catalog.ConfigOf(source);

        seed._catalog.Write("data.json", Document("Primera descripción.", withWithdrawn: true));
        await seed._catalog.HarvestAsync(source, files: true);
        File.Delete(Path.Combine(files, "hospitales.csv"));
        seed._catalog.Time.Advance(TimeSpan.FromDays(1));
        seed._catalog.Write("data.json", Document("Gasto **devengado** por jurisdicción.\n\n<b>En pesos</b>.", withWithdrawn: false));
        await seed._catalog.HarvestAsync(source, files: true);

        var id = seed._catalog.Datasets.StreamAll().First(d => d.Dataset.Title.ToString() == Budget).Id;
        seed._catalog.Database.Write(session => session.Connection.Execute(
            "INSERT INTO slug (slug, dataset_id) VALUES (@FormerSlug, @id)", new { FormerSlug, id }, session.Transaction));
        return seed;
    }

    public Task<PortalHost> HostAsync(Limits? limits = null) => PortalHost.StartAsync(Config, _catalog.DataFolder, _catalog.Time, limits);

    public void Dispose() => _catalog.Dispose();

    private static string Document(string description, bool withWithdrawn)
    {
        var datasets = new List<string>
        {
            Dataset("presupuesto", Budget, description, "ECON", "presupuesto.csv", "CSV", "Consejo de la Magistratura"),
            Dataset("hospitales", Hospitals, "Camas por hospital.", "HEAL", "hospitales.csv", "CSV", "Ministerio de Salud"),
            Dataset("hostil", "<script>alert('título')</script>Ataque", "Texto <script>alert(1)</script> <img src=x onerror=alert(2)> [clic](javascript:alert(3)) <a href=\"javascript:alert(4)\" onclick=\"alert(5)\">acá</a>", "ECON", "ataque.html", "HTML", "<svg onload=alert(6)>"),
            Dataset("sin-copia", Uncopied, "Su archivo no está en el espejo.", "ECON", "no-existe.csv", "CSV", "Ministerio de Salud"),
        };
        if (withWithdrawn) datasets.Add(Dataset("retirado", Withdrawn, "Estuvo.", "ECON", "presupuesto.csv", "CSV", "Ministerio de Salud"));
        datasets.AddRange(Enumerable.Range(1, Others).Select(n => Dataset($"serie-{n}", $"Serie número {n}", "Una serie de ejemplo.", "HEAL", "presupuesto.csv", "CSV", "Ministerio de Salud")));
        return $$"""
            { "title": "Ciudad", "description": "Prueba", "publisher": { "name": "Gobierno", "mbox": "datos@ciudad.example" },
              "superThemeTaxonomy": "http://datos.gob.ar/superThemeTaxonomy.json", "dataset": [ {{string.Join(",\n", datasets)}} ] }
            """;
    }

    private static string Dataset(string id, string title, string description, string theme, string file, string format, string publisher) => $$"""
        {
          "identifier": "{{id}}", "title": {{Json(title)}}, "description": {{Json(description)}}, "publisher": { "name": {{Json(publisher)}} },
          "superTheme": ["{{theme}}"], "accrualPeriodicity": "R/P1M", "issued": "2020-01-02", "modified": "2026-05-04",
          "keyword": ["cuentas claras", {{Json(id == "hostil" ? "\"><img src=x onerror=alert(7)>" : "datos")}}],
          "landingPage": "{{(id == "hostil" ? "javascript:alert(8)" : "https://ciudad.example/" + id)}}",
          "contactPoint": { "fn": "Mesa de datos", "hasEmail": "{{(id == "hostil" ? "no-es-un-correo" : "mesa@ciudad.example")}}" },
          "distribution": [
            { "identifier": "{{id}}-1", "title": "Tabla anual", "accessURL": "https://datos.example/{{id}}", "downloadURL": "https://datos.example/{{file}}",
              "format": "{{format}}", "issued": "2020-01-02",
              "field": [ { "title": "importe", "type": "number", "description": "Importe devengado, en pesos" } ] }
          ]
        }
        """;

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
