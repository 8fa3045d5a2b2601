using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary>One reading of one file: where it is, what is known so far, and what was found wrong.</summary>
internal sealed class ConfigReading(string file, string fullPath, Func<string, string?> environment)
{
    private readonly HashSet<ConfigError> _errors = [];
    private readonly HashSet<ConfigError> _warnings = [];

    public string File => file;

    public string FullPath => fullPath;

    public string Folder { get; } = Path.GetDirectoryName(fullPath)!;

    public Secrets Secrets { get; } = new(environment);

    public IdRegistry Publishers { get; } = new("publisher");

    public IdRegistry Sectors { get; } = new("sector");

    public IdRegistry Sources { get; } = new("source");

    /// <summary>The language of text that is one string: the first of <c>catalog.languages</c>.</summary>
    public string Language { get; set; } = CatalogSection.DefaultLanguages[0];

    /// <summary>The zone of a schedule that names none.</summary>
    public string TimeZone { get; set; } = CatalogSection.DefaultTimeZone;

    public bool Failed => _errors.Count > 0;

    // An aliased node is read in each place that names it; the sets keep its error from being told twice.
    public void Error(string code, int line, int column, string message, string? hint = null) =>
        _errors.Add(new ConfigError(code, file, line, column, message, hint));

    public void Warn(string code, int line, int column, string message, string? hint = null) =>
        _warnings.Add(new ConfigError(code, file, line, column, message, hint));

    public ConfigResult Result(HarvestConfig? config) =>
        new() { Config = Failed ? null : config, Errors = Sorted(_errors), Warnings = Sorted(_warnings) };

    private static ValueList<ConfigError> Sorted(IEnumerable<ConfigError> errors) =>
        errors.OrderBy(e => e.Line).ThenBy(e => e.Column).ThenBy(e => e.Code, StringComparer.Ordinal).ToValueList();
}
