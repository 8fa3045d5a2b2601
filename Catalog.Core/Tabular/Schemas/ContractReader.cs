using System.Text.Json;
using Catalog.Core.Tabular.Csvw;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>
/// Reads a document that describes tables, whichever of the standards it is written in: Table Schema, a data package,
/// CSVW metadata, JSON Schema, or a national table specification (a table itself). The document's content decides.
/// </summary>
public static class ContractReader
{
    public static TableContract Read(string path, ContractQuestion question, Limits limits, CancellationToken ct)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0) return Failed(TableFindingCodes.SchemaNotAnObject, "No hay tal esquema, o está vacío.", "There is no such schema, or it is empty.");
        if (file.Length > limits.MaxRecordBytes)
            return Failed(TableFindingCodes.SchemaTooLarge, $"El esquema tiene más de {limits.MaxRecordBytes} bytes.", $"The schema has more than {limits.MaxRecordBytes} bytes.");
        return Json(File.ReadAllBytes(path), question, limits, ct) ?? Specification(path, question, limits, ct);
    }

    /// <summary>Null when the bytes are no JSON.</summary>
    private static TableContract? Json(byte[] bytes, ContractQuestion question, Limits limits, CancellationToken ct)
    {
        try
        {
            var text = bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = limits.MaxJsonDepth });
            return Read(document.RootElement, question, limits, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TableContract Read(JsonElement root, ContractQuestion question, Limits limits, CancellationToken ct)
    {
        if (root.ValueKind != JsonValueKind.Object) return Failed(TableFindingCodes.SchemaNotAnObject, "El esquema no es un objeto JSON.", "The schema is no JSON object.");
        if (Is(root, "fields", JsonValueKind.Array)) return FromSchema(TableSchemaReader.Read(root, "", limits), null);
        if (Is(root, "resources", JsonValueKind.Array)) return FromPackage(root, question, limits, ct);
        if (CsvwReader.IsMetadata(root)) return Elsewhere(CsvwReader.Read(root, question, limits), question, limits, ct);
        // A descriptor without "fields" says neither what it is nor anything of columns; what it promises are objects.
        if (root.TryGetProperty("$schema", out _) || root.TryGetProperty("properties", out _) || root.TryGetProperty("items", out _) || root.TryGetProperty("$ref", out _))
            return FromJsonSchema(root);
        return FromSchema(TableSchemaReader.Read(root, "", limits), null);
    }

    private static TableContract FromJsonSchema(JsonElement root)
    {
        var text = root.GetRawText();
        return ProfileSchema.FromJson(text) is null
            ? Failed(TableFindingCodes.SchemaBadJsonSchema, "No es un esquema JSON que se pueda usar solo.", "It is no JSON Schema that can be used by itself.",
                "Un esquema sólo puede referirse a sí mismo («#/…»).", "A schema may refer to itself only ('#/…').")
            : new TableContract { JsonSchema = text };
    }

    private static TableContract FromPackage(JsonElement package, ContractQuestion question, Limits limits, CancellationToken ct)
    {
        var resources = package.GetProperty("resources").EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object).ToList();
        var found = resources.FindIndex(r => question.Resource is { } name && Text(r, "name") == name);
        if (found < 0) found = resources.FindIndex(r => question.Names(Text(r, "path")));
        if (found < 0 && resources.Count == 1) found = 0;
        if (found < 0) return Failed(TableFindingCodes.SchemaOfAnother, "El paquete no describe este archivo.", "The package does not describe this file.",
            "Nombre el recurso como en el paquete.", "Call the resource as the package does.");
        var resource = resources[found];
        var dialect = Is(resource, "dialect", JsonValueKind.Object) ? DeclaredDialect.FromJson(resource.GetProperty("dialect")) : null;
        if (Text(resource, "encoding") is { } encoding) dialect = (dialect ?? new DeclaredDialect()) with { Encoding = dialect?.Encoding ?? encoding };
        if (!resource.TryGetProperty("schema", out var schema))
            return dialect is not null ? new TableContract { Dialect = dialect } : Failed(TableFindingCodes.SchemaOfAnother, "El paquete no dice nada de las columnas de este archivo.", "The package says nothing of this file's columns.");
        if (schema.ValueKind == JsonValueKind.String) return Elsewhere(new TableContract { Dialect = dialect, SchemaPlace = Descriptor.StringOf(schema) }, question, limits, ct);
        var pointer = JsonPointer.Append(JsonPointer.Append(JsonPointer.Append("", "resources"), found), "schema");
        return FromSchema(TableSchemaReader.Read(schema, pointer, limits), dialect);
    }

    /// <summary>A contract whose schema is in a document of its own. That one may not lead to a third.</summary>
    private static TableContract Elsewhere(TableContract contract, ContractQuestion question, Limits limits, CancellationToken ct)
    {
        if (contract.SchemaPlace is not { } place) return contract;
        if (question.Locate(place) is { } path) return Read(path, question with { Locate = _ => null }, limits, ct) with { Dialect = contract.Dialect };
        return Failed(TableFindingCodes.SchemaOfAnother, $"El esquema está en otro documento: «{place}».", $"The schema is in another document: '{place}'.") with { Dialect = contract.Dialect };
    }

    private static TableContract FromSchema(TableSchemaRead read, DeclaredDialect? dialect) => new() { Schema = read.Schema, Dialect = dialect, Findings = read.Findings };

    /// <summary>A table of columns with their resources (<see cref="TableSpecification"/>).</summary>
    private static TableContract Specification(string path, ContractQuestion question, Limits limits, CancellationToken ct)
    {
        var resources = TableFile.Open(path, limits, ct) is TableResult.Found { Tables: [var table, ..] } ? TableSpecification.Read(table, ct) : [];
        if (resources.Count == 0) return Failed(TableFindingCodes.SchemaNotAnObject, "El esquema no es un objeto JSON.", "The schema is no JSON object.");
        var stem = question.Resource ?? Path.GetFileNameWithoutExtension(question.FileName ?? "");
        var schema = resources.FirstOrDefault(r => Checking.SimilarNames.Plain(r.Resource) == Checking.SimilarNames.Plain(stem)) ?? (resources.Count == 1 ? resources[0] : null);
        return schema is not null ? new TableContract { Schema = schema.Schema } : Failed(TableFindingCodes.SchemaOfAnother,
            $"La especificación no tiene el recurso «{stem}».", $"The specification has no resource '{stem}'.",
            "Tiene: " + string.Join(", ", resources.Select(r => r.Resource)), "It has: " + string.Join(", ", resources.Select(r => r.Resource)));
    }

    internal static TableContract Failed(string code, string spanish, string english, string hintSpanish = "", string hintEnglish = "") =>
        new() { Findings = [FindingMessages.Make(code, Severity.Fatal, "", null, spanish, english, hintSpanish, hintEnglish)] };

    private static bool Is(JsonElement of, string member, JsonValueKind kind) => of.TryGetProperty(member, out var value) && value.ValueKind == kind;

    private static string? Text(JsonElement of, string member) => of.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? Descriptor.StringOf(value) : null;
}
