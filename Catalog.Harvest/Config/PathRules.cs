using System.Text.Json;
using System.Text.RegularExpressions;
using static Catalog.Harvest.Config.ConfigErrorCodes;

namespace Catalog.Harvest.Config;

/// <summary>Strings that name a place on this machine. They come back absolute.</summary>
internal static partial class PathRules
{
    /// <summary>Bytes of a JSON Schema. 16 MiB: a hundred times the largest that people write.</summary>
    private const long MaxSchemaBytes = 16 * 1024 * 1024;

    /// <summary>Whether it begins with a scheme. Two letters at least, because C:\data is a path.</summary>
    public static bool LooksLikeUrl(string value) => SchemePattern().IsMatch(value);

    /// <summary>An http(s) URL as it stands, or the absolute path of a file that exists.</summary>
    public static string? UrlOrFile(ConfigScalar scalar) => LooksLikeUrl(scalar.Value) ? Rules.Url(scalar) : ExistingFile(scalar);

    public static string? ExistingFile(ConfigScalar scalar)
    {
        var path = Absolute(scalar);
        if (File.Exists(path)) return path;
        scalar.Error(MissingPath, $"there is no file '{scalar.Shown}'", () => Directory.Exists(path) ? $"{path} is a folder" : $"looked for {path}");
        return null;
    }

    public static string? ExistingFolder(ConfigScalar scalar)
    {
        if (LooksLikeUrl(scalar.Value))
        {
            scalar.Error(MissingPath, $"{scalar.At.Name} is a URL; it must be the path of a folder");
            return null;
        }
        var path = Absolute(scalar);
        if (Directory.Exists(path)) return path;
        scalar.Error(MissingPath, $"there is no folder '{scalar.Shown}'", () => File.Exists(path) ? $"{path} is a file" : $"looked for {path}");
        return null;
    }

    /// <summary>A file of a dataset: what is published must lie beside the config, so that no slip publishes the machine.</summary>
    public static string? UrlOrOwnFile(ConfigScalar scalar)
    {
        if (LooksLikeUrl(scalar.Value)) return Rules.Url(scalar);
        var folder = scalar.At.Reading.Folder;
        if (Path.GetRelativePath(folder, Absolute(scalar)) is var relative && !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..")
            return ExistingFile(scalar);
        scalar.Error(OutsideFolder, $"the file '{scalar.Shown}' is outside the folder of the config", $"move it below {folder}");
        return null;
    }

    public static string? JsonSchema(ConfigScalar scalar)
    {
        if (ExistingFile(scalar) is not { } path) return null;
        try
        {
            if (new FileInfo(path).Length > MaxSchemaBytes)
            {
                scalar.Error(BadSchema, $"the schema '{scalar.Shown}' is larger than {MaxSchemaBytes / 1024 / 1024} MiB");
                return null;
            }
            using var stream = File.OpenRead(path);
            using var json = JsonDocument.Parse(stream);
            if (json.RootElement.ValueKind is JsonValueKind.Object) return path;
            scalar.Error(BadSchema, $"the schema '{scalar.Shown}' is not a JSON object");
        }
        catch (JsonException e)
        {
            scalar.Error(BadSchema, $"the schema '{scalar.Shown}' is not JSON", FormattableString.Invariant($"see its line {e.LineNumber + 1}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            scalar.Error(BadSchema, $"the schema '{scalar.Shown}' cannot be read");
        }
        return null;
    }

    private static string Absolute(ConfigScalar scalar) => Path.GetFullPath(scalar.Value, scalar.At.Reading.Folder);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]+:")]
    private static partial Regex SchemePattern();
}
