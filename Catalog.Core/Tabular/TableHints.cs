namespace Catalog.Core.Tabular;

/// <summary>What is known of a file before it is looked at. Every member may be missing; the bytes decide then.</summary>
public sealed record TableHints
{
    public static readonly TableHints None = new();

    /// <summary>The name under which it was published: "obras.csv".</summary>
    public string? FileName { get; init; }

    /// <summary>Of an HTTP answer or the metadata: "text/csv; charset=utf-8".</summary>
    public string? MediaType { get; init; }

    /// <summary>As the metadata says: "CSV", "XLSX".</summary>
    public string? Format { get; init; }

    /// <summary>What the publisher declared of the way a text file is written. It wins over what the bytes look like.</summary>
    public DeclaredDialect? Dialect { get; init; }

    /// <summary>Text that was encoded twice ("Ã³") is mended where only one reading is possible; else it is only reported.</summary>
    public bool MendMojibake { get; init; } = true;
}
