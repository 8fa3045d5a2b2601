using Catalog.Harvest.Config;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Config;

/// <summary>Configs on disk, with the files that they name.</summary>
internal static class ConfigSamples
{
    /// <summary>A value that must not be seen anywhere.</summary>
    public const string Secret = "s3cr3t-0f-th3-t3st";

    public const string Least = """
        catalog:
          title: Datos
          description: Los datos de la ciudad
        sources: []
        """;

    /// <summary>Every key of the format with a value that is not its default.</summary>
    public const string Everything = """
        # yaml-language-server: $schema=./harvest.schema.json
        catalog:
          title: { es: Datos de la ciudad, en: City data }
          description: Lo que la ciudad publica
          url: https://datos.example.org/
          publisher: suprema
          languages: [es, en, pt-BR]
          timeZone: America/Montevideo
          license: ODbL-1.0
          homepage: https://example.org/datos
          issued: 2019-04
          spatial: "02"
        publishers:
          - id: salud
            name: Ministerio de Salud
            description: { es: Hospitales, en: Hospitals }
            email: datos@salud.example.org
            url: https://salud.example.org
            aliases: [Min. Salud, MSAL]
          - { id: suprema, name: Corte, branch: judiciary }
          - { id: archivo, name: Archivo, parent: suprema }
        sectors:
          - id: vida
            title: { es: Vida, en: Life }
            description: Salud y ambiente
            euTheme: HEAL
            superThemes: [HEAL, ENVI]
            aliases: [salud]
        sources:
          - id: portal
            type: datajson
            url: https://portal.example.org/data.json?key=${PORTAL_KEY}
            title: El portal
            publisher: salud
            sectors: [vida]
            profile: dcat-us
            language: en
            schedule: { cron: "0 30 3 * * ?", timeZone: Europe/Madrid }
            policy:
              onInvalid: hold
              maxRemovals: 12.5%
              schemas: [schemas/dataset.json]
              tables: hold
              personalData: hold
              maxRowLoss: 7.5%
              maxNullRise: 20%
            mirrors:
              - { from: https://portal.example.org/files/, to: mirror }
            headers:
              Authorization: Bearer ${PORTAL_KEY}
              X-Price: $${5}
            allowPrivateHosts: [Intranet.example.org, 10.0.0.7]
            tables:
              - dataset: camas-*
                file: "*.csv"
                sheet: Camas
                schema: schemas/camas.json
                dialect: { encoding: windows-1252, delimiter: tab, quoteChar: "'", escapeChar: none, skipRows: 2, headerRows: 1, commentPrefix: "#" }
              - schema: https://portal.example.org/esquema.json
          - id: carpeta
            type: folder
            url: mirror
            publisher: archivo
            schedule: 0 0 4 ? * MON-FRI
          - id: propios
            type: files
            datasets:
              - identifier: camas
                title: { es: Camas, en: Beds }
                description: Camas por hospital
                keywords: [camas, 2020]
                themes: [salud]
                superThemes: [HEAL]
                publisher: salud
                contact: { name: Mesa de datos, email: mesa@salud.example.org }
                issued: 2020
                modified: 2020-05-31
                frequency: R/P1M
                temporal: 2019-01-01/2019-12-31
                spatial: ARG
                license: CC-BY-4.0
                landingPage: https://salud.example.org/camas
                source: Dirección de Estadística
                languages: [es]
                files:
                  - url: data/camas.csv
                    title: Camas
                    description: { es: Una fila por hospital }
                    format: CSV
                    mediaType: text/csv
                    identifier: camas-csv
                    license: CC0-1.0
                    issued: 2020-01
                    modified: 2020-05-31T10:00:00-03:00
                    fields:
                      - { name: camas, type: integer, description: Camas instaladas, units: camas }
                  - url: https://salud.example.org/camas.json
        """;

    /// <summary>A folder with the files that the samples name.</summary>
    public static TempFolder Folder()
    {
        var folder = new TempFolder();
        folder.Write("data/camas.csv", "camas\n3\n");
        folder.Write("mirror/readme.txt", "");
        folder.Write("schemas/dataset.json", """{"type":"object"}""");
        folder.Write("schemas/camas.json", """{"fields":[{"name":"camas","type":"integer"}]}""");
        folder.Write("schemas/fields.json", """{"fields":[{"name":"a"},{"name":"a"}]}""");
        folder.Write("schemas/broken.json", "{\n");
        folder.Write("schemas/list.json", "[]");
        return folder;
    }

    public static string? Environment(string name) => name switch
    {
        "PORTAL_KEY" or "TOKEN" => Secret,
        "TWO_LINES" => Secret + "\n" + Secret,
        "EMPTY" => "",
        _ => null,
    };

    public static ConfigResult Load(TempFolder folder, string yaml) => HarvestConfigLoader.Load(folder.Write("harvest.yaml", yaml), Environment);
}
