using System.CommandLine;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Core.Storage;

namespace Catalog.Web.Verbs;

/// <summary><c>export</c>: the whole catalog as one document, or tables as CSV.</summary>
internal static class ExportVerb
{
    private static readonly Dictionary<string, DataJsonProfile> DataJson = new()
    {
        ["data.json"] = DataJsonProfile.DcatUs,
        ["data.json-ar"] = DataJsonProfile.Argentina,
    };

    private static readonly string[] Formats = [.. DataJson.Keys, "ttl", "rdf", "jsonld", "nt"];

    public static Command Create()
    {
        var format = new Option<string>("--format", "-f") { Description = $"One of {string.Join(", ", Formats)}.", DefaultValueFactory = _ => "data.json" };
        format.AcceptOnlyFromAmong(Formats);
        var output = new Option<string?>("--output", "-o") { Description = "The file to write. Default: standard output." };
        var profile = new Option<string>("--profile") { Description = $"Of RDF: {string.Join(", ", CatalogProfile.All.Select(p => p.Name))}.", DefaultValueFactory = _ => CatalogProfile.DcatAp3.Name };
        profile.AcceptOnlyFromAmong([.. CatalogProfile.All.Select(p => p.Name)]);
        var files = new Argument<string[]>("files") { Description = "Tables to write as CSV, or folders of them. Without: the catalog.", Arity = ArgumentArity.ZeroOrMore };
        var csv = new Option<bool>("--csv") { Description = "Write each table as standard CSV: UTF-8, comma, RFC 4180." };
        var sheet = new Option<string?>("--sheet") { Description = "The sheet or member to write. Default: the first." };
        var to = new Option<string?>("--to") { Description = "The file to write, or the folder when there are several. Default: standard output." };
        var rectangular = new Option<bool>("--rectangular") { Description = "Give every row, and the header, the columns that only too long rows have, and every column a name." };
        var command = new Command("export", "Write the whole catalog as data.json, Turtle, RDF/XML, JSON-LD or N-Triples, or any table as CSV.") { files, format, profile, output, csv, sheet, to, rectangular };
        command.SetAction(async (arguments, ct) =>
        {
            if (arguments.GetValue(files) is { Length: > 0 } tables) return new TableExport(arguments.GetValue(sheet), arguments.GetValue(to), arguments.GetValue(rectangular)).Run(tables, ct);
            if (CommonOptions.LoadConfig(arguments) is not { } config) return ExitCode.Failed;
            using var installation = new Installation(config, arguments.GetRequiredValue(CommonOptions.Data));
            var datasets = new PublishedDatasets(installation.Database).Stream();
            await using var stream = arguments.GetValue(output) is { } path ? File.Create(path) : Console.OpenStandardOutput();
            var asked = arguments.GetRequiredValue(format);
            if (DataJson.TryGetValue(asked, out var dataJson)) await CatalogExport.WriteDataJsonAsync(stream, dataJson, config.Catalog, datasets, ct);
            else await CatalogExport.WriteRdfAsync(stream, RdfSyntaxes.OfExtension(asked)!.Value, CatalogProfile.Find(arguments.GetRequiredValue(profile))!, config.Catalog, null, datasets, ct);
            return ExitCode.Ok;
        });
        return command;
    }
}
