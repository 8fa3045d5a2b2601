using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>What the nodes of a graph are to a catalog, and what points at a dataset from outside of it.</summary>
internal sealed class LinkedRoles
{
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private const string PrimaryTopic = "http://xmlns.com/foaf/0.1/primaryTopic";
    private readonly RdfGraph _graph;
    private readonly Dictionary<string, HashSet<int>> _byType = new(StringComparer.Ordinal);

    public LinkedRoles(RdfGraph graph, IReadOnlySet<string> catalogTypes, IReadOnlyList<string> lists)
    {
        _graph = graph;
        foreach (var triple in graph.With(RdfNames.Type))
        {
            if (graph[triple.Object].Kind != NodeKind.Iri) continue;
            var type = graph[triple.Object].Value;
            if (!_byType.TryGetValue(type, out var nodes)) _byType[type] = nodes = [];
            nodes.Add(triple.Subject);
        }
        Catalogs = Of(catalogTypes);
        Series = Of(Dcat + "DatasetSeries");
        Services = Of(Dcat + "DataService");
        Records = Of(Dcat + "CatalogRecord");
        foreach (var triple in graph.With(Dcat + "inSeries")) Series.Add(triple.Object);
        var listing = new Dictionary<int, List<int>>();
        foreach (var triple in graph.With(lists))
        {
            Listed.Add(triple.Object);
            Add(listing, triple.Object, triple.Subject);
        }
        Listing = listing;
        var records = new Dictionary<int, List<int>>();
        foreach (var triple in graph.With(PrimaryTopic))
            if (Records.Contains(triple.Subject)) Add(records, triple.Object, triple.Subject);
        RecordsOf = records;
        var services = new Dictionary<int, List<int>>();
        foreach (var triple in graph.With(Dcat + "servesDataset")) Add(services, triple.Object, triple.Subject);
        ServicesOf = services;
    }

    public HashSet<int> Datasets { get; } = [];

    public HashSet<int> Catalogs { get; }

    public HashSet<int> Series { get; }

    public HashSet<int> Services { get; }

    public HashSet<int> Records { get; }

    /// <summary>What a catalog lists as its datasets.</summary>
    public HashSet<int> Listed { get; } = [];

    /// <summary>The catalogs that list a dataset.</summary>
    public IReadOnlyDictionary<int, List<int>> Listing { get; }

    /// <summary>The catalog records of a dataset (DCAT 3 §6.5).</summary>
    public IReadOnlyDictionary<int, List<int>> RecordsOf { get; }

    /// <summary>The data services that serve a dataset (DCAT 3 §6.9.3).</summary>
    public IReadOnlyDictionary<int, List<int>> ServicesOf { get; }

    public HashSet<int> Of(params IEnumerable<string> types)
    {
        var nodes = new HashSet<int>();
        foreach (var type in types)
            if (_byType.TryGetValue(type, out var typed)) nodes.UnionWith(typed);
        return nodes;
    }

    /// <summary>Whether a node is described in its own right, so that others only mention it.</summary>
    public bool StandsAlone(int number) =>
        Datasets.Contains(number) || Series.Contains(number) || Catalogs.Contains(number) || Records.Contains(number);

    private static void Add(Dictionary<int, List<int>> lists, int key, int value)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(value);
    }
}
