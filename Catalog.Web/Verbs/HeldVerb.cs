using System.CommandLine;
using Catalog.Core.Storage;

namespace Catalog.Web.Verbs;

/// <summary><c>held</c>: the tables that a policy keeps out of service, and an officer's leave for one of them.</summary>
internal static class HeldVerb
{
    public static Command Create()
    {
        var approve = new Option<string?>("--approve") { Description = "Puts a held version into service: DISTRIBUTION@VERSION, as the list writes it." };
        var command = new Command("held", "List the tables that wait for approval, or approve one.") { approve };
        command.SetAction(arguments =>
        {
            if (CommonOptions.LoadConfig(arguments) is not { } config) return ExitCode.Failed;
            using var installation = new Installation(config, arguments.GetRequiredValue(CommonOptions.Data));
            var held = new HeldTables(installation.Database);
            return arguments.GetValue(approve) is { } wanted ? Approve(held, wanted) : List(held);
        });
        return command;
    }

    private static int List(HeldTables held)
    {
        var waiting = held.Waiting();
        foreach (var version in waiting.GroupBy(table => (table.DistributionId, table.Number)))
        {
            var first = version.First();
            Console.WriteLine(FormattableString.Invariant($"{first.DistributionId:D}@{first.Number}  {first.SourceId}  {first.Slug}  {first.FileName}  {first.FetchedAt:yyyy-MM-dd}"));
            foreach (var table in version) Console.WriteLine($"    {(table.Name.Length == 0 ? "" : $"[{table.Name}] ")}{table.Message}");
        }
        Console.WriteLine(waiting.Count == 0 ? "No table is held." : "Approve one with: held --approve DISTRIBUTION@VERSION");
        return waiting.Count == 0 ? ExitCode.Ok : ExitCode.Held;
    }

    private static int Approve(HeldTables held, string wanted)
    {
        if (wanted.Split('@') is not [var id, var version] || !Guid.TryParse(id, out var distribution) || !int.TryParse(version, out var number))
        {
            Console.Error.WriteLine($"'{wanted}' is not DISTRIBUTION@VERSION; 'held' lists those that wait.");
            return ExitCode.Failed;
        }
        var count = held.Approve(distribution, number, TimeProvider.System.GetUtcNow());
        if (count == 0)
        {
            Console.Error.WriteLine($"No table of {wanted} is held; 'held' lists those that wait.");
            return ExitCode.Failed;
        }
        Console.WriteLine($"{count} {(count == 1 ? "table" : "tables")} of {wanted} in service.");
        return ExitCode.Ok;
    }
}
