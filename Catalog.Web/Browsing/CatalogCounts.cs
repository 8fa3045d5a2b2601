using Catalog.Core.Storage;

namespace Catalog.Web.Browsing;

/// <summary>The numbers of the home page and the lists.</summary>
public sealed record CatalogCount
{
    public required int Datasets { get; init; }

    /// <summary>Distributions of published datasets.</summary>
    public required int Files { get; init; }

    public required IReadOnlyDictionary<string, int> BySector { get; init; }

    public required IReadOnlyList<NameCount> ByPublisher { get; init; }

    public int OfPublisher(string id) => ByPublisher.FirstOrDefault(p => p.Id == id)?.Count ?? 0;
}

/// <summary>Counts once for every position of the change log: between two changes they cannot differ.</summary>
public sealed class CatalogCounts(DatasetStore datasets, DistributionFiles files, ChangeLog changes)
{
    private volatile Counted? _last;

    public CatalogCount Now()
    {
        var position = changes.Latest();
        if (_last is { } last && last.Position == position) return last.Count;
        var count = new CatalogCount
        {
            Datasets = datasets.Count(),
            Files = files.CountPublished(),
            BySector = datasets.CountBySector(),
            ByPublisher = datasets.CountByPublisher(),
        };
        _last = new Counted(position, count);
        return count;
    }

    private sealed record Counted(long Position, CatalogCount Count);
}
