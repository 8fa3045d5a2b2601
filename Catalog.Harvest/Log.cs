using Microsoft.Extensions.Logging;

namespace Catalog.Harvest;

/// <summary>Everything the harvester logs: 1xxx.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Debug, "Harvest of {SourceId} started (run {RunId}, {Trigger})")]
    public static partial void Started(ILogger logger, string sourceId, long runId, string trigger);

    [LoggerMessage(1002, LogLevel.Information, "Harvest of {SourceId} finished (run {RunId}): {Status}; {Added} added, {Changed} changed, {Removed} removed, {Unchanged} unchanged, {Rejected} rejected, {Held} held; {Errors} errors; files: {FilesStored} new, {FilesFailed} failed")]
    public static partial void Finished(ILogger logger, string sourceId, long runId, string status, int added, int changed, int removed, int unchanged, int rejected, int held, int errors, int filesStored, int filesFailed);

    [LoggerMessage(1003, LogLevel.Warning, "Harvest of {SourceId} skipped: its previous run is still going on")]
    public static partial void Skipped(ILogger logger, string sourceId);

    [LoggerMessage(1004, LogLevel.Error, "Harvest of {SourceId} broke (run {RunId})")]
    public static partial void Broke(ILogger logger, string sourceId, long runId, Exception exception);

    [LoggerMessage(1005, LogLevel.Debug, "Search index follows the catalog: {Count} changes up to {Sequence}")]
    public static partial void Indexed(ILogger logger, int count, long sequence);

    [LoggerMessage(1006, LogLevel.Debug, "Read version {Number} of the file of {DistributionId}: {Tables} tables {Code}")]
    public static partial void TablesLoaded(ILogger logger, Guid distributionId, int number, int tables, string? code);

    [LoggerMessage(1007, LogLevel.Error, "Version {Number} of the file of {DistributionId} ({Sha256}) could not be read into tables; the next start tries again")]
    public static partial void TablesBroke(ILogger logger, Guid distributionId, int number, string sha256, Exception exception);
}
