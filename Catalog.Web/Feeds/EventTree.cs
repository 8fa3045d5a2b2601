using System.Globalization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Storage;

namespace Catalog.Web.Feeds;

/// <summary>
/// A node of the event stream's search tree. Level 0 are pages: each holds the same number of positions of the change
/// log, so where one begins and ends is known without looking. A node of a higher level leads to <see cref="FanOut"/> of
/// the level below. It is closed once the log has gone beyond it.
/// </summary>
internal sealed record EventNode(int Level, long Number)
{
    /// <summary>"0-17".</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Level}-{Number}");

    public static EventNode? Parse(string name)
    {
        var parts = name.Split('-');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            && level <= EventTree.MaxLevel
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && new EventNode(level, number) is var node && node.Name == name
            && number <= int.MaxValue
                ? node
                : null;
    }
}

/// <summary>Where the nodes of the event stream lie in the change log, and what leads to them.</summary>
internal sealed class EventTree(EventLog log, DataCatalog catalog, Limits limits)
{
    /// <summary>In the address of every node but the root: what nodes are a function of besides the history.</summary>
    public string Version { get; } = EventStreamWriter.VersionOf(catalog, string.Create(CultureInfo.InvariantCulture, $"{limits.FeedEventsPerPage}/{FanOut}"));

    /// <summary>Nodes that one leads to. 100: a million events make a root of a hundred relations and a tree of three levels.</summary>
    public const int FanOut = 100;

    /// <summary>The highest level. 6: far more events than a 64-bit position of fixed pages could be read in.</summary>
    public const int MaxLevel = 6;

    /// <summary>The first and the last position of a node.</summary>
    public (long From, long To) RangeOf(EventNode node)
    {
        var size = SizeOf(node.Level);
        return (node.Number * size + 1, (node.Number + 1) * size);
    }

    public bool IsClosed(EventNode node, long latest) => RangeOf(node).To <= latest;

    /// <summary>What the root leads to: the lowest level of which there are no more than the fan-out.</summary>
    public IReadOnlyList<EventNode> Roots(long latest)
    {
        var level = 0;
        while (level < MaxLevel && latest > SizeOf(level) * FanOut) level++;
        return NodesOf(level, 0, latest);
    }

    public IReadOnlyList<EventNode> ChildrenOf(EventNode node, long latest) =>
        node.Level == 0 ? [] : [.. NodesOf(node.Level - 1, node.Number * FanOut, latest).Take(FanOut)];

    /// <summary>The nodes with the times of their events; the first one holds the catalog's own member, just before them.</summary>
    public IReadOnlyList<EventStreamChild> Children(IReadOnlyList<EventNode> nodes, long latest, Func<EventNode, string> address)
    {
        var spans = log.Spans(nodes.Select(RangeOf));
        return
        [
            .. nodes.Zip(spans).Where(n => n.Second is not null).Select(n => new EventStreamChild(
                address(n.First),
                n.First.Number == 0 ? CatalogPublished(n.Second!) : n.Second!.First,
                IsClosed(n.First, latest) ? n.Second!.Last.AddTicks(TimeSpan.TicksPerMicrosecond) : null)),
        ];
    }

    public static DateTimeOffset CatalogPublished(EventLog.Span first) => first.First.AddTicks(-TimeSpan.TicksPerMicrosecond);

    private long SizeOf(int level)
    {
        long size = limits.FeedEventsPerPage;
        for (var i = 0; i < level; i++) size *= FanOut;
        return size;
    }

    private List<EventNode> NodesOf(int level, long first, long latest)
    {
        var nodes = new List<EventNode>();
        for (var number = first; nodes.Count < FanOut && RangeOf(new EventNode(level, number)).From <= latest; number++) nodes.Add(new EventNode(level, number));
        return nodes;
    }
}
