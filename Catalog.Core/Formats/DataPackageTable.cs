namespace Catalog.Core.Formats;

/// <summary>What a package says of the table in a file, so that a reader of Data Packages reads exactly these bytes by it.</summary>
public sealed record DataPackageTable
{
    /// <summary>A table that its source's policy holds: nothing is said of columns that were not let through.</summary>
    public static readonly DataPackageTable Held = new();

    /// <summary>The Table Schema of the table, as JSON; null for one that is held.</summary>
    public string? Schema { get; init; }

    /// <summary>The Table Dialect of the file, as JSON; null where the defaults are meant.</summary>
    public string? Dialect { get; init; }

    /// <summary>The IANA name of a text's encoding; null for files that are no text.</summary>
    public string? Encoding { get; init; }

    /// <summary>The file itself is the table, from its first sheet or line on: who knows its format can read it by what is said here.</summary>
    public bool IsTabular { get; init; }
}
