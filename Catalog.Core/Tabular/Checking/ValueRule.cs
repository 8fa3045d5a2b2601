using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Checking;

/// <summary>What a cell can break. The order is that in which they are looked at.</summary>
internal enum ValueRule
{
    None,
    Required,
    Type,
    MinLength,
    MaxLength,
    Minimum,
    Maximum,
    Pattern,
    Enum,
    JsonSchema,
}

/// <summary>The codes and wordings of the rules.</summary>
internal static class ValueRules
{
    public static string CodeOf(ValueRule rule) => rule switch
    {
        ValueRule.Required => TableFindingCodes.ValueRequired,
        ValueRule.Type => TableFindingCodes.ValueNotOfType,
        ValueRule.MinLength => TableFindingCodes.ValueTooShort,
        ValueRule.MaxLength => TableFindingCodes.ValueTooLong,
        ValueRule.Minimum => TableFindingCodes.ValueBelowMinimum,
        ValueRule.Maximum => TableFindingCodes.ValueAboveMaximum,
        ValueRule.Pattern => TableFindingCodes.ValueNotOfPattern,
        ValueRule.Enum => TableFindingCodes.ValueNotListed,
        _ => TableFindingCodes.ValueBreaksJsonSchema,
    };

    public static (Text Message, Text Hint) Explain(ValueRule rule, TableField field)
    {
        var (name, constraints) = (field.Name, field.Constraints);
        return rule switch
        {
            ValueRule.Required => (Words.Both($"«{name}» es obligatorio y la celda está vacía.", $"'{name}' is required and the cell is empty."), Text.Empty),
            ValueRule.Type => (Words.Both($"El valor de «{name}» no es «{field.Type.Name()}».", $"The value of '{name}' is no '{field.Type.Name()}'."), TypeHint(field)),
            ValueRule.MinLength => (Words.Both($"El valor de «{name}» es más corto que {constraints.MinLength}.", $"The value of '{name}' is shorter than {constraints.MinLength}."), Text.Empty),
            ValueRule.MaxLength => (Words.Both($"El valor de «{name}» es más largo que {constraints.MaxLength}.", $"The value of '{name}' is longer than {constraints.MaxLength}."), Text.Empty),
            ValueRule.Minimum => (Words.Both($"El valor de «{name}» no llega a {constraints.Minimum ?? constraints.ExclusiveMinimum}.", $"The value of '{name}' is below {constraints.Minimum ?? constraints.ExclusiveMinimum}."), Text.Empty),
            ValueRule.Maximum => (Words.Both($"El valor de «{name}» pasa de {constraints.Maximum ?? constraints.ExclusiveMaximum}.", $"The value of '{name}' is above {constraints.Maximum ?? constraints.ExclusiveMaximum}."), Text.Empty),
            ValueRule.Pattern => (Words.Both($"El valor de «{name}» no tiene la forma {constraints.Pattern}.", $"The value of '{name}' does not have the form {constraints.Pattern}."), Text.Empty),
            ValueRule.Enum => (Words.Both($"El valor de «{name}» no es uno de los permitidos.", $"The value of '{name}' is none of those allowed."), Allowed(field)),
            _ => (Words.Both($"El valor de «{name}» no cumple su esquema JSON.", $"The value of '{name}' breaks its JSON Schema."), Text.Empty),
        };
    }

    private static Text Allowed(TableField field)
    {
        var words = string.Join(", ", field.Constraints.Enum.Concat(field.Categories.Select(category => category.Value)).Take(20));
        return Words.Both("Valores permitidos: " + words, "Allowed values: " + words);
    }

    private static Text TypeHint(TableField field) => field.Type switch
    {
        FieldType.Integer => Words.Both("Escriba solo cifras, sin texto ni decimales.", "Write figures only, without text or decimals."),
        FieldType.Number => Words.Both($"Escriba cifras con «{field.DecimalChar}» decimal" + (field.GroupChar is { } g ? $" y «{g}» de miles." : ", sin separador de miles."), $"Write figures with '{field.DecimalChar}' before decimals" + (field.GroupChar is { } h ? $" and '{h}' between thousands." : ", without thousands separators.")),
        FieldType.Boolean => Words.Both("Escriba uno de: " + string.Join(", ", field.TrueValues.Concat(field.FalseValues).DefaultIfEmpty("true, false")), "Write one of: " + string.Join(", ", field.TrueValues.Concat(field.FalseValues).DefaultIfEmpty("true, false"))),
        FieldType.Date or FieldType.DateTime or FieldType.Time => field.Format == TableField.DefaultFormat
            ? Words.Both("Escríbalo según ISO 8601, como 2025-12-31, 23:59:00 o 2025-12-31T23:59:00.", "Write it as ISO 8601 has it, such as 2025-12-31, 23:59:00 or 2025-12-31T23:59:00.")
            : Words.Both($"Escríbalo como {field.Format}; revise que el día y el mes no estén cambiados.", $"Write it as {field.Format}; see that day and month are not swapped."),
        FieldType.Year => Words.Both("Escriba el año con cuatro cifras.", "Write the year with four digits."),
        FieldType.GeoPoint => Words.Both("Escriba dos coordenadas en grados, con punto decimal.", "Write two coordinates in degrees, with a decimal point."),
        _ => Text.Empty,
    };
}
