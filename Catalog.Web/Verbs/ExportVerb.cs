using System.CommandLine;
using Catalog.Core.Formats;
using Catalog.Core.Storage;

namespace Catalog.Web.Verbs;

/// <summary><c>export</c>: the whole catalog as one document.</summary>
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
        var command = new Command("export", "Write the whole catalog as data.json, Turtle or JSON-LD.") { format, output };
        command.SetAction(async (arguments, ct) =>
        {
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
