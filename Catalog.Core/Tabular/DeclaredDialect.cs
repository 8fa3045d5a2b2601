using System.Text.Json;

namespace Catalog.Core.Tabular;

/// <summary>
/// What a publisher declared about a text file: members of the Frictionless Table Dialect and of CSVW's dialect
/// (Metadata Vocabulary for Tabular Data §5.9). What is null was not declared and is found out.
/// </summary>
public sealed record DeclaredDialect
{
    public string? Encoding { get; init; }

    public string? Delimiter { get; init; }

    /// <summary>'\0' says that the file has no quotes.</summary>
    public char? QuoteChar { get; init; }

    /// <summary>'\0' says that quotes are doubled.</summary>
    public char? EscapeChar { get; init; }

    public int? PreambleLines { get; init; }

    public int? HeaderRows { get; init; }

    public string? CommentPrefix { get; init; }

    public bool? SkipInitialSpace { get; init; }

    /// <summary>
    /// Reads a dialect in any of the spellings in use: Table Dialect ("delimiter", "headerRows"), the older CSV Dialect,
    /// the same within a "csv" member, and CSVW ("headerRowCount", "skipRows"). Members of another kind are passed over.
    /// </summary>
    public static DeclaredDialect FromJson(JsonElement dialect)
    {
        if (dialect.ValueKind != JsonValueKind.Object) return new DeclaredDialect();
        if (dialect.TryGetProperty("csv", out var inner) && inner.ValueKind == JsonValueKind.Object) dialect = inner;
        var doubled = Flag(dialect, "doubleQuote");
        return new DeclaredDialect
        {
            Encoding = Text(dialect, "encoding"),
            Delimiter = Text(dialect, "delimiter") is { Length: > 0 } delimiter ? delimiter : null,
            QuoteChar = Character(dialect, "quoteChar"),
            EscapeChar = Character(dialect, "escapeChar") ?? (doubled == false ? '\\' : null),
            PreambleLines = Number(dialect, "skipRows"),
            HeaderRows = HeaderRowsOf(dialect),
            CommentPrefix = Text(dialect, "commentChar") ?? Text(dialect, "commentPrefix"),
            SkipInitialSpace = Flag(dialect, "skipInitialSpace"),
        };
    }

    /// <summary>Whether an encoding of that name can be read.</summary>
    public static bool IsKnownEncoding(string name) => Delimited.EncodingChoice.Named(name) is not null;

    private static int? HeaderRowsOf(JsonElement dialect)
    {
        if (Flag(dialect, "header") == false) return 0;
        if (dialect.TryGetProperty("headerRows", out var rows) && rows.ValueKind == JsonValueKind.Array) return rows.GetArrayLength();
        return Number(dialect, "headerRowCount") ?? (Flag(dialect, "header") == true ? 1 : null);
    }

    private static string? Text(JsonElement dialect, string name) =>
        dialect.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Declared as nothing (null or "") is a declaration too: there is none.
    private static char? Character(JsonElement dialect, string name) =>
        !dialect.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.Null => '\0',
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text[0] : '\0',
            _ => null,
        };

    private static bool? Flag(JsonElement dialect, string name) =>
        !dialect.TryGetProperty(name, out var value) ? null : value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    private static int? Number(JsonElement dialect, string name) =>
        dialect.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0 ? number : null;
}
