namespace Catalog.Core.Dcat;

/// <summary>What an event did to what the catalog publishes (Activity Streams' Create, Update and Delete).</summary>
public enum CatalogEventKind
{
    Create,
    Update,
    Delete,
}

/// <summary>One event of the catalog's history, with the dataset as it was from then on.</summary>
public sealed record CatalogEvent
{
    /// <summary>Its position in the change log.</summary>
    public required long Sequence { get; init; }

    public required CatalogEventKind Kind { get; init; }

    /// <summary>Later than that of every event before it.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>The dataset's name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The dataset after the event; null when it was taken back.</summary>
    public PublishedDataset? Dataset { get; init; }
}
