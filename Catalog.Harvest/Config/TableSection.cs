using System.Globalization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Harvest.Config;

/// <summary><c>tables</c> of a source: what the officer promises of its tables, where their publishers do not.</summary>
internal static class TableSection
{
    public static readonly KeyTable Keys = new("tables", new ConfigKey("dataset"), new ConfigKey("file"), new ConfigKey("sheet"), new ConfigKey("schema"), new ConfigKey("dialect"));

    public static readonly KeyTable DialectKeys = new("dialect",
        new ConfigKey("encoding"), new ConfigKey("delimiter"), new ConfigKey("quoteChar"), new ConfigKey("escapeChar"), new ConfigKey("skipRows"), new ConfigKey("headerRows"),
        new ConfigKey("commentPrefix"));

    /// <summary>Lines before a table, and rows of its header, that anybody can mean. 1,000.</summary>
    private const int MaxRows = 1_000;

    public static ValueList<TableRule> Read(ConfigMap source) => source.List("tables", "a list of tables").Select(ReadOne).OfType<TableRule>().ToValueList();

    private static TableRule? ReadOne(YamlCursor at)
    {
        if (at.AsMap(Keys) is not { } map) return null;
        if (map.Find("schema") is null && map.Find("dialect") is null)
            at.Error(ConfigErrorCodes.MissingKey, $"{at.Name} has neither 'schema' nor 'dialect'", "say what the tables are held to, or how they are written");
        return new TableRule
        {
            Dataset = map.String("dataset"),
            File = map.String("file"),
            Sheet = map.String("sheet"),
            Schema = map.String("schema", Schema),
            SchemaPlace = map.Scalar("schema")?.Shown,
            Dialect = map.Find("dialect") is { } dialect ? Dialect(dialect) : null,
        };
    }

    /// <summary>A path is looked into at once; an address is fetched with the source's files.</summary>
    private static string? Schema(ConfigScalar scalar)
    {
        var place = PathRules.UrlOrFile(scalar);
        if (place is null || PathRules.LooksLikeUrl(place)) return place;
        var read = ContractReader.Read(place, new ContractQuestion(), Limits.Default, CancellationToken.None);
        // Which of its tables is meant is known only with the file.
        if (read.Findings.FirstOrDefault(finding => finding.Severity >= Severity.Error && finding.Code != TableFindingCodes.SchemaOfAnother) is not { } wrong) return place;
        scalar.Error(ConfigErrorCodes.BadSchema, $"the schema '{scalar.Shown}' cannot be used: {wrong.Message.In("en")}{(wrong.Pointer.Length > 0 ? $" ({wrong.Pointer})" : "")}", wrong.Hint.IsEmpty ? null : wrong.Hint.In("en"));
        return null;
    }

    private static DeclaredDialect? Dialect(YamlCursor at)
    {
        if (at.AsMap(DialectKeys) is not { } map) return null;
        return new DeclaredDialect
        {
            Encoding = map.String("encoding", Encoding),
            Delimiter = map.String("delimiter", Delimiter),
            QuoteChar = Character(map, "quoteChar"),
            EscapeChar = Character(map, "escapeChar"),
            PreambleLines = Count(map, "skipRows"),
            HeaderRows = Count(map, "headerRows"),
            CommentPrefix = map.String("commentPrefix"),
        };
    }

    private static string? Encoding(ConfigScalar scalar)
    {
        if (DeclaredDialect.IsKnownEncoding(scalar.Value)) return scalar.Value;
        scalar.Error(ConfigErrorCodes.NotAllowed, $"'{scalar.Shown}' is no known encoding", "write utf-8, windows-1252, iso-8859-1, utf-16le ...");
        return null;
    }

    /// <summary>Blanks around a value are cut everywhere else, so blank characters have names here.</summary>
    private static string Delimiter(ConfigScalar scalar) => scalar.Value switch { "tab" or "\\t" => "\t", "space" => " ", var other => other };

    private static char? Character(ConfigMap map, string key)
    {
        if (map.Scalar(key) is not { } scalar) return null;
        if (scalar.Value == "none") return '\0';
        if (scalar.Value.Length == 1) return scalar.Value[0];
        scalar.Error(ConfigErrorCodes.NotAllowed, $"{scalar.At.Name} must be one character, or none");
        return null;
    }

    private static int? Count(ConfigMap map, string key)
    {
        if (map.Scalar(key) is not { } scalar) return null;
        if (int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MaxRows) return count;
        scalar.Error(ConfigErrorCodes.NotAllowed, $"{scalar.At.Name} must be a whole number up to {MaxRows.ToString(CultureInfo.InvariantCulture)}");
        return null;
    }
}
