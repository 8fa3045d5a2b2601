using System.CommandLine;
using Catalog.Harvest.Config;

namespace Catalog.Web.Verbs;

/// <summary>What a verb ends with, for scripts and cron.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Done, with findings at error level.</summary>
    public const int Findings = 1;

    /// <summary>Something could not be read or done at all.</summary>
    public const int Failed = 2;

    /// <summary>A guard held something back; an officer has to approve it.</summary>
    public const int Held = 3;
}

/// <summary>The options that every verb has.</summary>
internal static class CommonOptions
{
    public static readonly Option<string> Config = new("--config", "-c")
    {
        Description = "The harvest config. Default: harvest.yaml in this folder, else samples/harvest.yaml.",
        Recursive = true,
        DefaultValueFactory = _ => File.Exists("harvest.yaml") ? "harvest.yaml" : Path.Combine("samples", "harvest.yaml"),
    };

    public static readonly Option<string> Data = new("--data", "-d")
    {
        Description = "The data folder; made when it is not there.",
        Recursive = true,
        DefaultValueFactory = _ => "catalog-data",
    };

    public static IEnumerable<Option> All => [Config, Data];

    /// <summary>The config as understood, or null after its errors were printed.</summary>
    public static HarvestConfig? LoadConfig(ParseResult arguments)
    {
        var result = HarvestConfigLoader.Load(arguments.GetRequiredValue(Config));
        foreach (var error in result.Errors) Console.Error.WriteLine(error);
        foreach (var warning in result.Warnings) Console.Error.WriteLine($"warning: {warning}");
        return result.Config;
    }
}
