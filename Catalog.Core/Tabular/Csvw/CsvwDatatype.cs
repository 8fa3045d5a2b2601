using System.Collections.Frozen;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Csvw;

/// <summary>A built-in type by its name, or one derived from it by a format and bounds (Metadata Vocabulary §5.11).</summary>
internal sealed record CsvwDatatype
{
    public static readonly CsvwDatatype String = new();

    private static readonly FrozenDictionary<string, (FieldType Type, string? Least, string? Greatest)> Types = Build();

    public string Base { get; init; } = "string";

    /// <summary>A pattern of dates or numbers, a regular expression, or two words for yes and no.</summary>
    public string? Format { get; init; }

    public char? DecimalChar { get; init; }

    public char? GroupChar { get; init; }

    public FieldConstraints Constraints { get; init; } = FieldConstraints.None;

    public static CsvwDatatype Read(JsonElement value, CsvwNode node)
    {
        if (value.ValueKind == JsonValueKind.String) return new CsvwDatatype { Base = Known(Descriptor.LexicalOf(value), node) };
        if (node.Object("datatype") is not { } derived) return String;
        var format = derived.Object("format");
        return new CsvwDatatype
        {
            Base = Known(derived.String("base") ?? "string", node),
            Format = derived.String("format") ?? format?.String("pattern"),
            DecimalChar = One(format?.String("decimalChar")),
            GroupChar = One(format?.String("groupChar")),
            Constraints = new FieldConstraints
            {
                MinLength = derived.Count("length") ?? derived.Count("minLength"),
                MaxLength = derived.Count("length") ?? derived.Count("maxLength"),
                Minimum = derived.Lexical("minimum") ?? derived.Lexical("minInclusive"),
                Maximum = derived.Lexical("maximum") ?? derived.Lexical("maxInclusive"),
                ExclusiveMinimum = derived.Lexical("minExclusive"),
                ExclusiveMaximum = derived.Lexical("maxExclusive"),
            },
        };
    }

    public TableField Apply(TableField field)
    {
        var (type, least, greatest) = Types[Base];
        var typed = field with
        {
            Type = type,
            Constraints = Constraints with { Minimum = Constraints.Minimum ?? least, Maximum = Constraints.Maximum ?? greatest },
            DecimalChar = DecimalChar ?? '.',
            GroupChar = GroupChar,
        };
        return type switch
        {
            FieldType.Date or FieldType.Time or FieldType.DateTime when Format is { } pattern => typed with { Format = DatePatterns.ToStrptime(pattern) ?? "any" },
            FieldType.Boolean when Format?.Split('|') is [var yes, var no] => typed with { TrueValues = [yes], FalseValues = [no] },
            FieldType.Boolean => typed with { TrueValues = ["true", "1"], FalseValues = ["false", "0"] },
            FieldType.String when Base == "anyURI" => typed with { Format = "uri" },
            FieldType.String or FieldType.Any when Format is { } pattern => typed with { Constraints = typed.Constraints with { Pattern = pattern } },
            _ => typed,
        };
    }

    private static string Known(string name, CsvwNode node)
    {
        if (Types.ContainsKey(name)) return name;
        node.Add(TableFindingCodes.SchemaUnknownType, Severity.Warning, "datatype", $"«{name}» no es un tipo de CSVW; la columna se lee como texto.", $"'{name}' is no type of CSVW; the column is read as text.");
        return "string";
    }

    private static char? One(string? text) => text is { Length: 1 } ? text[0] : null;

    private static FrozenDictionary<string, (FieldType, string?, string?)> Build()
    {
        var types = new Dictionary<string, (FieldType, string?, string?)>(StringComparer.Ordinal);
        void Add(FieldType type, params ReadOnlySpan<string> names)
        {
            foreach (var name in names) types.Add(name, (type, null, null));
        }
        Add(FieldType.String, "string", "anyURI", "base64Binary", "binary", "hexBinary", "normalizedString", "token", "language", "Name", "NMTOKEN", "QName", "xml", "html", "gDay", "gMonth", "gMonthDay");
        Add(FieldType.Any, "any", "anyAtomicType");
        Add(FieldType.Object, "json");
        Add(FieldType.Number, "number", "decimal", "double", "float");
        Add(FieldType.Integer, "integer");
        Add(FieldType.Boolean, "boolean");
        Add(FieldType.Date, "date");
        Add(FieldType.DateTime, "datetime", "dateTime", "dateTimeStamp");
        Add(FieldType.Time, "time");
        Add(FieldType.Duration, "duration", "dayTimeDuration", "yearMonthDuration");
        Add(FieldType.Year, "gYear");
        Add(FieldType.YearMonth, "gYearMonth");
        // XML Schema part 2 §3.4: integers with bounds of their own.
        types.Add("long", (FieldType.Integer, "-9223372036854775808", "9223372036854775807"));
        types.Add("int", (FieldType.Integer, "-2147483648", "2147483647"));
        types.Add("short", (FieldType.Integer, "-32768", "32767"));
        types.Add("byte", (FieldType.Integer, "-128", "127"));
        types.Add("nonNegativeInteger", (FieldType.Integer, "0", null));
        types.Add("positiveInteger", (FieldType.Integer, "1", null));
        types.Add("unsignedLong", (FieldType.Integer, "0", null));
        types.Add("unsignedInt", (FieldType.Integer, "0", "4294967295"));
        types.Add("unsignedShort", (FieldType.Integer, "0", "65535"));
        types.Add("unsignedByte", (FieldType.Integer, "0", "255"));
        types.Add("nonPositiveInteger", (FieldType.Integer, null, "0"));
        types.Add("negativeInteger", (FieldType.Integer, null, "-1"));
        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
