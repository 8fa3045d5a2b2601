using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>What came of reading a descriptor. Without a schema there is at least one finding; with one there may be.</summary>
public sealed record TableSchemaRead(TableSchema? Schema, ValueList<Finding> Findings)
{
    /// <summary>A descriptor that its standard allows. A schema that is merely odd is used all the same.</summary>
    public bool IsValid => Schema is not null && Findings.All(finding => finding.Severity < Severity.Error);
}

/// <summary>
/// A Table Schema descriptor, version 1.0 or 2.0. What is wrong with it is found place by place and the rest is still
/// understood: an unknown type reads as any, a key that names no column is left out.
/// </summary>
public static class TableSchemaReader
{
    public static TableSchemaRead Read(ReadOnlyMemory<byte> json, Limits limits)
    {
        if (json.Length > limits.MaxRecordBytes) return NotAnObject("descriptor");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = limits.MaxJsonDepth });
            return Read(document.RootElement, "", limits);
        }
        catch (JsonException)
        {
            return NotAnObject(null);
        }
    }

    /// <param name="pointer">Where in its document the descriptor stands: "/resources/0/schema".</param>
    public static TableSchemaRead Read(JsonElement element, string pointer, Limits limits)
    {
        if (element.ValueKind != JsonValueKind.Object) return NotAnObject(element.GetRawText(), pointer);
        var findings = new List<Finding>();
        var at = new Descriptor(element, pointer, findings);
        if (at.Raw("fields") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
        {
            at.Add(TableFindingCodes.SchemaNoFields, Severity.Fatal, "", "El esquema no tiene «fields».", "The schema has no 'fields'.",
                "Liste las columnas en «fields».", "List the columns in 'fields'.");
            return new TableSchemaRead(null, findings.ToValueList());
        }
        if (list.GetArrayLength() > limits.MaxTableColumns)
        {
            at.Add(TableFindingCodes.SchemaNoFields, Severity.Fatal, "", $"El esquema tiene más de {limits.MaxTableColumns} campos.", $"The schema has more than {limits.MaxTableColumns} fields.");
            return new TableSchemaRead(null, findings.ToValueList());
        }
        var fields = list.EnumerateArray().Select((field, i) => TableFieldReader.Read(field, JsonPointer.Append(at.At("fields"), i), i, findings)).ToValueList();
        FindRepeated(at, fields);
        at.Raw("$schema");
        var names = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var missing = MissingWords(at);
        var schema = new TableSchema
        {
            Fields = fields,
            FieldsMatch = ReadFieldsMatch(at),
            MissingValues = missing ?? TableSchema.DefaultMissingValues,
            PrimaryKey = SchemaKeys.Names(at, "primaryKey", names) ?? [],
            UniqueKeys = SchemaKeys.UniqueKeys(at, names),
            ForeignKeys = SchemaKeys.ForeignKeys(at, names),
            Extras = at.Rest(),
        };
        return new TableSchemaRead(schema, findings.ToValueList());
    }

    /// <summary>Words, or in 2.0 words with their meaning.</summary>
    internal static ValueList<string>? MissingWords(Descriptor at)
    {
        if (at.Raw("missingValues") is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array)
        {
            at.Wrong("missingValues", "una lista de textos", "a list of texts");
            return null;
        }
        return value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("value", out var word) ? word : item)
            .Select(Descriptor.LexicalOf).ToValueList();
    }

    private static FieldsMatch ReadFieldsMatch(Descriptor at)
    {
        // The standard writes a text; its own first JSON Schema asked for a list of one.
        var text = at.Raw("fieldsMatch") switch
        {
            null => "exact",
            { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() == 1 => Descriptor.LexicalOf(list[0]),
            { } value => Descriptor.LexicalOf(value),
        };
        if (Enum.TryParse<FieldsMatch>(text, ignoreCase: true, out var match) && text.All(char.IsAsciiLetterLower)) return match;
        at.Wrong("fieldsMatch", "exact, equal, subset, superset o partial", "exact, equal, subset, superset or partial");
        return FieldsMatch.Exact;
    }

    private static void FindRepeated(Descriptor at, ValueList<TableField> fields)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
        {
            if (seen.Add(fields[i].Name)) continue;
            at.Findings.Add(FindingMessages.Make(TableFindingCodes.SchemaRepeatedField, Severity.Error, JsonPointer.Append(JsonPointer.Append(at.At("fields"), i), "name"), fields[i].Name,
                $"El campo «{fields[i].Name}» ya existe.", $"There is already a field '{fields[i].Name}'.", "Dé un nombre distinto a cada columna.", "Give each column its own name."));
        }
    }

    private static TableSchemaRead NotAnObject(string? value, string pointer = "") => new(null,
    [
        FindingMessages.Make(TableFindingCodes.SchemaNotAnObject, Severity.Fatal, pointer, value, "El esquema no es un objeto JSON.", "The schema is no JSON object."),
    ]);
}
