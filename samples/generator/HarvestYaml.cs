using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samples.Generator.Writers;

namespace Samples.Generator;

/// <summary>samples/harvest.yaml: an example to read as much as a config to run, hence the comments.</summary>
internal static class HarvestYaml
{
    /// <summary>A JSON string is a double-quoted YAML string (YAML 1.2 §1.3).</summary>
    private static readonly JsonSerializerOptions Quotes = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(IReadOnlyList<Body> bodies)
    {
        var yaml = new StringBuilder("""
            # yaml-language-server: $schema=../docs/harvest.schema.json
            #
            # Puerto Almendra: a small city that does not exist, with departments, agencies, a council and a judiciary.
            # Everything it publishes lies in the folders beside this file, so the first harvest needs no network.
            # Written by samples/generator: change it there, or copy the folder and make it your own.

            catalog:
              title:
                es: Datos abiertos de Puerto Almendra
                en: Open data of Puerto Almendra
              description:
                es: Portal de ejemplo de una ciudad inventada. Ningún dato es real, ni las personas, ni los lugares, ni los montos.
                en: Sample portal of an invented city. Nothing in it is real, neither people nor places nor amounts.
              url: http://localhost:5080
              publisher: municipalidad
              languages: [es, en]          # the first is the language of text that says none
              timeZone: America/Argentina/Buenos_Aires
              license: CC-BY-4.0           # of datasets that name none
              homepage: https://datos.puertoalmendra.example/
              issued: 2021-03-15
              spatial: "-61.400,-38.980,-61.210,-38.830"

            # Who publishes. A publisher is found by its id, its name or one of its aliases, so the spellings that
            # departments use over the years all lead to one page.
            publishers:

            """);
        foreach (var body in bodies)
            Publisher(yaml, body);
        yaml.Append("""

            # What the data are about. A record's own theme decides first (id, title or alias); then the sector of its
            # source; then its superTheme. Each superTheme belongs to one sector at most: a record that says no more than
            # SOCI is not therefore about gender.
            sectors:

            """);
        foreach (var sector in Sectors.All)
        {
            yaml.Append($"  - id: {sector.Id}\n    title: {{ es: {Q(sector.Title)}, en: {Q(sector.English)} }}\n    euTheme: {sector.EuTheme}\n");
            if (sector.SuperThemes.Length > 0)
                yaml.Append($"    superThemes: [{string.Join(", ", sector.SuperThemes)}]\n");
            if (sector.Aliases.Length > 0)
                yaml.Append($"    aliases: [{string.Join(", ", sector.Aliases)}]\n");
        }

        yaml.Append("""

            # Where the data come from, and when. Cron is Quartz's: seconds first.
            sources:

            """);
        foreach (var body in bodies.Where(b => b.Kind != SourceKind.None))
            Source(yaml, body);
        return yaml.ToString();
    }

    private static void Publisher(StringBuilder yaml, Body body)
    {
        yaml.Append($"  - id: {body.Id}\n    name: {{ es: {Q(body.Name)}, en: {Q(body.English)} }}\n");
        yaml.Append($"    description: {Q(body.Text)}\n");
        if (body.Parent is not null)
            yaml.Append($"    parent: {body.Parent}\n");
        if (body.Branch != "executive")
            yaml.Append($"    branch: {body.Branch}\n");
        yaml.Append($"    email: {body.Email}\n    url: {body.Url}\n");
        if (body.Aliases.Length > 0)
            yaml.Append($"    aliases: [{string.Join(", ", body.Aliases.Select(Q))}]\n");
    }

    private static void Source(StringBuilder yaml, Body body)
    {
        yaml.Append($"\n  # {body.When}\n  - id: {body.Id}\n");
        yaml.Append(body.Kind switch
        {
            SourceKind.Packages => $"    type: folder                 # every datapackage.json below it is a dataset\n    url: {body.Id}\n",
            SourceKind.Config => "    type: files                  # no catalog of its own: its datasets are written here\n",
            _ => $"    type: datajson\n    url: {body.Id}/data.json\n    profile: {(body.Kind == SourceKind.DcatUs ? "dcat-us" : "argentina")}\n",
        });
        yaml.Append($"    publisher: {body.Id}\n    language: es\n");
        yaml.Append($"    schedule: {{ cron: {Q(body.Cron)}, timeZone: America/Argentina/Buenos_Aires }}\n");
        if (body.Branch == "judiciary")
            yaml.Append("    policy: { onInvalid: hold, maxRemovals: 0 }\n");
        if (body.Kind is SourceKind.Argentina or SourceKind.DcatUs)
            yaml.Append($"    mirrors:\n      - {{ from: {Q(body.Url)}, to: ./{body.Id} }}\n");
        if (body.Id == CourtSchema.Body)
            yaml.Append($"    tables:                      # what was agreed with the courts; versions are compared by its key\n      - {{ file: causas-por-juzgado.*, schema: {body.Id}/{CourtSchema.Path} }}\n");
        if (body.Kind != SourceKind.Config)
            return;
        yaml.Append("    datasets:\n");
        foreach (var dataset in body.Datasets)
            Dataset(yaml, body, dataset);
    }

    private static void Dataset(StringBuilder yaml, Body body, DatasetDraft draft)
    {
        yaml.Append($"      - identifier: {draft.Id}\n        title: {Q(draft.Title)}\n        description: {Q(draft.Description)}\n");
        yaml.Append($"        keywords: [{string.Join(", ", draft.Keywords.Select(Q))}]\n");
        yaml.Append($"        themes: [{string.Join(", ", draft.Themes)}]\n        superThemes: [{string.Join(", ", draft.SuperThemes)}]\n");
        yaml.Append($"        publisher: {body.Id}\n        contact: {{ name: {Q($"Equipo de datos. {body.Name}")}, email: {body.Email} }}\n");
        yaml.Append($"        issued: {draft.Issued}\n        modified: {draft.Modified}\n        frequency: {draft.Frequency}\n");
        if (draft.Temporal is not null)
            yaml.Append($"        temporal: {draft.Temporal}\n");
        yaml.Append($"        spatial: {Q(string.Join(',', DataJson.Box))}\n        license: {DataJson.License}\n        languages: [es]\n        files:\n");
        foreach (var file in draft.Files)
        {
            yaml.Append($"          - url: {body.Id}/{file.FileName}\n            title: {Q(file.Title)}\n            format: {file.Format}\n            mediaType: {file.MediaType}\n");
            if (file.Fields.Count == 0)
                continue;
            yaml.Append("            fields:\n");
            foreach (var f in file.Fields)
                yaml.Append($"              - {{ name: {f.Name}, type: {f.Type}, description: {Q(f.Description)}{(f.Units is null ? "" : $", units: {Q(f.Units)}")} }}\n");
        }
    }

    private static string Q(string text) => JsonSerializer.Serialize(text, Quotes);
}
