namespace Catalog.Core.Dcat;

/// <summary>A dataset as this catalog publishes it: the record, and what the store knows beyond it.</summary>
public sealed record PublishedDataset
{
    public required Dataset Dataset { get; init; }

    /// <summary>Its name in addresses: <c>/dataset/{slug}</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>The publisher's name in addresses, or null when nobody of the config publishes it.</summary>
    public string? PublisherId { get; init; }

    /// <summary>The publisher's name, or empty when none is known.</summary>
    public required Text PublisherName { get; init; }

    /// <summary>Our copies, by the id of the distribution.</summary>
    public IReadOnlyDictionary<Guid, StoredFile> Files { get; init; } = new Dictionary<Guid, StoredFile>();
}

/// <summary>Our copy of a distribution's file.</summary>
public sealed record StoredFile
{
    /// <summary>Which version of the file it is, counted from 1.</summary>
    public int Number { get; init; }

    /// <summary>SHA-256 of the bytes in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public string? MediaType { get; init; }

    /// <summary>
    /// When the bytes were fetched. Shown on pages only: no export may hold it, since two harvests of the same input on
    /// different days must give equal documents.
    /// </summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The file's name in its download address.</summary>
    public required string FileName { get; init; }
}
