using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>Primary, unique and foreign keys of a descriptor; each name must be that of a field.</summary>
internal static class SchemaKeys
{
    /// <summary>One name or a list of names; null when the key is absent or wrong.</summary>
    public static ValueList<string>? Names(Descriptor at, string member, IReadOnlySet<string> fields) =>
        at.Raw(member) is { } value ? Names(at, member, value, TableFindingCodes.SchemaBadKey, fields) : null;

    public static ValueList<ValueList<string>> UniqueKeys(Descriptor at, IReadOnlySet<string> fields)
    {
        if (at.Raw("uniqueKeys") is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select(key => Names(at, "uniqueKeys", key, TableFindingCodes.SchemaBadKey, fields)).OfType<ValueList<string>>().ToValueList();
        at.Wrong("uniqueKeys", "una lista", "a list");
        return [];
    }

    public static ValueList<ForeignKey> ForeignKeys(Descriptor at, IReadOnlySet<string> fields)
    {
        if (at.Raw("foreignKeys") is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().Select(key => ForeignKeyOf(at, key, fields)).OfType<ForeignKey>().ToValueList();
        at.Wrong("foreignKeys", "una lista", "a list");
        return [];
    }

    private static ForeignKey? ForeignKeyOf(Descriptor at, JsonElement key, IReadOnlySet<string> fields)
    {
        if (key.ValueKind != JsonValueKind.Object || !key.TryGetProperty("fields", out var own))
        {
            Bad(at, "La clave foránea no dice sus campos.", "The foreign key does not say its fields.");
            return null;
        }
        if (!key.TryGetProperty("reference", out var reference) || reference.ValueKind != JsonValueKind.Object || !reference.TryGetProperty("fields", out var other))
        {
            Bad(at, "La clave foránea no dice a qué se refiere.", "The foreign key does not say what it refers to.");
            return null;
        }
        var resource = reference.TryGetProperty("resource", out var name) && name.ValueKind == JsonValueKind.String ? Descriptor.StringOf(name) ?? "" : "";
        var package = reference.TryGetProperty("package", out var address) || reference.TryGetProperty("datapackage", out address) ? Descriptor.LexicalOf(address) : null;
        var from = Names(at, "foreignKeys", own, TableFindingCodes.SchemaBadForeignKey, fields);
        // The names of another table are not known here; those of this one are.
        var to = Names(at, "foreignKeys", other, TableFindingCodes.SchemaBadForeignKey, resource.Length == 0 && package is null ? fields : null);
        if (from is null || to is null) return null;
        if (from.Count == to.Count) return new ForeignKey { Fields = from, Resource = resource, Package = package, ReferencedFields = to };
        Bad(at, $"La clave foránea tiene {from.Count} campos y se refiere a {to.Count}.", $"The foreign key has {from.Count} fields and refers to {to.Count}.");
        return null;
    }

    private static ValueList<string>? Names(Descriptor at, string member, JsonElement value, string code, IReadOnlySet<string>? fields)
    {
        string?[] names = value.ValueKind switch
        {
            JsonValueKind.String => [Descriptor.StringOf(value)],
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => [.. value.EnumerateArray().Select(Descriptor.StringOf)],
            _ => [],
        };
        if (names.Length == 0 || names.Contains(null))
        {
            at.Add(code, Severity.Error, member, $"«{member}» debe ser un nombre o una lista de nombres.", $"'{member}' must be a name or a list of names.");
            return null;
        }
        foreach (var name in names)
        {
            if (fields is null || fields.Contains(name!)) continue;
            at.Add(code, Severity.Error, member, $"«{member}» nombra «{name}», que no es un campo.", $"'{member}' names '{name}', which is no field.",
                "Corrija el nombre o agregue el campo.", "Correct the name or add the field.");
            return null;
        }
        return names.ToValueList()!;
    }

    private static void Bad(Descriptor at, string spanish, string english) => at.Add(TableFindingCodes.SchemaBadForeignKey, Severity.Error, "foreignKeys", spanish, english);
}
