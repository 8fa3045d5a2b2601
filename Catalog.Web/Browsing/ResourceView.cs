using Catalog.Core.Dcat;
using Catalog.Core.Storage;

namespace Catalog.Web.Browsing;

/// <summary>A distribution as pages show it: what its source says, and what we know of its file.</summary>
public sealed record ResourceView
{
    public required string Slug { get; init; }

    public required Distribution Distribution { get; init; }

    /// <summary>Our newest copy, or null.</summary>
    public FileVersion? File { get; init; }

    public FileCheck? Check { get; init; }

    /// <summary>How its tables stand; null when we have no copy.</summary>
    public TableStanding? Tables { get; init; }

    /// <summary>We have a copy, but the last look at the source failed: the copy may be old.</summary>
    public bool IsStale => File is not null && Check is { Code: not FileCheck.Ok };

    /// <summary>We should have a copy and have none.</summary>
    public bool IsMissing => File is null && Check is { Code: not FileCheck.Ok };

    /// <summary>Below the catalog's root, without the first slash.</summary>
    public string Path => $"dataset/{Slug}/resource/{Distribution.Id:D}";

    public string? DownloadPath => File is null ? null : $"{Path}/download/{Uri.EscapeDataString(File.FileName)}";

    /// <summary>The source's own address, when it is one that a browser may follow.</summary>
    public string? SourceUrl => WebLink(Distribution.DownloadUrl) ?? WebLink(Distribution.AccessUrl);

    /// <summary>Its rows can be looked at.</summary>
    public bool HasTable => Tables is { InService: not null };

    public static IReadOnlyList<ResourceView> Of(StoredDataset stored, DistributionFiles files)
    {
        var versions = files.Newest([stored.Id])[stored.Id].ToDictionary(v => v.DistributionId);
        var checks = files.Checks(stored.Id);
        return [.. stored.Dataset.Distributions.Select(d => new ResourceView
        {
            Slug = stored.Slug,
            Distribution = d,
            File = versions.GetValueOrDefault(d.Id),
            Check = checks.GetValueOrDefault(d.Id),
        })];
    }

    /// <summary>The address, when it is of the web: nothing else that a stranger wrote becomes a link.</summary>
    public static string? WebLink(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? address : null;
}
