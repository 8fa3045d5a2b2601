using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;
using Catalog.Core.Tabular;
using Catalog.Core.Validation;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Harvest.Sources;

namespace Catalog.Web.Verbs;

/// <summary><c>validate</c>: hold a data.json or a data package against its profile, without a catalog.</summary>
internal static class ValidateVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A data.json or DCAT catalog (path or URL), a datapackage.json, a folder of data packages, or a table (path, or URL with --table)." };
        var profile = new Option<string>("--profile") { Description = "auto, argentina, dcat-us or dcat.", DefaultValueFactory = _ => "auto" };
        profile.AcceptOnlyFromAmong("auto", "argentina", "dcat-us", "dcat");
        var language = new Option<string>("--lang") { Description = "es or en.", DefaultValueFactory = _ => "en" };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var table = new Option<bool>("--table") { Description = "The file is a table, also when it is JSON or at a URL." };
        var schema = new Option<string?>("--schema") { Description = "What a table is held to: a Table Schema, a data package, CSVW metadata, a JSON Schema, or a national specification of tables." };
        var command = new Command("validate", "Validate a file or address against its metadata profile, or say how a table is read.") { file, profile, language, json, table, schema };
        command.SetAction(async (arguments, ct) =>
        {
            var place = arguments.GetRequiredValue(file);
            var source = SourceOf(place, arguments.GetRequiredValue(profile));
            if (arguments.GetValue(table) && WebAddress.IsWeb(place))
            {
                using var download = await TableDownload.OfAsync(place, source, ct);
                return download is null ? ExitCode.Failed : TableValidation.Run(download.Path, download.MediaType, arguments.GetValue(schema), arguments.GetValue(json), arguments.GetRequiredValue(language), ct);
            }
            if (arguments.GetValue(table) || IsTable(place, arguments.GetRequiredValue(profile))) return TableValidation.Run(place, null, arguments.GetValue(schema), arguments.GetValue(json), arguments.GetRequiredValue(language), ct);
            using var work = new ValidationRun(source);
            var report = await work.RunAsync(ct);
            if (arguments.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(report, Json));
            else Print(report, arguments.GetRequiredValue(language));
            return report.Status switch { "failed" => ExitCode.Failed, "error" => ExitCode.Findings, _ => ExitCode.Ok };
        });
        return command;
    }

    private static HarvestSource SourceOf(string place, string profile)
    {
        var folder = Directory.Exists(place) ? place : Path.GetFileName(place) == "datapackage.json" ? Path.GetDirectoryName(Path.GetFullPath(place)) : null;
        var url = folder is not null || !place.Contains("://", StringComparison.Ordinal) ? Path.GetFullPath(folder ?? place) : place;
        return new HarvestSource
        {
            Id = "validate",
            Type = folder is not null ? SourceType.Folder : profile == "dcat" || IsRdf(place, profile) ? SourceType.Dcat : SourceType.DataJson,
            Url = url,
            Language = "es",
            Profile = profile switch { "argentina" => MetadataProfile.Argentina, "dcat-us" => MetadataProfile.DcatUs, _ => MetadataProfile.Auto },
            // An address that somebody types is meant.
            AllowPrivateHosts = Uri.TryCreate(place, UriKind.Absolute, out var uri) && !uri.IsFile ? [uri.Host] : [],
        };
    }

    /// <summary>A local file that is neither JSON nor RDF, whatever its name.</summary>
    private static bool IsTable(string place, string profile) =>
        profile == "auto" && File.Exists(place) && !IsRdf(place, profile) && TableFile.LooksLikeTable(place);

    /// <summary>By its extension; a .json is a data.json unless somebody says otherwise.</summary>
    private static bool IsRdf(string place, string profile) =>
        profile == "auto" && WebAddress.Extension(place) is var extension && extension != "json" && RdfSyntaxes.OfExtension(extension) is not null;

    private static void Print(ValidationReport report, string language)
    {
        if (report.Status == "failed")
        {
            Console.WriteLine($"{report.Code}: {report.Message}");
            return;
        }
        foreach (var finding in report.Catalog) Print("(catalog)", finding, language);
        foreach (var record in report.Records)
            foreach (var finding in record.Findings) Print(record.Identifier, finding, language);
        Console.WriteLine($"{report.Records.Count} records, {report.Records.Count(r => r.Conforms)} conform to {report.Profile}, {report.Records.Count(r => !r.Publishable)} cannot be published. Verdict: {report.Status.ToUpperInvariant()}");
    }

    private static void Print(string record, Finding finding, string language)
    {
        Console.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code} {record}{finding.Pointer}: {finding.Message.In(language)}{(finding.Value is null ? "" : $" [{finding.Value}]")}");
        if (!finding.Hint.IsEmpty) Console.WriteLine($"    {finding.Hint.In(language)}");
    }
}
