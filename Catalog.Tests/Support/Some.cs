using Catalog.Core.Dcat;
using Catalog.Harvest.Config;

namespace Catalog.Tests.Support;

/// <summary>Sample values: whatever a test does not care about.</summary>
public static class Some
{
    public static HarvestConfig Config(string path, params HarvestSource[] sources) => new()
    {
        Path = path,
        Catalog = Catalog(),
        Sources = sources.ToValueList(),
    };

    public static DataCatalog Catalog() => new()
    {
        Title = Text.Of(new LangString("es", "Datos de la ciudad"), new LangString("en", "City data")),
        Description = Text.Of("es", "Todos los datos de la ciudad."),
        Url = "http://localhost:5080",
        Publisher = new Agent { Id = "gobierno", Name = Text.Of("es", "Gobierno de la Ciudad"), Email = "datos@ciudad.example" },
        Languages = ["es", "en"],
        TimeZone = "America/Argentina/Buenos_Aires",
        License = "CC-BY-4.0",
        Publishers =
        [
            new Publisher { Id = "gobierno", Name = Text.Of("es", "Gobierno de la Ciudad"), Email = "datos@ciudad.example" },
            new Publisher { Id = "salud", Name = Text.Of("es", "Ministerio de Salud"), Aliases = ["Min. de Salud"], Parent = "gobierno" },
            new Publisher { Id = "magistratura", Name = Text.Of("es", "Consejo de la Magistratura"), Branch = Branch.Judiciary },
        ],
        Sectors =
        [
            new Sector { Id = "salud", Title = Text.Of(new LangString("es", "Salud"), new LangString("en", "Health")), EuTheme = "HEAL", SuperThemes = ["HEAL"] },
            new Sector { Id = "economia", Title = Text.Of(new LangString("es", "Economía"), new LangString("en", "Economy")), EuTheme = "ECON", SuperThemes = ["ECON"], Aliases = ["economia-y-finanzas"] },
        ],
    };

    public static HarvestSource DataJsonSource(string url, string id = "ciudad") => new()
    {
        Id = id,
        Type = SourceType.DataJson,
        Url = url,
        Publisher = "gobierno",
        Language = "es",
    };

    /// <summary>A data.json of the Argentine profile whose datasets conform, with one CSV each.</summary>
    public static string DataJson(int datasets, int from = 0, Func<int, string>? more = null) => $$"""
        {
          "title": "Datos de la ciudad", "description": "Prueba", "publisher": { "name": "Gobierno de la Ciudad" },
          "superThemeTaxonomy": "http://datos.gob.ar/superThemeTaxonomy.json",
          "dataset": [
            {{string.Join(",\n", Enumerable.Range(from, datasets).Select(n => Dataset(n, more?.Invoke(n) ?? "")))}}
          ]
        }
        """;

    public static string Dataset(int n, string more = "") => $$"""
        {
          "identifier": "ds-{{n}}", "title": "Conjunto {{n}}", "description": "Descripción del conjunto {{n}}",
          "publisher": { "name": "Ministerio de Salud" }, "superTheme": ["HEAL"], "accrualPeriodicity": "R/P1M", "issued": "2020-01-02",
          "keyword": ["uno", "dos"], {{more}}
          "distribution": [
            { "identifier": "r-{{n}}", "title": "Datos", "accessURL": "https://datos.example/{{n}}", "downloadURL": "https://datos.example/{{n}}.csv", "format": "CSV", "issued": "2020-01-02" }
          ]
        }
        """;
}
