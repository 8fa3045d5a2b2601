using System.IO.Enumeration;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular;

namespace Catalog.Harvest.Config;

/// <summary>What the officer says of some tables of a source. The first rule that means a file counts.</summary>
public sealed record TableRule
{
    /// <summary>The dataset's identifier or name, * for anything; null for every dataset.</summary>
    public string? Dataset { get; init; }

    /// <summary>The distribution's identifier or its file's name, * for anything; null for every file.</summary>
    public string? File { get; init; }

    /// <summary>The sheet, or the member of an archive; null for the table that fits the schema best.</summary>
    public string? Sheet { get; init; }

    /// <summary>The absolute path or address of the document that the table is held to; null when only the dialect is said.</summary>
    public string? Schema { get; init; }

    /// <summary>The same as the config writes it, which may be shown.</summary>
    public string? SchemaPlace { get; init; }

    public DeclaredDialect? Dialect { get; init; }

    public bool Means(Dataset dataset, string slug, Distribution distribution, string fileName) =>
        (Dataset is null || Is(Dataset, dataset.Identifier) || Is(Dataset, slug)) && (File is null || Is(File, distribution.Identifier) || Is(File, fileName) || Is(File, distribution.FileName));

    public override string ToString() => $"{Dataset ?? "*"}/{File ?? "*"}";

    private static bool Is(string pattern, string? name) => name is not null && FileSystemName.MatchesSimpleExpression(pattern, name);
}
