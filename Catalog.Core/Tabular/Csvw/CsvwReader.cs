using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Csvw;

/// <summary>
/// CSV on the Web metadata (Metadata Vocabulary for Tabular Data): one table, or the one of a group that describes the
/// file. What CSVW says about RDF, languages and display has no part in a contract and is left aside.
/// </summary>
internal static class CsvwReader
{
    private const string Namespace = "http://www.w3.org/ns/csvw";

    /// <summary>By its context (§5.2), or by members that only CSVW has.</summary>
    public static bool IsMetadata(JsonElement root) =>
        root.TryGetProperty("tableSchema", out _) || root.TryGetProperty("tables", out _) || root.TryGetProperty("columns", out _)
        || root.TryGetProperty("@context", out var context) && (IsOurs(context) || context.ValueKind == JsonValueKind.Array && context.EnumerateArray().Any(IsOurs));

    public static TableContract Read(JsonElement root, ContractQuestion question, Limits limits)
    {
        var findings = new List<Finding>();
        var group = new CsvwNode(root, "", findings);
        if (group.Raw("columns") is not null) return Schema(group, CsvwInherited.None, new CsvwGroup([], ""), null, limits);
        var tables = group.Raw("tables") is not null ? group.Objects("tables").ToList() : [group];
        var table = tables.Find(t => question.Names(t.String("url"))) ?? (tables.Count == 1 ? tables[0] : null);
        if (table is null)
            return ContractReader.Failed(TableFindingCodes.SchemaOfAnother, "Los metadatos no describen este archivo.", "The metadata do not describe this file.",
                "Nombre el archivo en «url».", "Name the file in 'url'.");
        var inherited = CsvwInherited.None.With(group);
        if (table != group) inherited = inherited.With(table);
        var spoken = table.Raw("dialect") ?? group.Raw("dialect");
        var dialect = spoken is { ValueKind: JsonValueKind.Object } said ? DeclaredDialect.FromJson(said) : null;
        if (table.Object("tableSchema") is { } schema) return Schema(schema, inherited, new CsvwGroup(tables, table.String("url") ?? ""), dialect, limits);
        return new TableContract { Dialect = dialect, SchemaPlace = table.String("tableSchema"), Findings = findings.ToValueList() };
    }

    private static TableContract Schema(CsvwNode schema, CsvwInherited above, CsvwGroup group, DeclaredDialect? dialect, Limits limits)
    {
        var inherited = above.With(schema);
        var columns = schema.Objects("columns").Take(limits.MaxTableColumns).Select((column, index) => CsvwColumn.Read(column, inherited, index)).Where(column => !column.Virtual).ToList();
        if (columns.Count == 0)
        {
            schema.Add(TableFindingCodes.SchemaNoFields, Severity.Fatal, "", "El esquema no tiene «columns».", "The schema has no 'columns'.", "Liste las columnas en «columns».", "List the columns in 'columns'.");
            return new TableContract { Dialect = dialect, Findings = schema.Findings.ToValueList() };
        }
        var names = columns.DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Field.Name, StringComparer.Ordinal);
        var read = new TableSchema
        {
            Fields = columns.Select(c => c.Field).ToValueList(),
            MissingValues = inherited.Missing ?? TableSchema.DefaultMissingValues,
            PrimaryKey = Names(schema, schema.Raw("primaryKey"), "primaryKey", names) ?? [],
            ForeignKeys = schema.Objects("foreignKeys").Select(key => ForeignKeyOf(key, group, names)).OfType<ForeignKey>().ToValueList(),
        };
        return new TableContract { Schema = read, Dialect = dialect, Findings = schema.Findings.ToValueList() };
    }

    /// <summary>§5.5.1: columns here, and columns of the table that <c>resource</c> names by its address.</summary>
    private static ForeignKey? ForeignKeyOf(CsvwNode key, CsvwGroup group, Dictionary<string, string> names)
    {
        var own = Names(key, key.Raw("columnReference"), "columnReference", names);
        var reference = key.Object("reference");
        var address = reference?.String("resource");
        if (own is null || reference is null || address is null)
        {
            key.Add(TableFindingCodes.SchemaBadForeignKey, Severity.Error, "", "La clave foránea no dice a qué se refiere.", "The foreign key does not say what it refers to.");
            return null;
        }
        var other = Names(reference, reference.Raw("columnReference"), "columnReference", group.NamesOf(address));
        if (other is null || other.Count != own.Count) return null;
        return new ForeignKey { Fields = own, Resource = address == group.Url ? "" : WebAddress.FileName(address), ReferencedFields = other };
    }

    /// <summary>Column references in terms of headers. Names of a table that is not described are taken as they are.</summary>
    private static ValueList<string>? Names(CsvwNode at, JsonElement? value, string member, Dictionary<string, string>? names)
    {
        if (value is not { } said) return null;
        var list = said.ValueKind == JsonValueKind.Array ? said.EnumerateArray().Select(Descriptor.LexicalOf).ToList() : [Descriptor.LexicalOf(said)];
        if (names is null) return list.ToValueList();
        if (list.Find(name => !names.ContainsKey(name)) is not { } unknown) return list.Select(name => names[name]).ToValueList();
        at.Add(TableFindingCodes.SchemaBadKey, Severity.Error, member, $"«{member}» nombra «{unknown}», que no es una columna.", $"'{member}' names '{unknown}', which is no column.");
        return null;
    }

    private static bool IsOurs(JsonElement context) => context.ValueKind == JsonValueKind.String && context.ValueEquals(Namespace);
}

/// <summary>The tables that are described together, for keys that go from one to another.</summary>
internal sealed record CsvwGroup(IReadOnlyList<CsvwNode> Members, string Url)
{
    /// <summary>The header of each column's name; null for a table that is not described.</summary>
    public Dictionary<string, string>? NamesOf(string address)
    {
        var columns = Members.FirstOrDefault(table => table.String("url") == address)?.Object("tableSchema")?.Objects("columns").Select((column, index) => CsvwColumn.Read(column, CsvwInherited.None, index));
        return columns?.DistinctBy(column => column.Name).ToDictionary(column => column.Name, column => column.Field.Name, StringComparer.Ordinal);
    }
}
