using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>
/// One dataset of a graph as one JSON document, in the shape of JSON-LD: its node with all that belongs to it inside.
/// The same graph gives the same bytes, whatever order, syntax, prefixes or labels of blank nodes it was read from:
/// members are sorted, values are sorted by what they say and each is said once, blank nodes have no names.
/// <list type="bullet">
/// <item>A node is written out wherever it is referred to, but datasets, series, catalogs and records of their own
/// right are only mentioned (IRI, class, title), and vocabularies are not followed into their other concepts.</item>
/// <item>A node within itself is <c>{"@id": …}</c>; a blank one <c>{"@id": "_:^n"}</c>, the n-th around it.</item>
/// <item><c>@reverse</c> holds what says something of the dataset from outside: its catalog record, the services that
/// serve it, and the catalog's publisher for a dataset without one.</item>
/// <item><c>identifier</c> is no member of JSON-LD: it is the identity that the gather found for the dataset.</item>
/// </list>
/// </summary>
internal sealed class LinkedRecordWriter(RdfGraph graph, LinkedRoles roles, Limits limits)
{
    // Raw records are shown as text and never put into a page unescaped.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Properties that lead from one concept or body to all others of its kind: their values are named, not written out.</summary>
    private static readonly HashSet<string> NotFollowed =
    [
        "skos:inScheme", "skos:topConceptOf", "skos:hasTopConcept", "skos:broader", "skos:narrower", "skos:related", "skos:exactMatch", "skos:closeMatch",
        "skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch", "skos:broaderTransitive", "skos:narrowerTransitive", "skos:member",
        "owl:sameAs", "rdfs:isDefinedBy", "rdfs:seeAlso", "rdfs:subClassOf", "foaf:made", "org:hasUnit", "org:hasSubOrganization",
    ];

    private static readonly HashSet<string> Titled = ["dcat:distribution", "schema:distribution"];

    private readonly List<int> _around = [];
    private int _left;

    private readonly record struct Value(string Sort, string Json);

    /// <summary>The document, or null when it is larger than a record may be.</summary>
    public byte[]? Write(int dataset, string? identity)
    {
        _left = limits.MaxRecordBytes;
        _around.Clear();
        _around.Add(dataset);
        var members = Members(dataset, root: true);
        if (identity is not null) members.Add("identifier", Quoted(identity));
        var reverse = Reverse(dataset);
        if (reverse.Count > 0) members.Add("@reverse", Object(reverse));
        if (_left < 0) return null;
        var bytes = Encoding.UTF8.GetBytes(Object(members));
        return bytes.Length <= limits.MaxRecordBytes ? bytes : null;
    }

    private SortedDictionary<string, string> Members(int node, bool root)
    {
        var members = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (graph[node].Kind == NodeKind.Iri) members.Add("@id", Quoted(graph[node].Value));
        foreach (var (name, values) in Properties(node))
        {
            // A service may serve a thousand datasets, and none of them tells anything of this one.
            if (!root && name == "dcat:servesDataset") continue;
            if (name == "rdf:type") AddTypes(members, values);
            else Add(members, name, values.Select(value => Of(value, name)), root && name == "dcat:distribution");
            if (_left < 0) break;
        }
        return members;
    }

