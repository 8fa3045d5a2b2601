using System.Text.Json.Nodes;
using Samples.Generator.Writers;

namespace Samples.Generator;

/// <summary>
/// What the city and the courts agreed on for the cases of each court: a contract in the config, because the catalog of
/// the courts has only a dictionary.
/// </summary>
internal static class CourtSchema
{
    public const string Body = "consejo-magistratura";
    public const string Path = "esquemas/causas-por-juzgado.json";

    public static byte[] Bytes()
    {
        JsonObject Field(string name, string type, string title, JsonObject? constraints = null)
        {
            var field = new JsonObject { ["name"] = name, ["type"] = type, ["title"] = title };
            if (constraints is not null)
                field["constraints"] = constraints;
            return field;
        }

        JsonObject Count() => new() { ["required"] = true, ["minimum"] = 0 };
        return Json.Bytes(new JsonObject
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/tableschema.json",
            ["fields"] = new JsonArray(
                Field("anio", "year", "Año", new JsonObject { ["required"] = true }),
                Field("trimestre", "integer", "Trimestre", new JsonObject { ["required"] = true, ["minimum"] = 1, ["maximum"] = 4 }),
                Field("fuero", "string", "Fuero", new JsonObject { ["required"] = true }),
                Field("juzgado", "string", "Juzgado", new JsonObject { ["required"] = true }),
                Field("causas_inicio", "integer", "Causas en trámite al inicio", Count()),
                Field("ingresadas", "integer", "Causas ingresadas", Count()),
                Field("resueltas", "integer", "Causas resueltas", Count()),
                Field("causas_cierre", "integer", "Causas en trámite al cierre", Count()),
                Field("tasa_resolucion", "number", "Resueltas por cada 100 ingresadas", new JsonObject { ["minimum"] = 0 })),
            ["primaryKey"] = new JsonArray("anio", "trimestre", "juzgado"),
        });
    }
}
