using System.Text.Json.Nodes;

namespace Samples.Generator.Writers;

/// <summary>A body's data.json in DCAT-US 1.1 (Project Open Data), as software bought abroad exports it.</summary>
internal static class DcatUs
{
    private const string Schema = "https://project-open-data.cio.gov/v1.1/schema";

    public static JsonObject Catalog(Body body) => new()
    {
        ["@context"] = $"{Schema}/catalog.jsonld",
        ["@id"] = $"{body.Url}data.json",
        ["@type"] = "dcat:Catalog",
        ["conformsTo"] = Schema,
        ["describedBy"] = $"{Schema}/catalog.json",
        ["dataset"] = new JsonArray([.. body.Datasets.Select(d => Dataset(body, d))]),
    };

    private static JsonObject Dataset(Body body, DatasetDraft draft)
    {
        var dataset = new JsonObject
        {
            ["@type"] = "dcat:Dataset",
            ["identifier"] = $"{body.Url}{draft.Id}",
            ["title"] = draft.Title,
            ["description"] = draft.Description,
            ["keyword"] = Json.Array(draft.Keywords),
            ["theme"] = Json.Array(draft.Themes),
            ["modified"] = draft.Modified,
            ["issued"] = draft.Issued,
            ["accessLevel"] = "public",
            ["accrualPeriodicity"] = draft.Frequency == "eventual" ? "irregular" : draft.Frequency,
            ["publisher"] = new JsonObject
            {
                ["@type"] = "org:Organization",
                ["name"] = body.Name,
                ["subOrganizationOf"] = new JsonObject { ["@type"] = "org:Organization", ["name"] = "Municipalidad de Puerto Almendra" },
            },
            ["contactPoint"] = new JsonObject
            {
                ["@type"] = "vcard:Contact",
                ["fn"] = $"Equipo de datos. {body.Name}",
                ["hasEmail"] = $"mailto:{body.Email}",
            },
            ["language"] = new JsonArray("es-AR"),
            ["license"] = DataJson.LicenseUrl,
            ["spatial"] = string.Join(',', DataJson.Box),
            ["landingPage"] = $"{body.Url}{draft.Id}",
        };
        if (draft.Temporal is not null)
            dataset["temporal"] = draft.Temporal;
        dataset["distribution"] = new JsonArray([.. draft.Files.Select(f => new JsonObject
        {
            ["@type"] = "dcat:Distribution",
            ["title"] = f.Title,
            ["format"] = f.Format,
            ["mediaType"] = f.MediaType,
            ["downloadURL"] = body.Url + f.FileName,
        })]);
        return dataset;
    }
}
