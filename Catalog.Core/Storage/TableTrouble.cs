namespace Catalog.Core.Storage;

/// <summary>A table of a newest file that somebody should look at.</summary>
public sealed record TableTrouble
{
    /// <summary>The name of its dataset in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The title of its dataset.</summary>
    public required string Title { get; init; }

    public required Guid DistributionId { get; init; }

    public required string FileName { get; init; }

    public required int Number { get; init; }

    /// <summary>The sheet's or member's name; empty where a file is one table.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="TableState"/>.</summary>
    public required string State { get; init; }

    /// <summary>Why it is held or failed; null for a published one.</summary>
    public string? Code { get; init; }

    public long Errors { get; init; }

    public long Warnings { get; init; }
}
