using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>The schemas that stand in a data package, each with its resource. A schema by address or path is for the caller to fetch.</summary>
public static class PackageSchemas
{
    public static ValueList<PackageSchema> Read(JsonElement package, Limits limits)
    {
        if (package.ValueKind != JsonValueKind.Object || !package.TryGetProperty("resources", out var resources) || resources.ValueKind != JsonValueKind.Array) return [];
        var found = new List<PackageSchema>();
        var index = 0;
        foreach (var resource in resources.EnumerateArray())
        {
            var pointer = JsonPointer.Append(JsonPointer.Append("", "resources"), index++);
            if (resource.ValueKind != JsonValueKind.Object || !resource.TryGetProperty("schema", out var schema)) continue;
            var name = resource.TryGetProperty("name", out var said) && said.ValueKind == JsonValueKind.String ? Descriptor.StringOf(said) ?? "" : "";
            var reference = schema.ValueKind == JsonValueKind.String ? Descriptor.StringOf(schema) : null;
            found.Add(new PackageSchema(name, reference, reference is null ? TableSchemaReader.Read(schema, JsonPointer.Append(pointer, "schema"), limits) : null));
        }
        return found.ToValueList();
    }
}

/// <summary>The schema of one resource: read where it stands in the package, or where to find it.</summary>
public sealed record PackageSchema(string Resource, string? Reference, TableSchemaRead? Read);
