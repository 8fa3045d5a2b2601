namespace Catalog.Harvest;

/// <summary>
/// Paths of local files, always relative to their source's folder with forward slashes, so that what is stored is the
/// same on every machine and can never point outside.
/// </summary>
internal static class LocalPath
{
    /// <summary>Joins and tidies; null when the result would leave the folder or the path is absolute.</summary>
    public static string? Join(string basePath, string path)
    {
        if (path.Length == 0 || path[0] is '/' or '\\' || path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal)) return null;
        var parts = new List<string>();
        foreach (var part in $"{basePath}/{path.Replace('\\', '/')}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return parts.Count == 0 ? null : string.Join('/', parts);
    }

    /// <summary>The file on disk, when it really lies in the folder; a link that leads out of it does not count.</summary>
    public static string? Resolve(string folder, string relative)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, relative));
        if (!full.StartsWith(root, StringComparison.Ordinal)) return null;
        var file = new FileInfo(full);
        var target = file.Exists ? file.ResolveLinkTarget(returnFinalTarget: true) : null;
        return target is null || target.FullName.StartsWith(root, StringComparison.Ordinal) ? full : null;
    }
}
