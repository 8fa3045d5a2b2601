using System.Text.Json.Nodes;

namespace Samples.Generator.Writers;

/// <summary>A body's data.json in the Argentine metadata profile 1.1.</summary>
internal static class DataJson
{
    public const string License = "CC-BY-4.0";
    public const string LicenseUrl = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>West, south, east, north of the city.</summary>
    public static readonly string[] Box = ["-61.400", "-38.980", "-61.210", "-38.830"];

    public static JsonObject Catalog(Body body) => new()
    {
        ["identifier"] = $"puerto-almendra-{body.Id}",
        ["title"] = $"Datos abiertos de {body.Name}",
        ["description"] = $"{body.Text} Puerto Almendra es una ciudad inventada y todos los datos son ficticios.",
        ["publisher"] = new JsonObject { ["name"] = body.Name, ["mbox"] = body.Email },
        ["issued"] = body.Datasets.Min(d => d.Issued),
        ["modified"] = body.Datasets.Max(d => d.Modified),
        ["version"] = "1.1",
        ["language"] = new JsonArray("spa"),
        ["license"] = License,
        ["homepage"] = body.Url,
        ["rights"] = "Datos inventados, de uso libre con mención de la fuente",
        ["spatial"] = Json.Array(Box),
        ["superThemeTaxonomy"] = "http://datos.gob.ar/superThemeTaxonomy.json",
        ["themeTaxonomy"] = new JsonArray([.. body.Datasets.SelectMany(d => d.Themes).Distinct().Order(StringComparer.Ordinal).Select(id => new JsonObject
        {
            ["id"] = id,
            ["label"] = Sectors.Label(id),
            ["description"] = $"Conjuntos de datos sobre {Sectors.Label(id).ToLowerInvariant()}.",
        })]),
        ["dataset"] = new JsonArray([.. body.Datasets.Select((d, i) => Dataset(body, d, body.Spelling(i)))]),
    };

    private static JsonObject Dataset(Body body, DatasetDraft draft, string publisher)
    {
        var dataset = new JsonObject
        {
            ["identifier"] = draft.Id,
            ["title"] = draft.Title,
            ["description"] = draft.Description,
            ["publisher"] = new JsonObject { ["name"] = publisher, ["mbox"] = body.Email },
            ["contactPoint"] = new JsonObject { ["fn"] = $"Equipo de datos. {body.Name}", ["hasEmail"] = body.Email },
            ["superTheme"] = Json.Array(draft.SuperThemes),
            ["theme"] = Json.Array(draft.Themes),
            ["keyword"] = Json.Array(draft.Keywords),
            ["accrualPeriodicity"] = draft.Frequency,
            ["issued"] = draft.Issued,
            ["modified"] = draft.Modified,
            ["language"] = new JsonArray("spa"),
            ["spatial"] = Json.Array(Box),
            ["license"] = License,
            ["landingPage"] = $"{body.Url}{draft.Id}",
        };
        if (draft.Temporal is not null)
            dataset["temporal"] = draft.Temporal;
        dataset["distribution"] = new JsonArray([.. draft.Files.Select(f => Distribution(body, draft, f))]);
        draft.Break?.Invoke(dataset);
        return dataset;
    }

    private static JsonObject Distribution(Body body, DatasetDraft draft, FileDraft file)
    {
        var distribution = new JsonObject
        {
            ["identifier"] = file.FileName.Replace('.', '-'),
            ["title"] = file.Title,
            ["accessURL"] = $"{body.Url}{draft.Id}",
            ["downloadURL"] = body.Url + file.FileName,
            ["fileName"] = file.FileName,
            ["format"] = file.Format,
            ["mediaType"] = file.MediaType,
            ["byteSize"] = file.Bytes.Length,
            ["type"] = "file",
            ["license"] = License,
            ["issued"] = draft.Issued,
            ["modified"] = draft.Modified,
        };
        if (file.Fields.Count > 0)
            distribution["field"] = new JsonArray([.. file.Fields.Select(Field)]);
        return distribution;
    }

    private static JsonObject Field(Column column)
    {
        var field = new JsonObject { ["title"] = column.Name, ["type"] = column.Type, ["description"] = column.Description };
        if (column.Units is not null)
            field["units"] = column.Units;
        return field;
    }
}
