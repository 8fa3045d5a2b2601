using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>What a reader needs to know of the place that a record comes from.</summary>
public sealed record RecordContext
{
    public required string SourceId { get; init; }

    /// <summary>The language of text that carries no tag.</summary>
    public required string Language { get; init; }

    /// <summary>Labels of the source's own themes by id (`themeTaxonomy`).</summary>
    public IReadOnlyDictionary<string, string> ThemeLabels { get; init; } = new Dictionary<string, string>();

    public Limits Limits { get; init; } = Limits.Default;
}

/// <summary>A record as understood: the dataset when it has an identity and a title, and what was found on the way.</summary>
public sealed record RecordRead
{
    /// <summary>The identity in the source: its identifier, or what stands for one.</summary>
    public required string Identifier { get; init; }

    /// <summary>What to call it in reports, even when it has no title.</summary>
    public required string Title { get; init; }

    /// <summary>Null when a finding is fatal.</summary>
    public Dataset? Dataset { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }
}
