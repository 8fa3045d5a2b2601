using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>One field of a Table Schema descriptor.</summary>
internal static class TableFieldReader
{
    // Table Schema 1.0 §string, §geopoint, §geojson; a strptime pattern where dates are written.
    private static readonly Dictionary<FieldType, string[]> KnownFormats = new()
    {
        [FieldType.String] = ["default", "email", "uri", "binary", "uuid"],
        [FieldType.GeoPoint] = ["default", "array", "object", Cells.GeoPointReader.LatLon],
        [FieldType.GeoJson] = ["default", "topojson"],
    };

    private static readonly string[] MisplacedConstraints = ["required", "unique", "minLength", "maxLength", "minimum", "maximum", "pattern", "enum"];

    public static TableField Read(JsonElement element, string pointer, int index, List<Finding> findings)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            findings.Add(FindingMessages.Make(TableFindingCodes.SchemaFieldWithoutName, Severity.Error, pointer, element.GetRawText(), "El campo no es un objeto.", "The field is no object."));
            return new TableField { Name = FallbackName(index) };
        }
        var at = new Descriptor(element, pointer, findings);
        var name = at.String("name");
        if (string.IsNullOrEmpty(name))
            at.Add(TableFindingCodes.SchemaFieldWithoutName, Severity.Error, "", "El campo no tiene nombre.", "The field has no name.", "Agregue «name».", "Add 'name'.");
        var type = ReadType(at);
        foreach (var constraint in MisplacedConstraints)
        {
            if (!element.TryGetProperty(constraint, out _)) continue;
            at.Add(TableFindingCodes.SchemaMisplacedConstraint, Severity.Error, constraint, $"«{constraint}» no va en el campo sino en «constraints».", $"'{constraint}' does not belong into the field but into 'constraints'.",
                $"Muévalo a «constraints».", $"Move it to 'constraints'.");
        }
        var field = new TableField
        {
            Name = string.IsNullOrEmpty(name) ? FallbackName(index) : name,
            Type = type,
            Format = ReadFormat(at, type),
            Title = at.Text("title"),
            Description = at.Text("description"),
            Example = at.Lexical("example"),
            MissingValues = TableSchemaReader.MissingWords(at),
            TrueValues = at.Words("trueValues") ?? [],
            FalseValues = at.Words("falseValues") ?? [],
            DecimalChar = at.Character("decimalChar") ?? '.',
            GroupChar = at.Character("groupChar"),
            BareNumber = at.Boolean("bareNumber") ?? true,
            ItemDelimiter = at.String("delimiter") is { Length: > 0 } delimiter ? delimiter : ",",
            ItemType = ReadItemType(at),
            Categories = ReadCategories(at),
            CategoriesOrdered = at.Boolean("categoriesOrdered") ?? false,
            RdfType = at.String("rdfType"),
        };
        field = field with { Constraints = ConstraintsReader.Read(at, field) };
        return field with { Extras = at.Rest() };
    }

    private static string FallbackName(int index) => FormattableString.Invariant($"field_{index + 1}");

    private static FieldType ReadType(Descriptor at)
    {
        if (at.Raw("type") is null) return FieldType.Any;
        var name = at.String("type");
        if (FieldTypes.TryParse(name, out var type)) return type;
        if (name is null) return FieldType.Any;
        at.Add(TableFindingCodes.SchemaUnknownType, Severity.Error, "type", $"«{name}» no es un tipo de Table Schema.", $"'{name}' is no type of Table Schema.",
            "Use uno de: " + string.Join(", ", FieldTypes.Names) + ".", "Use one of: " + string.Join(", ", FieldTypes.Names) + ".");
        return FieldType.Any;
    }

    private static FieldType ReadItemType(Descriptor at)
    {
        var name = at.String("itemType");
        if (name is null) return FieldType.String;
        if (FieldTypes.TryParse(name, out var type) && type is not (FieldType.List or FieldType.Object or FieldType.Array)) return type;
        at.Wrong("itemType", "el tipo de los elementos", "the type of the items");
        return FieldType.String;
    }

    private static string ReadFormat(Descriptor at, FieldType type)
    {
        var format = at.String("format");
        if (string.IsNullOrEmpty(format)) return TableField.DefaultFormat;
        var known = type switch
        {
            FieldType.Date or FieldType.Time or FieldType.DateTime => format is "default" or "any" || IsDatePattern(format),
            _ => !KnownFormats.TryGetValue(type, out var formats) || formats.Contains(format),
        };
        if (known) return format;
        at.Add(TableFindingCodes.SchemaBadFormat, Severity.Error, "format", $"«{format}» no es un formato de «{type.Name()}».", $"'{format}' is no format of '{type.Name()}'.",
            "Para fechas use «default», «any» o un patrón como «%d/%m/%Y».", "For dates use 'default', 'any' or a pattern such as '%d/%m/%Y'.");
        return TableField.DefaultFormat;
    }

    private static bool IsDatePattern(string format) =>
        format.Contains('%', StringComparison.Ordinal) && Cells.DatePattern.TryCompile(format.StartsWith("fmt:", StringComparison.Ordinal) ? format[4..] : format, out _);

    private static ValueList<Category> ReadCategories(Descriptor at)
    {
        if (at.Raw("categories") is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            at.Wrong("categories", "una lista", "a list");
            return [];
        }
        return value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object
            ? new Category(item.TryGetProperty("value", out var word) ? Descriptor.LexicalOf(word) : "", item.TryGetProperty("label", out var label) ? Descriptor.LexicalOf(label) : null)
            : new Category(Descriptor.LexicalOf(item))).ToValueList();
    }
}
