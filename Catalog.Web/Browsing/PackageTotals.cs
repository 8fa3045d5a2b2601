using System.Collections.Concurrent;
using Catalog.Core.Storage;

namespace Catalog.Web.Browsing;

/// <summary>What a package holds, told beside its link. Counted once for every position of the change log.</summary>
public sealed class PackageTotals(DatasetStore datasets, DistributionFiles files, ChangeLog changes)
{
    private volatile Counted _last = new(-1);

    public FileTotal OfSector(string id) => Now().GetOrAdd("group/" + id, _ => files.TotalOf(datasets.IdsOfSector(id)));

    public FileTotal OfPublisher(string id) => Now().GetOrAdd("organization/" + id, _ => files.TotalOf(datasets.IdsOfPublisher(id)));

    private ConcurrentDictionary<string, FileTotal> Now()
    {
        var position = changes.Latest();
        var last = _last;
        if (last.Position != position) _last = last = new Counted(position);
        return last.Totals;
    }

    private sealed record Counted(long Position)
    {
        public ConcurrentDictionary<string, FileTotal> Totals { get; } = new();
    }
}

/// <summary>The link to a package, with what is in it.</summary>
public sealed record PackageLink(string Path, FileTotal Total);
