using System.Text.Json;
using Catalog.Core.Tabular.Cells;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>The constraints of a field, each held against what its type can be asked (Table Schema 2.0 §Field Constraints).</summary>
internal static class ConstraintsReader
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "required", "unique", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "pattern", "enum", "jsonSchema",
    };

    public static FieldConstraints Read(Descriptor field, TableField read)
    {
        if (field.Raw("constraints") is not { } element) return FieldConstraints.None;
        if (element.ValueKind != JsonValueKind.Object)
        {
            field.Wrong("constraints", "un objeto", "an object");
            return FieldConstraints.None;
        }
        var at = new Descriptor(element, field.At("constraints"), field.Findings);
        var constraints = new FieldConstraints
        {
            Required = at.Boolean("required") ?? false,
            Unique = at.Boolean("unique") ?? false,
            MinLength = at.Count("minLength"),
            MaxLength = at.Count("maxLength"),
            Minimum = Bound(at, "minimum", read),
            Maximum = Bound(at, "maximum", read),
            ExclusiveMinimum = Bound(at, "exclusiveMinimum", read),
            ExclusiveMaximum = Bound(at, "exclusiveMaximum", read),
            Pattern = Pattern(at),
            Enum = at.Words("enum") ?? [],
            JsonSchema = at.Raw("jsonSchema")?.GetRawText(),
        };
        foreach (var member in element.EnumerateObject())
        {
            if (Known.Contains(member.Name) || Descriptor.StringOf(member.Value) is null && member.Value.ValueKind == JsonValueKind.String) continue;
            at.Add(TableFindingCodes.SchemaBadConstraint, Severity.Warning, member.Name, $"«{member.Name}» no es una restricción conocida.", $"'{member.Name}' is no known constraint.");
        }
        NotOfType(at, read, constraints);
        return constraints;
    }

    private static string? Bound(Descriptor at, string member, TableField field)
    {
        if (at.Lexical(member) is not { } text) return null;
        if (!field.Type.HasOrder() || FieldBounds.TryRead(field, text, out _)) return text;
        at.Add(TableFindingCodes.SchemaBadConstraint, Severity.Error, member, $"«{text}» no es un valor de «{field.Type.Name()}».", $"'{text}' is no value of '{field.Type.Name()}'.");
        return null;
    }

    private static string? Pattern(Descriptor at)
    {
        if (at.String("pattern") is not { } pattern) return null;
        if (FieldPattern.TryCompile(pattern, out _)) return pattern;
        at.Add(TableFindingCodes.SchemaBadConstraint, Severity.Error, "pattern", "El patrón no es una expresión regular.", "The pattern is no regular expression.");
        return null;
    }

    private static void NotOfType(Descriptor at, TableField field, FieldConstraints constraints)
    {
        Check("minLength", constraints.MinLength is null || field.Type.HasLength());
        Check("maxLength", constraints.MaxLength is null || field.Type.HasLength());
        Check("minimum", constraints.Minimum is null || field.Type.HasOrder());
        Check("maximum", constraints.Maximum is null || field.Type.HasOrder());
        Check("exclusiveMinimum", constraints.ExclusiveMinimum is null || field.Type.HasOrder());
        Check("exclusiveMaximum", constraints.ExclusiveMaximum is null || field.Type.HasOrder());
        Check("pattern", constraints.Pattern is null || field.Type is FieldType.String or FieldType.Any);
        Check("jsonSchema", constraints.JsonSchema is null || field.Type is FieldType.Object or FieldType.Array or FieldType.GeoJson);

        void Check(string member, bool fits)
        {
            if (fits) return;
            at.Add(TableFindingCodes.SchemaConstraintNotOfType, Severity.Warning, member, $"«{member}» no se aplica al tipo «{field.Type.Name()}».", $"'{member}' does not apply to the type '{field.Type.Name()}'.");
        }
    }
}
