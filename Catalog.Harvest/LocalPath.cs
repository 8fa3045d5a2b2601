namespace Catalog.Harvest;

/// <summary>
/// Paths of local files, always relative to their source's folder with forward slashes, so that what is stored is the
/// same on every machine and can never point outside.
/// </summary>
internal static class LocalPath
{
    /// <summary>Links followed on one path. 40: as Linux does; more is a circle.</summary>
    private const int MaxLinks = 40;

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

    /// <summary>
    /// Where the file really is, with every link on the way followed; null when that is not in the folder. The folder
    /// itself may be reached through a link: that is the officer's own doing.
    /// </summary>
    public static string? Resolve(string folder, string relative)
    {
        if (relative.Contains('\0', StringComparison.Ordinal)) return null;
        if (RealPath(Path.GetFullPath(folder)) is not { } root) return null;
        var inside = Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(inside, relative));
        if (!full.StartsWith(inside, StringComparison.Ordinal)) return null;
        return RealPath(full) is { } real && real.StartsWith(inside, StringComparison.Ordinal) ? real : null;
    }

    /// <summary>An absolute path without links; null when they go in circles. What does not exist stays as it is named.</summary>
    private static string? RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        var ahead = new Stack<string>();
        Push(path);
        var links = 0;
        while (ahead.TryPop(out var part))
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MaxLinks) return null;
            if (Path.IsPathRooted(target)) real = Path.GetPathRoot(target)!;
            Push(target);
        }
        return real;

        void Push(string way)
        {
            var parts = way[Path.GetPathRoot(way)!.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
            foreach (var part in parts.Reverse())
                if (part != ".") ahead.Push(part);
        }
    }
}
