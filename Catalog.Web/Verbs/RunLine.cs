using System.Globalization;
using Catalog.Core.Storage;
using Catalog.Harvest.Sources;

namespace Catalog.Web.Verbs;

/// <summary>A run in one line, for terminals and logs.</summary>
internal static class RunLine
{
    public static string Of(HarvestRun run)
    {
        if (run.Status == RunStatus.Failed)
            // A fault of our own may come after some of the plan was applied; a failed gather never does.
            return run.Code == GatherCodes.InternalError ? $"{run.SourceId}: broke off; the next run does the rest" : $"{run.SourceId}: failed, nothing changed";
        var records = string.Create(CultureInfo.InvariantCulture,
            $"{run.SourceId}: {run.Status}; {run.Gathered} gathered, {run.Added} added, {run.Changed} changed, {run.Removed} removed, {run.Unchanged} unchanged, {run.Rejected} rejected, {run.Held} held");
        var quality = string.Create(CultureInfo.InvariantCulture, $"; {run.Conforming} conform to their profile, {run.Errors} errors, {run.Warnings} warnings");
        var files = run.FilesStored + run.FilesUnchanged + run.FilesFailed == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; files: {run.FilesStored} new, {run.FilesUnchanged} unchanged, {run.FilesFailed} failed");
        return records + quality + files;
    }
}
