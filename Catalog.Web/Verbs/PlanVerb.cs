using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Core.Validation;
using Catalog.Harvest;

namespace Catalog.Web.Verbs;

/// <summary><c>plan</c>: what a harvest would do. Nothing public is written.</summary>
internal static class PlanVerb
{
    /// <summary>Steps printed for one source; <c>--json</c> gives them all.</summary>
    private const int MaxPrinted = 50;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private sealed record Failure(string SourceId, string Code, string Message);

    public static Command Create()
    {
        var sources = SourceOption.Create();
        var json = new Option<bool>("--json") { Description = "Print the whole plan as JSON." };
        var command = new Command("plan", "Show what a harvest would add, change field by field, remove, reject and hold; write nothing public.") { sources, json };
        command.SetAction(async (arguments, ct) =>
        {
            if (CommonOptions.LoadConfig(arguments) is not { } config) return ExitCode.Failed;
            if (SourceOption.Choose(config, arguments.GetValue(sources)) is not { } chosen) return ExitCode.Failed;
            using var installation = new Installation(config, arguments.GetRequiredValue(CommonOptions.Data));
            var plans = new List<object>();
            var result = ExitCode.Ok;
            foreach (var source in chosen)
            {
                var (plan, failed) = await installation.Pipeline.PlanAsync(source, _ => { }, ct);
                plans.Add(plan is null ? new Failure(source.Id, failed!.Code, failed.Message) : plan);
                result = Worse(result, plan is null ? ExitCode.Failed : plan.HoldCode is not null ? ExitCode.Held : plan.Errors > 0 ? ExitCode.Findings : ExitCode.Ok);
                if (arguments.GetValue(json)) continue;
                if (plan is null) Console.WriteLine($"{source.Id}: would fail. {failed!.Code}: {failed.Message}");
                else Print(plan);
            }
            if (arguments.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(plans, Json));
            return result;
        });
        return command;
    }

    /// <summary>Failed is worse than held, held worse than findings.</summary>
    private static int Worse(int a, int b) => Rank(a) >= Rank(b) ? a : b;

    private static int Rank(int code) => code switch { ExitCode.Failed => 3, ExitCode.Held => 2, ExitCode.Findings => 1, _ => 0 };

    private static void Print(HarvestPlan plan)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{plan.SourceId}: {plan.Gathered} gathered; {plan.Count(PlanAction.Add)} to add, {plan.Count(PlanAction.Change)} to change, {plan.Count(PlanAction.Restore)} to restore, {plan.Count(PlanAction.Remove)} to remove, {plan.Count(PlanAction.Reject)} to reject, {plan.Count(PlanAction.Hold)} to hold, {plan.Unchanged} unchanged"));
        if (plan.HoldReason is not null) Console.WriteLine($"  held: {plan.HoldCode}: {plan.HoldReason}");
        foreach (var item in plan.Items.Where(i => i.Action != PlanAction.Refresh).Take(MaxPrinted))
        {
            Console.WriteLine($"  {Sign(item)} {item.Identifier}  {item.Title}{(item.Reason is null ? "" : $"  ({item.Reason})")}");
            foreach (var field in item.Fields) Console.WriteLine($"      {field.Field}: {field.Before ?? "-"} -> {field.After ?? "-"}");
            foreach (var finding in item.Findings.Where(f => f.Severity >= Severity.Error))
                Console.WriteLine($"      {finding.Severity.ToString().ToLowerInvariant()} {finding.Code} {finding.Pointer}: {finding.Message.In("en")}{(finding.Value is null ? "" : $" [{finding.Value}]")}");
        }
        var printable = plan.Items.Count(i => i.Action != PlanAction.Refresh);
        if (printable > MaxPrinted) Console.WriteLine($"  ... {printable - MaxPrinted} more (--json gives them all)");
    }

    private static string Sign(PlanItem item) => item.Action switch
    {
        PlanAction.Add or PlanAction.Restore => "+",
        PlanAction.Change => "~",
        PlanAction.Remove => "-",
        PlanAction.Reject => "x",
        _ => "!",
    };
}
