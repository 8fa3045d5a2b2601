using System.Text.Json;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>One field of a descriptor; see <see cref="TableSchemaWriter"/>.</summary>
internal static class TableFieldWriter
{
    public static void Write(Utf8JsonWriter json, TableField field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("type", field.Type.Name());
        if (field.Format != TableField.DefaultFormat) json.WriteString("format", field.Format);
        if (!field.Title.IsEmpty) json.WriteString("title", field.Title.ToString());
        if (!field.Description.IsEmpty) json.WriteString("description", field.Description.ToString());
        if (field.Example is { } example) json.WriteString("example", example);
        if (field.MissingValues is { } missing) TableSchemaWriter.Words(json, "missingValues", missing);
        if (field.TrueValues.Count > 0) TableSchemaWriter.Words(json, "trueValues", field.TrueValues);
        if (field.FalseValues.Count > 0) TableSchemaWriter.Words(json, "falseValues", field.FalseValues);
        if (field.DecimalChar != '.') json.WriteString("decimalChar", field.DecimalChar.ToString());
        if (field.GroupChar is { } group) json.WriteString("groupChar", group.ToString());
        if (!field.BareNumber) json.WriteBoolean("bareNumber", false);
        if (field.ItemDelimiter != ",") json.WriteString("delimiter", field.ItemDelimiter);
        if (field.ItemType != FieldType.String) json.WriteString("itemType", field.ItemType.Name());
        if (field.Categories.Count > 0)
        {
            json.WriteStartArray("categories");
            foreach (var category in field.Categories) Write(json, category);
            json.WriteEndArray();
        }
        if (field.CategoriesOrdered) json.WriteBoolean("categoriesOrdered", true);
        if (field.RdfType is { } rdfType) json.WriteString("rdfType", rdfType);
        if (!field.Constraints.IsEmpty) Write(json, field.Constraints);
        TableSchemaWriter.Extras(json, field.Extras);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Category category)
    {
        if (category.Label is null)
        {
            json.WriteStringValue(category.Value);
            return;
        }
        json.WriteStartObject();
        json.WriteString("value", category.Value);
        json.WriteString("label", category.Label);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FieldConstraints constraints)
    {
        json.WriteStartObject("constraints");
        if (constraints.Required) json.WriteBoolean("required", true);
        if (constraints.Unique) json.WriteBoolean("unique", true);
        if (constraints.MinLength is { } least) json.WriteNumber("minLength", least);
        if (constraints.MaxLength is { } most) json.WriteNumber("maxLength", most);
        Bound("minimum", constraints.Minimum);
        Bound("maximum", constraints.Maximum);
        Bound("exclusiveMinimum", constraints.ExclusiveMinimum);
        Bound("exclusiveMaximum", constraints.ExclusiveMaximum);
        Bound("pattern", constraints.Pattern);
        if (constraints.Enum.Count > 0) TableSchemaWriter.Words(json, "enum", constraints.Enum);
        if (constraints.JsonSchema is { } schema)
        {
            json.WritePropertyName("jsonSchema");
            json.WriteRawValue(schema);
        }
        json.WriteEndObject();

        void Bound(string name, string? text)
        {
            if (text is not null) json.WriteString(name, text);
        }
    }
}
