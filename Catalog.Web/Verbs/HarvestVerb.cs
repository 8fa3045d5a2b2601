using System.CommandLine;
using System.Text.Json;
using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Harvest;
using Catalog.Harvest.Config;

namespace Catalog.Web.Verbs;

/// <summary><c>harvest</c>: run sources now, and apply what they bring.</summary>
internal static class HarvestVerb
{
    /// <summary>Findings printed for one source; the portal shows them all.</summary>
    private const int MaxPrintedFindings = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var sources = SourceOption.Create();
        var noFiles = new Option<bool>("--no-files") { Description = "Take the metadata only; do not fetch the distributions' files." };
        var approve = new Option<long?>("--approve") { Description = "Apply what the run with this number held, if the source still says the same." };
        var json = new Option<bool>("--json") { Description = "Print the runs as JSON." };
        var command = new Command("harvest", "Harvest one source or all: plan, guard, apply, keep files, index.") { sources, noFiles, approve, json };
        command.SetAction(async (arguments, ct) =>
        {
            if (CommonOptions.LoadConfig(arguments) is not { } config) return ExitCode.Failed;
            if (SourceOption.Choose(config, arguments.GetValue(sources)) is not { } chosen) return ExitCode.Failed;
            using var installation = new Installation(config, arguments.GetRequiredValue(CommonOptions.Data));
            if (arguments.GetValue(approve) is { } held)
            {
                if (new HarvestRuns(installation.Database).Find(held) is not { } run || config.FindSource(run.SourceId) is not { } source)
                {
                    Console.Error.WriteLine($"There is no run {held} of a source of this config.");
                    return ExitCode.Failed;
                }
                chosen = [source];
            }
            var options = new HarvestOptions { Trigger = "command", Files = !arguments.GetValue(noFiles), Approve = arguments.GetValue(approve) };
            var runs = await RunAsync(installation, chosen, options, quiet: arguments.GetValue(json), ct);
            if (arguments.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(runs, Json));
            return Result(runs);
        });
        return command;
    }

    private static async Task<List<HarvestRun>> RunAsync(Installation installation, IReadOnlyList<HarvestSource> sources, HarvestOptions options, bool quiet, CancellationToken ct)
    {
        var runs = new List<HarvestRun>();
        foreach (var source in sources)
        {
            var run = await ProgressDisplay.ShowAsync(source.Id, quiet, report => installation.Pipeline.RunAsync(source, options, report, ct));
            if (run is null)
            {
                Console.Error.WriteLine($"{source.Id}: skipped, another run of it is going on");
                continue;
            }
            runs.Add(run);
            if (!quiet) Print(installation, run);
        }
        if (installation.Index(fromScratch: false, ct) is null && !quiet) Console.WriteLine("The search index is kept by the running server, which follows on its own.");
        if (await installation.LoadTablesAsync(ct) is null && !quiet) Console.WriteLine("Tables are read by the running server, which follows on its own.");
        return runs;
    }

    private static void Print(Installation installation, HarvestRun run)
    {
        Console.WriteLine(RunLine.Of(run));
        if (run.Message is not null) Console.WriteLine($"  {run.Code}: {run.Message}");
        // A run that failed looked at no record; what earlier runs found would only confuse.
        if (run.Status == RunStatus.Failed) return;
        if (run.Status == RunStatus.Held) Console.WriteLine($"  Approve it with: harvest --approve {run.Id}");
        var findings = DatasetJson.ReadFindings(run.CatalogFindings).Select(f => ("(catalog)", f))
            .Concat(new HarvestObjects(installation.Database).List(run.SourceId, onlyWithFindings: true, 0, MaxPrintedFindings + 1).SelectMany(o => o.Findings.Select(f => (o.Identifier, f))))
            .Where(pair => pair.f.Severity >= Severity.Error).Take(MaxPrintedFindings + 1).ToList();
        foreach (var (identifier, finding) in findings.Take(MaxPrintedFindings))
            Console.WriteLine($"  {finding.Severity.ToString().ToLowerInvariant()} {finding.Code} {identifier}{finding.Pointer}: {finding.Message.In("en")}{(finding.Value is null ? "" : $" [{finding.Value}]")}");
        if (findings.Count > MaxPrintedFindings) Console.WriteLine($"  ... more: see /harvest/{run.SourceId} on the portal");
        foreach (var failure in new DistributionFiles(installation.Database).Failures(run.SourceId, MaxPrintedFindings))
            Console.WriteLine($"  file {failure.Code} {failure.Url}: {failure.Message}");
    }

    private static int Result(List<HarvestRun> runs) =>
        runs.Any(r => r.Status == RunStatus.Failed) ? ExitCode.Failed
        : runs.Any(r => r.Status == RunStatus.Held) ? ExitCode.Held
        : runs.Any(r => r.Errors > 0 || r.FilesFailed > 0) ? ExitCode.Findings
        : ExitCode.Ok;
}
