using System.CommandLine;
using Catalog.Harvest.Config;

namespace Catalog.Web.Verbs;

/// <summary><c>check</c>: is the config right, and what was understood?</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var command = new Command("check", "Check the harvest config and print what was understood.");
        command.SetAction(arguments =>
        {
            if (CommonOptions.LoadConfig(arguments) is not { } config) return ExitCode.Failed;
            foreach (var line in ConfigSummary.Lines(config, TimeProvider.System)) Console.WriteLine(line);
            return ExitCode.Ok;
        });
        return command;
    }
}
