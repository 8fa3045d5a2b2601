using System.CommandLine;
using Catalog.Core.Formats;
using Catalog.Core.Storage;

namespace Catalog.Web.Verbs;

/// <summary><c>export</c>: the whole catalog as one document, or tables as CSV.</summary>
internal static class ExportVerb
{
    private static readonly Dictionary<string, CatalogFormat> Formats = new()
    {
        ["data.json"] = CatalogFormat.DataJson,
        ["data.json-ar"] = CatalogFormat.DataJsonArgentina,
        ["ttl"] = CatalogFormat.Turtle,
        ["jsonld"] = CatalogFormat.JsonLd,
    };

    public static Command Create()
    {
        var format = new Option<string>("--format", "-f") { Description = $"One of {string.Join(", ", Formats.Keys)}.", DefaultValueFactory = _ => "data.json" };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var output = new Option<string?>("--output", "-o") { Description = "The file to write. Default: standard output." };
        var files = new Argument<string[]>("files") { Description = "Tables to write as CSV, or folders of them. Without: the catalog.", Arity = ArgumentArity.ZeroOrMore };
        var csv = new Option<bool>("--csv") { Description = "Write each table as standard CSV: UTF-8, comma, RFC 4180." };
        var sheet = new Option<string?>("--sheet") { Description = "The sheet or member to write. Default: the first." };
        var to = new Option<string?>("--to") { Description = "The file to write, or the folder when there are several. Default: standard output." };
        var rectangular = new Option<bool>("--rectangular") { Description = "Fill up short rows, and give every row the columns that some row has too much." };
        var command = new Command("export", "Write the whole catalog as data.json, Turtle or JSON-LD, or any table as CSV.") { files, format, output, csv, sheet, to, rectangular };
        command.SetAction(async (arguments, ct) =>
        {
            if (arguments.GetValue(files) is { Length: > 0 } tables) return new TableExport(arguments.GetValue(sheet), arguments.GetValue(to), arguments.GetValue(rectangular)).Run(tables, ct);
            if (CommonOptions.LoadConfig(arguments) is not { } config) return ExitCode.Failed;
            using var installation = new Installation(config, arguments.GetRequiredValue(CommonOptions.Data));
            var datasets = new PublishedDatasets(installation.Database).Stream();
            await using var stream = arguments.GetValue(output) is { } path ? File.Create(path) : Console.OpenStandardOutput();
            await CatalogExport.WriteAsync(stream, Formats[arguments.GetRequiredValue(format)], config.Catalog, datasets, ct);
            return ExitCode.Ok;
        });
        return command;
    }
}
