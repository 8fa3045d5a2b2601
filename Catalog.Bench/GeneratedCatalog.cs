using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Catalog.Bench;

/// <summary>
/// A data.json of the Argentine profile, seeded and of the size of the city's own records: about 8 kB, three
/// distributions and a dozen documented columns a dataset.
/// </summary>
internal static class GeneratedCatalog
{
    /// <summary>Documented columns of a distribution. 12: as many as the city's own tables have.</summary>
    public const int Columns = 12;

    private static readonly string[] Words =
    [
        "obras", "públicas", "salud", "escuelas", "calidad", "aire", "transporte", "subte", "bicicletas", "estaciones", "presupuesto", "ejecutado",
        "compras", "justicia", "causas", "sentencias", "barrios", "comunas", "arbolado", "reclamos", "vecinos", "turismo", "cultura", "museos", "género",
        "población", "censo", "empleo", "habilitaciones", "licitaciones", "contratos", "hospitales", "vacunación", "residuos", "reciclado", "agua", "energía",
    ];

    private static readonly string[] Themes = ["AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN"];
    private static readonly string[] Formats = ["CSV", "XLSX", "GEOJSON", "JSON", "PDF"];

    /// <param name="changed">How many of the datasets have another description than in the first edition.</param>
    public static void Write(string path, int datasets, int changed)
    {
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("title", "Catálogo generado");
        json.WriteString("description", "Para medir");
        json.WriteString("superThemeTaxonomy", "http://datos.gob.ar/superThemeTaxonomy.json");
        json.WriteStartObject("publisher");
        json.WriteString("name", "Ciudad");
        json.WriteString("mbox", "datos@ciudad.example");
        json.WriteEndObject();
        json.WriteStartArray("dataset");
        for (var n = 0; n < datasets; n++) WriteDataset(json, n, edition: n < changed ? 2 : 1);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One of its datasets by itself, each of its distributions with so many documented columns.</summary>
    public static byte[] Record(int n, int columns = Columns)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) WriteDataset(json, n, edition: 1, columns);
        return stream.ToArray();
    }

    private static void WriteDataset(Utf8JsonWriter json, int n, int edition, int columns = Columns)
    {
        // A generator of its own for each dataset: the second edition differs only where it is meant to.
        var random = new Random(n);
        json.WriteStartObject();
        json.WriteString("identifier", $"dataset-{n}");
        json.WriteString("title", $"{Sentence(random, 4)} {n}");
        json.WriteString("description", $"{Sentence(random, 40)}. Edición {edition}.");
        json.WriteStartObject("publisher");
        json.WriteString("name", $"Ministerio de {Words[n % 12]}. Dirección General de {Words[n % 30]}");
        json.WriteString("mbox", "datos@ciudad.example");
        json.WriteEndObject();
        json.WriteStartObject("contactPoint");
        json.WriteString("fn", "Dirección de Datos");
        json.WriteString("hasEmail", "datos@ciudad.example");
        json.WriteEndObject();
        WriteList(json, "superTheme", Themes[n % Themes.Length]);
        WriteList(json, "keyword", [.. Enumerable.Range(0, 6).Select(_ => Words[random.Next(Words.Length)]).Distinct()]);
        json.WriteString("accrualPeriodicity", "R/P1M");
        json.WriteString("issued", Date(random, 2015));
        json.WriteString("modified", Date(random, 2022));
        json.WriteString("landingPage", $"https://datos.ciudad.example/dataset/{n}");
        json.WriteString("license", "CC-BY-4.0");
        json.WriteString("temporal", "2019-01-01/2019-12-31");
        json.WriteStartArray("distribution");
        for (var d = 0; d < 3; d++) WriteDistribution(json, random, n, d, columns);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDistribution(Utf8JsonWriter json, Random random, int n, int d, int columns)
    {
        var format = Formats[random.Next(Formats.Length)];
        json.WriteStartObject();
        json.WriteString("identifier", $"resource-{n}-{d}");
        json.WriteString("title", Sentence(random, 5));
        json.WriteString("description", Sentence(random, 15));
        json.WriteString("accessURL", $"https://datos.ciudad.example/dataset/{n}");
        json.WriteString("downloadURL", $"https://cdn.ciudad.example/{n}/{d}.{format.ToLowerInvariant()}");
        json.WriteString("format", format);
        json.WriteString("issued", Date(random, 2015));
        json.WriteStartArray("field");
        for (var f = 0; f < columns; f++)
        {
            json.WriteStartObject();
            json.WriteString("title", $"{Words[random.Next(Words.Length)]}_{f}");
            json.WriteString("type", f % 3 == 0 ? "integer" : "string");
            json.WriteString("description", Sentence(random, 6));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, params string[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Sentence(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++) text.Append(i == 0 ? "" : " ").Append(Words[random.Next(Words.Length)]);
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    private static string Date(Random random, int from) =>
        new DateTime(from, 1, 1).AddDays(random.Next(1000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
