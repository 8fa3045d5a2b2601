using System.Globalization;
using System.Text;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>
/// Names and paths in a data package: a folder for each dataset, files under their own names made safe for every file
/// system, and none twice.
/// </summary>
public sealed class DataPackagePaths
{
    /// <summary>Characters of a file's name. 150: archives on Windows stop at 260 for the whole path.</summary>
    private const int MaxNameLength = 150;

    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public (string Name, string Path) Next(string slug, Distribution distribution, StoredFile? file)
    {
        var said = file?.FileName ?? distribution.FileName ?? distribution.Id.ToString("D");
        var safe = Safe(said);
        var dot = safe.LastIndexOf('.');
        var (stem, extension) = dot > 0 ? (safe[..dot], safe[dot..]) : (safe, "");
        var path = $"{slug}/{safe}";
        for (var n = 2; !_paths.Add(path); n++) path = string.Create(CultureInfo.InvariantCulture, $"{slug}/{stem}-{n}{extension}");
        var name = $"{slug}.{Slug.Of(stem)}";
        var unique = name;
        for (var n = 2; !_names.Add(unique); n++) unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
        return (unique, path);
    }

    /// <summary>One path segment: no separators, nothing that a shell or Windows takes for something else.</summary>
    private static string Safe(string fileName)
    {
        var safe = new StringBuilder(fileName.Length);
        // Cleaned first: Normalize throws at half a surrogate pair.
        foreach (var c in RdfText.Clean(fileName).Normalize())
        {
            if (safe.Length == MaxNameLength) break;
            safe.Append(char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')' ? c : '_');
        }
        var name = safe.ToString().Trim(' ', '.');
        return name.Length == 0 ? "archivo" : name;
    }
}
