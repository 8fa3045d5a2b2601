namespace Catalog.Web;

/// <summary>What the server logs: event ids 3xxx.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Error, "The search index could not follow the change log; it is tried again.")]
    public static partial void IndexBehind(ILogger log, Exception cause);

    [LoggerMessage(3002, LogLevel.Error, "Tables could not follow the files; it is tried again.")]
    public static partial void TablesBehind(ILogger log, Exception cause);
}
