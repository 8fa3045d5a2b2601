using System.Text;
using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary>harvest.yaml to a <see cref="HarvestConfig"/>, or to every error in it at once.</summary>
public static class HarvestConfigLoader
{
    /// <summary>Bytes of a config. 1 MiB: a thousand sources; what is longer belongs into a data.json.</summary>
    public const int MaxBytes = 1024 * 1024;

    internal static readonly KeyTable Keys = new("file",
        new ConfigKey("catalog", Needed: true), new ConfigKey("publishers"), new ConfigKey("sectors"), new ConfigKey("sources", Needed: true));

    /// <param name="path">The file; errors name it as it is given here.</param>
    /// <param name="environment">Where <c>${NAME}</c> is looked up; the process's environment when null.</param>
    public static ConfigResult Load(string path, Func<string, string?>? environment = null)
    {
        var fullPath = Path.GetFullPath(path.Length == 0 ? "." : path);
        var reading = new ConfigReading(path, fullPath, environment ?? Environment.GetEnvironmentVariable);
        if (ReadText(reading) is not { } text || YamlTree.Read(text, reading) is not { } root) return reading.Result(null);
        return reading.Result(Bind(new YamlCursor(reading, root, "")));
    }

    private static HarvestConfig? Bind(YamlCursor root)
    {
        var reading = root.Reading;
        if (root.AsMap(Keys) is not { } map) return null;
        var (catalog, publisher) = map.Find("catalog") is { } at ? CatalogSection.Read(at) : (null, null);
        var publishers = map.Find("publishers") is { } list ? PublisherSection.Read(list) : [];
        var sectors = SectorSection.Read(map.Find("sectors"), reading);
        var sources = map.Find("sources") is { } places ? SourceSection.Read(places, publishers) : [];
        reading.Publishers.Check();
        reading.Sectors.Check();
        if (catalog is null || reading.Failed) return null;
        return new HarvestConfig
        {
            Path = reading.FullPath,
            Catalog = catalog with { Publisher = CatalogSection.AgentOf(catalog, publisher, publishers), Publishers = publishers, Sectors = sectors },
            Sources = sources,
        };
    }

    private static string? ReadText(ConfigReading reading)
    {
        try
        {
            using var stream = File.OpenRead(reading.FullPath);
            // One byte more than allowed is asked for, because the length of a pipe or a growing file says nothing.
            var buffer = new byte[MaxBytes + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length <= MaxBytes) return Decode(buffer.AsSpan(0, length), reading);
            reading.Error(ConfigErrorCodes.FileTooLarge, 1, 1, FormattableString.Invariant($"the config is larger than {MaxBytes / 1024} KiB"), "write large catalogs as a data.json and name it as a source");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            reading.Error(ConfigErrorCodes.FileMissing, 1, 1, "there is no such file", $"looked for {reading.FullPath}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reading.Error(ConfigErrorCodes.FileUnreadable, 1, 1, Directory.Exists(reading.FullPath) ? "this is a folder, not a file" : "the file cannot be read: " + Excerpt.Of(e.Message));
        }
        return null;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, ConfigReading reading)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            // The parser takes NUL for the end and would silently read half a file.
            if (text.AsSpan().IndexOfAnyInRange('\0', '\b') is not (>= 0 and var at)) return text;
            var (line, column) = Place(text.AsSpan(0, at));
            reading.Error(ConfigErrorCodes.BadCharacter, line, column, "a control character", "remove it; it may be invisible in an editor");
        }
        catch (DecoderFallbackException e)
        {
            var (line, column) = Place(Encoding.UTF8.GetString(bytes[..Math.Clamp(e.Index, 0, bytes.Length)]));
            reading.Error(ConfigErrorCodes.NotUtf8, line, column, "the file is not UTF-8 from here on", "save it as UTF-8");
        }
        return null;
    }

    private static (int Line, int Column) Place(ReadOnlySpan<char> before) => (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
}
