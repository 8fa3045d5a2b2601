using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>What a document promises of a table: its columns, the way it is written, or what each of its JSON objects is like.</summary>
public sealed record TableContract
{
    /// <summary>Null when the document speaks of something else only.</summary>
    public TableSchema? Schema { get; init; }

    /// <summary>How the file is written, where the document says so (Table Dialect, CSVW §5.9).</summary>
    public DeclaredDialect? Dialect { get; init; }

    /// <summary>A JSON Schema for the document that the table stands in, or for one of its objects, as JSON.</summary>
    public string? JsonSchema { get; init; }

    /// <summary>Where the schema is, when the document only names it.</summary>
    internal string? SchemaPlace { get; init; }

    /// <summary>What is odd about the document; what could be understood of it is used all the same.</summary>
    public ValueList<Finding> Findings { get; init; } = [];

    /// <summary>Whether anything was promised.</summary>
    public bool Says => Schema is not null || Dialect is not null || JsonSchema is not null;
}

/// <summary>Which table of a document is asked for, where it speaks of several.</summary>
public sealed record ContractQuestion
{
    /// <summary>The name of the file: "obras.csv".</summary>
    public string? FileName { get; init; }

    /// <summary>The name of the resource in its package.</summary>
    public string? Resource { get; init; }

    /// <summary>Where a document lies that this one names by a path or address; null for one that is not at hand.</summary>
    public Func<string, string?> Locate { get; init; } = _ => null;

    /// <summary>Whether a path or address of a document is that of the file.</summary>
    internal bool Names(string? path) => path is not null && FileName is not null && WebAddress.FileName(path).Equals(FileName, StringComparison.OrdinalIgnoreCase);
}
