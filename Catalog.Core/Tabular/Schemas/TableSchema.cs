using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>
/// The contract of a table: its columns, their types, what stands for nothing, and its keys (Frictionless Table Schema
/// 1.0 and 2.0). Declared by a publisher, or inferred from a file and then frozen.
/// </summary>
public sealed record TableSchema
{
    /// <summary>What stands for nothing unless a schema says otherwise: the empty cell.</summary>
    public static readonly ValueList<string> DefaultMissingValues = [""];

    public required ValueList<TableField> Fields { get; init; }

    public FieldsMatch FieldsMatch { get; init; } = FieldsMatch.Exact;

    public ValueList<string> MissingValues { get; init; } = DefaultMissingValues;

    public ValueList<string> PrimaryKey { get; init; } = [];

    public ValueList<ValueList<string>> UniqueKeys { get; init; } = [];

    public ValueList<ForeignKey> ForeignKeys { get; init; } = [];

    public ValueList<Extra> Extras { get; init; } = [];

    /// <summary>The field of that name, or null. Names are compared as they are.</summary>
    public TableField? Find(string name)
    {
        foreach (var field in Fields)
            if (field.Name == name) return field;
        return null;
    }

    /// <summary>The words that stand for nothing in a column: its own, or else the table's.</summary>
    public ValueList<string> MissingValuesOf(TableField field) => field.MissingValues ?? MissingValues;
}

/// <summary>How a table's columns have to match the fields of its schema (Table Schema 2.0 §fieldsMatch).</summary>
public enum FieldsMatch
{
    /// <summary>The same columns in the same order.</summary>
    Exact,

    /// <summary>The same columns in any order.</summary>
    Equal,

    /// <summary>The table has at least the columns of the schema.</summary>
    Subset,

    /// <summary>The table has at most the columns of the schema.</summary>
    Superset,

    /// <summary>They have at least one column in common.</summary>
    Partial,
}

/// <summary>Columns whose values must be found in columns of another table of the package, or of this one.</summary>
public sealed record ForeignKey
{
    public required ValueList<string> Fields { get; init; }

    /// <summary>The other resource's name; empty for the table itself.</summary>
    public string Resource { get; init; } = "";

    /// <summary>Another package's address, when the resource is not of this one; such keys cannot be checked here.</summary>
    public string? Package { get; init; }

    public required ValueList<string> ReferencedFields { get; init; }
}
