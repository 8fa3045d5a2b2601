using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>One distribution on its way into a data package: the file that is in it, or why none is.</summary>
public sealed record DataPackageEntry
{
    /// <summary>The catalog keeps no copy of it: an address that is no file, or one that was never had.</summary>
    public const string NotCopied = "not-copied";

    /// <summary>The copy seems to hold data of persons, and waits for an officer; or nobody looked into it yet.</summary>
    public const string Withheld = "withheld";

    /// <summary>The catalog's copy is gone from its disk.</summary>
    public const string CopyLost = "copy-lost";

    /// <summary>The catalog's copy is not the bytes that were stored; what is in the package is not to be trusted.</summary>
    public const string CopyDamaged = "copy-damaged";

    public required PublishedDataset Published { get; init; }

    public required Distribution Distribution { get; init; }

    /// <summary>Unique in the package, of the characters that names of resources may have.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is in the package.</summary>
    public required string Path { get; init; }

    /// <summary>Our copy; null when there is none.</summary>
    public StoredFile? File { get; init; }

    /// <summary>The table in it; null when it was not read as one, and only the publisher's dictionary says what its columns are.</summary>
    public DataPackageTable? Table { get; init; }

    /// <summary>Null for a file that is in the package whole; else why not.</summary>
    public string? Missing { get; init; }
}
