using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Samples.Generator.Writers;

/// <summary>A dataset as a Frictionless Data Package, version 1, beside its files.</summary>
internal static class DataPackage
{
    public static JsonObject Package(Body body, DatasetDraft draft)
    {
        var package = new JsonObject
        {
            ["profile"] = "data-package",
            ["name"] = draft.Id,
            ["title"] = draft.Title,
            ["description"] = draft.Description,
            ["homepage"] = $"{body.Url}{draft.Id}",
            ["version"] = "1.0.0",
            ["created"] = $"{draft.Issued}T00:00:00Z",
            ["modified"] = draft.Modified,
            ["keywords"] = Json.Array(draft.Keywords),
            ["themes"] = Json.Array(draft.Themes),
            ["superThemes"] = Json.Array(draft.SuperThemes),
            ["accrualPeriodicity"] = draft.Frequency,
            ["languages"] = new JsonArray("es"),
            ["spatial"] = Json.Array(DataJson.Box),
            ["licenses"] = new JsonArray(new JsonObject
            {
                ["name"] = DataJson.License,
                ["path"] = DataJson.LicenseUrl,
                ["title"] = "Creative Commons Atribución 4.0 Internacional",
            }),
            ["sources"] = new JsonArray(new JsonObject { ["title"] = $"Registros de {body.Name}" }),
            ["contributors"] = new JsonArray(
                new JsonObject { ["title"] = body.Name, ["email"] = body.Email, ["role"] = "publisher" },
                new JsonObject { ["title"] = $"Equipo de datos. {body.Name}", ["email"] = body.Email, ["role"] = "maintainer" }),
        };
        if (draft.Temporal is not null)
            package["temporal"] = draft.Temporal;
        package["resources"] = new JsonArray([.. draft.Files.Select(Resource)]);
        return package;
    }

    private static JsonObject Resource(FileDraft file)
    {
        var resource = new JsonObject
        {
            ["profile"] = file.Fields.Count > 0 ? "tabular-data-resource" : "data-resource",
            ["name"] = file.FileName.Replace('.', '-'),
            ["path"] = file.FileName,
            ["title"] = file.Title,
            ["format"] = file.Format.ToLowerInvariant(),
            ["mediatype"] = file.MediaType,
            ["encoding"] = file.Encoding,
            ["bytes"] = file.Bytes.Length,
            ["hash"] = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(file.Bytes))}",
        };
        if (file.Delimiter != ",")
            resource["dialect"] = new JsonObject { ["delimiter"] = file.Delimiter };
        if (file.Fields.Count > 0)
            resource["schema"] = new JsonObject { ["fields"] = new JsonArray([.. file.Fields.Select(Field)]) };
        return resource;
    }

    private static JsonObject Field(Column column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = column.Type == "date-time" ? "datetime" : column.Type,
            ["description"] = column.Description,
        };
        // Table Schema 1 expects "Z" by default, and these are local times.
        if (column.Type == "date-time")
            field["format"] = "%Y-%m-%dT%H:%M:%S";
        if (column.Units is not null)
            field["unit"] = column.Units;
        return field;
    }
}
