using System.CommandLine;

namespace Catalog.Web.Verbs;

/// <summary><c>reindex</c>: empty the search index and fill it from the store.</summary>
internal static class ReindexVerb
{
    public static Command Create()
    {
        var command = new Command("reindex", "Build the search index anew from the store.");
        command.SetAction((arguments, ct) =>
        {
            if (CommonOptions.LoadConfig(arguments) is not { } config) return Task.FromResult(ExitCode.Failed);
            using var installation = new Installation(config, arguments.GetRequiredValue(CommonOptions.Data));
            if (installation.Index(fromScratch: true, ct) is not { } changes)
            {
                Console.Error.WriteLine("A server is running on this data folder and keeps the index; stop it first.");
                return Task.FromResult(ExitCode.Failed);
            }
            Console.WriteLine($"Index built from {changes} changes.");
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }
}
