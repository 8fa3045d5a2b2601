using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>Terms of Linked Data Event Streams, TREE and Activity Streams, as DCAT-AP Feeds uses them.</summary>
internal static class EventStreamNs
{
    public static readonly Iri EventStream = Ldes("EventStream");
    public static readonly Iri TimestampPath = Ldes("timestampPath");
    public static readonly Iri VersionOfPath = Ldes("versionOfPath");
    public static readonly Iri VersionCreateObject = Ldes("versionCreateObject");
    public static readonly Iri VersionUpdateObject = Ldes("versionUpdateObject");
    public static readonly Iri VersionDeleteObject = Ldes("versionDeleteObject");
    public static readonly Iri PollingInterval = Ldes("pollingInterval");
    public static readonly Iri Immutable = Ldes("immutable");

    public static readonly Iri Node = Tree("Node");
    public static readonly Iri View = Tree("view");
    public static readonly Iri Shape = Tree("shape");
    public static readonly Iri Member = Tree("member");
    public static readonly Iri Relation = Tree("relation");
    public static readonly Iri GreaterThanOrEqualTo = Tree("GreaterThanOrEqualToRelation");
    public static readonly Iri LessThan = Tree("LessThanRelation");
    public static readonly Iri Path = Tree("path");
    public static readonly Iri Value = Tree("value");
    public static readonly Iri NodeOf = Tree("node");

    public static readonly Iri Create = As("Create");
    public static readonly Iri Update = As("Update");
    public static readonly Iri Delete = As("Delete");
    public static readonly Iri Object = As("object");
    public static readonly Iri Published = As("published");

    /// <summary>What every member is: the shape of DCAT-AP Feeds (SEMIC), by its public name.</summary>
    public static readonly Iri ActivityShape = Iri.Of("https://semiceu.github.io/LDES-DCAT-AP-feeds/shape.ttl#ActivityShape");

    public static RdfContext Context { get; } = new(
        [.. DcatApContext.Instance.Prefixes, new("ldes", "https://w3id.org/ldes#"), new("tree", "https://w3id.org/tree#"), new("as", "https://www.w3.org/ns/activitystreams#")],
        [
            .. DcatApContext.Instance.Terms,
            Link("view", View), Link("member", Member), Link("relation", Relation), Link("node", NodeOf), Link("path", Path), Link("object", Object),
            new RdfTerm("published", Published, TermKind.Typed, OtherNs.DateTime),
            new RdfTerm("value", Value, TermKind.Typed, OtherNs.DateTime),
        ]);

    private static RdfTerm Link(string name, Iri property) => new(name, property, TermKind.Link);

    private static Iri Ldes(string name) => Iri.Of("https://w3id.org/ldes#" + name);

    private static Iri Tree(string name) => Iri.Of("https://w3id.org/tree#" + name);

    private static Iri As(string name) => Iri.Of("https://www.w3.org/ns/activitystreams#" + name);
}