    private SortedDictionary<string, List<int>> Properties(int node)
    {
        var properties = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var triple in graph.Of(node))
        {
            var name = LinkedNames.Shorten(graph[triple.Predicate].Value);
            if (!properties.TryGetValue(name, out var values)) properties[name] = values = [];
            values.Add(triple.Object);
        }
        return properties;
    }

    private SortedDictionary<string, string> Reverse(int dataset)
    {
        var reverse = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (roles.RecordsOf.TryGetValue(dataset, out var records))
            Add(reverse, "foaf:primaryTopic", records.Select(record => Without("foaf:primaryTopic", record)), list: false);
        if (roles.ServicesOf.TryGetValue(dataset, out var services)) Add(reverse, "dcat:servesDataset", services.Select(service => Of(service, "")), list: false);
        if (roles.Listing.TryGetValue(dataset, out var catalogs) && !Properties(dataset).Keys.Any(name => name is "dct:publisher" or "schema:publisher"))
            Add(reverse, "dcat:dataset", catalogs.Select(PublisherOf).OfType<Value>(), list: false);
        return reverse;
    }

    private Value Without(string property, int node)
    {
        _around.Add(node);
        var members = Members(node, root: false);
        _around.RemoveAt(_around.Count - 1);
        members.Remove(property);
        return Spent(SortOf(node, ""), Object(members));
    }

    private Value? PublisherOf(int catalog)
    {
        var members = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in Properties(catalog))
            if (name is "dct:publisher" or "schema:publisher") Add(members, name, values.Select(value => Of(value, name)), list: false);
        if (members.Count == 0) return null;
        if (graph[catalog].Kind == NodeKind.Iri) members.Add("@id", Quoted(graph[catalog].Value));
        return Spent(SortOf(catalog, ""), Object(members));
    }

    private Value Of(int number, string property)
    {
        var node = graph[number];
        if (node.Kind == NodeKind.Literal) return Spent("", Literal(node));
        if (_left < 0) return new Value("", "{}");
        var within = _around.LastIndexOf(number);
        var named = NotFollowed.Contains(property) && node.Kind == NodeKind.Iri;
        if (within >= 0 || named || _around.Count >= limits.MaxRecordNesting) return Spent(SortOf(number, property), Named(node, _around.Count - within));
        if (roles.StandsAlone(number)) return Spent(SortOf(number, property), Mention(number));
        _around.Add(number);
        var json = ListOf(number) ?? Object(Members(number, root: false));
        _around.RemoveAt(_around.Count - 1);
        return Spent(SortOf(number, property), json);
    }

    private static string Named(RdfNode node, int levels) =>
        $$"""{"@id":{{Quoted(node.Kind == NodeKind.Iri ? node.Value : string.Create(CultureInfo.InvariantCulture, $"_:^{levels}"))}}}""";

    private string Mention(int number)
    {
        var members = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (graph[number].Kind == NodeKind.Iri) members.Add("@id", Quoted(graph[number].Value));
        foreach (var (name, values) in Properties(number))
        {
            if (name == "rdf:type") AddTypes(members, values);
            else if (name is "dct:title" or "schema:name") Add(members, name, values.Where(v => graph[v].Kind == NodeKind.Literal).Select(v => Of(v, name)), list: false);
        }
        return Object(members);
    }

    /// <summary>An RDF collection (RDF Schema §5.2) as <c>@list</c>, in its order; null for anything else.</summary>
    private string? ListOf(int number)
    {
        var items = new List<string>();
        var seen = new HashSet<int>();
        for (var at = number; ;)
        {
            if (graph[at] is { Kind: NodeKind.Iri, Value: RdfNames.Nil }) return $$"""{"@list":[{{string.Join(',', items)}}]}""";
            int? first = null, rest = null;
            foreach (var triple in graph.Of(at))
            {
                if (graph[triple.Predicate].Value == RdfNames.First) first = triple.Object;
                else if (graph[triple.Predicate].Value == RdfNames.Rest) rest = triple.Object;
            }
            if (first is null || rest is null || !seen.Add(at) || _left < 0) return null;
            items.Add(Of(first.Value, "rdf:first").Json);
            at = rest.Value;
        }
    }

    private void AddTypes(SortedDictionary<string, string> members, List<int> types) =>
        Add(members, "@type", types.Select(t => new Value("", Quoted(LinkedNames.Shorten(graph[t].Value)))), list: false);

    private static void Add(SortedDictionary<string, string> members, string name, IEnumerable<Value> values, bool list)
    {
        var sorted = values.DistinctBy(v => v.Json).OrderBy(v => v.Sort, NaturalOrder.Instance).ThenBy(v => v.Json, StringComparer.Ordinal).ToList();
        if (sorted.Count == 1 && !list) members[name] = sorted[0].Json;
        else if (sorted.Count > 0) members[name] = $"[{string.Join(',', sorted.Select(v => v.Json))}]";
    }

    /// <summary>Distributions stand in the order of their titles, which is how people number them; other nodes in that of their IRIs.</summary>
    private string SortOf(int number, string property)
    {
        var iri = graph[number].Kind == NodeKind.Iri ? graph[number].Value : "";
        if (!Titled.Contains(property)) return iri;
        string? title = null;
        foreach (var triple in graph.Of(number))
            if (LinkedNames.Shorten(graph[triple.Predicate].Value) is "dct:title" or "schema:name" && graph[triple.Object] is { Kind: NodeKind.Literal } text && (title is null || string.CompareOrdinal(text.Value, title) < 0))
                title = text.Value;
        return title ?? iri;
    }

    private Value Spent(string sort, string json)
    {
        _left -= json.Length;
        return new Value(sort, json);
    }

    private static string Literal(RdfNode literal)
    {
        if (literal.Language is { } language) return $$"""{"@language":{{Quoted(language)}},"@value":{{Quoted(literal.Value)}}}""";
        return literal.Datatype is { } type ? $$"""{"@type":{{Quoted(LinkedNames.Shorten(type))}},"@value":{{Quoted(literal.Value)}}}""" : Quoted(literal.Value);
    }

    private static string Object(SortedDictionary<string, string> members) =>
        $"{{{string.Join(',', members.Select(m => $"{Quoted(m.Key)}:{m.Value}"))}}}";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(RdfText.Clean(text), Encoder)}\"";
}
