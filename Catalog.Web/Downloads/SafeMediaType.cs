namespace Catalog.Web.Downloads;

/// <summary>
/// The media type under which a stored file is handed out. A file is a stranger's: what a browser would run or draw
/// with scripts in it is handed out as bytes.
/// </summary>
internal static class SafeMediaType
{
    public const string Bytes = "application/octet-stream";

    public static string Of(string? mediaType)
    {
        var bare = mediaType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        if (!bare.Contains('/', StringComparison.Ordinal) || bare.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('/' or '.' or '+' or '-'))) return Bytes;
        var active = bare.Contains("html", StringComparison.Ordinal) || bare.Contains("script", StringComparison.Ordinal)
            || bare.Contains("svg", StringComparison.Ordinal) || bare.EndsWith("xml", StringComparison.Ordinal) || bare.StartsWith("multipart/", StringComparison.Ordinal);
        return active ? Bytes : bare;
    }
}
