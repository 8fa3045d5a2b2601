using Catalog.Harvest;
using Spectre.Console;

namespace Catalog.Web.Verbs;

/// <summary>A bar on a terminal, nothing in a pipe: the line at the end of a run says it all there.</summary>
internal static class ProgressDisplay
{
    public static async Task<T> ShowAsync<T>(string sourceId, bool quiet, Func<Action<HarvestProgress>, Task<T>> work)
    {
        if (quiet || Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive) return await work(_ => { });
        return await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(sourceId), maxValue: 1);
            return await work(progress =>
            {
                task.Description = Markup.Escape($"{progress.SourceId}: {progress.Stage}");
                task.IsIndeterminate = progress.Total == 0;
                task.MaxValue = Math.Max(1, progress.Total);
                task.Value = progress.Done;
            });
        });
    }
}
