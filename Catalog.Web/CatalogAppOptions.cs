using Catalog.Core;
using Catalog.Harvest.Config;

namespace Catalog.Web;

/// <summary>What the server is started with.</summary>
public sealed record CatalogAppOptions
{
    public required HarvestConfig Config { get; init; }

    /// <summary>The folder with the database, the files and the search index.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where to listen, as Kestrel reads it; empty for Kestrel's own default.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Limits Limits { get; init; } = Limits.Default;
}
