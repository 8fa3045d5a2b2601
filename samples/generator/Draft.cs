namespace Samples.Generator;

/// <summary>A file of a dataset, ready to be written.</summary>
internal sealed record FileDraft(string FileName, string Title, string Format, string MediaType, byte[] Bytes)
{
    public string? Description { get; init; }

    public IReadOnlyList<Column> Fields { get; init; } = [];

    public string Encoding { get; init; } = "utf-8";

    public string Delimiter { get; init; } = ",";

    /// <summary>Named in the catalog and not there, as when somebody tidied a server.</summary>
    public bool Absent { get; init; }
}

/// <summary>A dataset before it takes the form of a catalog.</summary>
internal sealed record DatasetDraft(string Id, string Title, string Text)
{
    /// <summary>The sentence that every description ends with: nobody may take these figures for real ones.</summary>
    public const string Disclaimer = "Datos inventados para la demostración.";

    public string Description => $"{Text} {Disclaimer}";

    /// <summary>ISO 8601 repeating interval, or "eventual".</summary>
    public required string Frequency { get; init; }

    public required string[] SuperThemes { get; init; }

    public string[] Themes { get; init; } = [];

    public required string[] Keywords { get; init; }

    public required string Issued { get; init; }

    public required string Modified { get; init; }

    public string? Temporal { get; init; }

    /// <summary>The publisher as this record spells it; the body's name when null.</summary>
    public string? Publisher { get; init; }

    /// <summary>The office that answers questions; the body's when null.</summary>
    public string? Contact { get; init; }

    public string? Source { get; init; }

    public required FileDraft[] Files { get; init; }
}

/// <summary>A department, agency or court, and what it publishes from one folder.</summary>
internal sealed record Body(string Folder, string Name, string Email, string Text)
{
    /// <summary>Id and label of each theme of its own taxonomy.</summary>
    public (string Id, string Label)[] Themes { get; init; } = [];

    public required DatasetDraft[] Datasets { get; init; }
}
