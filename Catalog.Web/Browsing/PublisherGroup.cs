using Catalog.Core.Dcat;
using Catalog.Harvest.Config;
using Catalog.Web.Language;

namespace Catalog.Web.Browsing;

/// <summary>A publisher in a list.</summary>
public sealed record PublisherLine(string Id, Wording Name, int Count, string? Parent);

/// <summary>The publishers of one branch of government, those with most datasets first.</summary>
public sealed record PublisherGroup(Branch Branch, IReadOnlyList<PublisherLine> Publishers)
{
    public static IReadOnlyList<PublisherGroup> Of(HarvestConfig config, CatalogCount count, Reader reader)
    {
        var known = config.Catalog.Publishers.Select(p => (p.Branch, Line: new PublisherLine(p.Id, reader.Say(p.Name), count.OfPublisher(p.Id), p.Parent)));
        // Bodies that sources name and the config does not know have pages, too.
        var found = count.ByPublisher.Where(p => config.FindPublisher(p.Id) is null)
            .Select(p => (Branch: Branch.Other, Line: new PublisherLine(p.Id, reader.Say(Text.Of("", p.Name ?? p.Id)), p.Count, null)));
        return [.. known.Concat(found)
            .GroupBy(p => p.Branch, p => p.Line)
            .OrderBy(g => g.Key)
            .Select(g => new PublisherGroup(g.Key, [.. g.OrderByDescending(p => p.Count).ThenBy(p => p.Name.Value, StringComparer.InvariantCultureIgnoreCase)]))];
    }
}
