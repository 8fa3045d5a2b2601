using System.CommandLine;
using Catalog.Harvest.Config;

namespace Catalog.Web.Verbs;

/// <summary>Which sources a verb is about.</summary>
internal static class SourceOption
{
    public static Option<string[]> Create() => new("--source", "-s")
    {
        Description = "Only this source; may be given several times. Default: all, in the order of the config.",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Null after an unknown id was named.</summary>
    public static IReadOnlyList<HarvestSource>? Choose(HarvestConfig config, string[]? ids)
    {
        if (ids is null or []) return config.Sources;
        var chosen = new List<HarvestSource>();
        foreach (var id in ids)
        {
            if (config.FindSource(id) is { } source) chosen.Add(source);
            else
            {
                Console.Error.WriteLine($"There is no source '{id}'. Sources: {string.Join(", ", config.Sources.Select(s => s.Id))}");
                return null;
            }
        }
        return chosen;
    }
}
