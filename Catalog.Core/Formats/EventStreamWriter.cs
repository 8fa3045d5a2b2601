using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>A node of the stream's search tree that another leads to, and the times that its events lie between.</summary>
/// <param name="From">Of its first event.</param>
/// <param name="Before">Just after its last event; null while it still grows.</param>
public sealed record EventStreamChild(string Address, DateTimeOffset From, DateTimeOffset? Before);

/// <summary>
/// Writes pages of the catalog's history as DCAT-AP Feeds (SEMIC 2026) prescribe: a Linked Data Event Stream whose
/// members are activities of Activity Streams. An activity's graph, named by it, holds all that the catalog says of the
/// dataset from then on; who replays the activities and unites the graphs of the latest ones has the graph of /catalog.
/// No blank nodes here either.
/// </summary>
public sealed class EventStreamWriter(IQuadSink sink, DataCatalog catalog)
{
    /// <summary>
    /// To be raised whenever the same event would be written otherwise than before: pages are promised never to change,
    /// so other pages need other addresses. The golden page shows in review when that is due.
    /// </summary>
    public const int WritingVersion = 1;

    /// <summary>The prefixes and terms of its documents.</summary>
    public static RdfContext Context => EventStreamNs.Context;

    private readonly Iri _stream = Own(Addresses(catalog).EventStream + "#stream");

    /// <summary>
    /// What pages are a function of besides the history: this catalog's config and this program's way of writing. It
    /// stands in their addresses, so that a page whose bytes would change is another page.
    /// </summary>
    /// <param name="layout">How the history is cut into pages.</param>
    public static string VersionOf(DataCatalog catalog, string layout)
    {
        var seed = JsonSerializer.SerializeToUtf8Bytes(new { WritingVersion, layout, catalog });
        return Convert.ToHexStringLower(SHA256.HashData(seed))[..12];
    }

    /// <summary>The stream itself, on its root.</summary>
    public void WriteStream(string root, TimeSpan pollingInterval)
    {
        sink.BeginSubject(_stream, EventStreamNs.EventStream);
        foreach (var (lang, title) in catalog.Title.Values) sink.Literal(DctNs.Title, title, lang);
        sink.Link(EventStreamNs.Shape, EventStreamNs.ActivityShape);
        sink.Link(EventStreamNs.TimestampPath, EventStreamNs.Published);
        sink.Link(EventStreamNs.VersionOfPath, EventStreamNs.Object);
        sink.Link(EventStreamNs.VersionCreateObject, EventStreamNs.Create);
        sink.Link(EventStreamNs.VersionUpdateObject, EventStreamNs.Update);
        sink.Link(EventStreamNs.VersionDeleteObject, EventStreamNs.Delete);
        // No retention policy: every event is kept for good, which is what its absence says (LDES §5).
        sink.Typed(EventStreamNs.PollingInterval, Number((long)pollingInterval.TotalSeconds), Integer);
        sink.Link(EventStreamNs.View, Own(root));
        sink.EndSubject();
    }

    public void WriteNode(string address, bool isClosed, IReadOnlyList<EventStreamChild> children)
    {
        var node = Own(address);
        sink.BeginSubject(node, EventStreamNs.Node);
        if (isClosed) sink.Typed(EventStreamNs.Immutable, "true", Boolean);
        for (var i = 0; i < children.Count; i++)
        {
            sink.Link(EventStreamNs.Relation, node.WithFragment($"from-{Number(i)}"));
            if (children[i].Before is not null) sink.Link(EventStreamNs.Relation, node.WithFragment($"before-{Number(i)}"));
        }
        sink.EndSubject();
        for (var i = 0; i < children.Count; i++)
        {
            WriteRelation(node.WithFragment($"from-{Number(i)}"), EventStreamNs.GreaterThanOrEqualTo, children[i], children[i].From);
            if (children[i].Before is { } before) WriteRelation(node.WithFragment($"before-{Number(i)}"), EventStreamNs.LessThan, children[i], before);
        }
    }

    /// <summary>The catalog's own description, which no entry of the change log is of: the member before all others.</summary>
    /// <param name="page">The public address of the page, without an extension.</param>
    public void WriteCatalog(string page, DateTimeOffset published)
    {
        var member = Own($"{page}#catalog");
        WriteActivity(member, EventStreamNs.Create, Own(Addresses(catalog).Catalog), published);
        sink.BeginGraph(member);
        new DcatAp(sink, catalog).WriteCatalog();
        sink.EndGraph();
    }

    public void WriteEvent(string page, CatalogEvent happened)
    {
        var member = Own($"{page}#{Number(happened.Sequence)}");
        var kind = happened.Kind switch
        {
            CatalogEventKind.Create => EventStreamNs.Create,
            CatalogEventKind.Update => EventStreamNs.Update,
            _ => EventStreamNs.Delete,
        };
        WriteActivity(member, kind, Own(Addresses(catalog).Dataset(happened.Slug)), happened.Published);
        if (happened.Dataset is not { } dataset) return;
        sink.BeginGraph(member);
        var dcat = new DcatAp(sink, catalog);
        dcat.ListInCatalog();
        dcat.WriteDataset(dataset);
        sink.EndGraph();
    }

    private static Iri Integer { get; } = Iri.Of(RdfNames.XsdInteger);

    private static Iri Boolean { get; } = Iri.Of(RdfNames.XsdBoolean);

    private void WriteActivity(Iri member, Iri kind, Iri entity, DateTimeOffset published)
    {
        sink.BeginSubject(_stream);
        sink.Link(EventStreamNs.Member, member);
        sink.EndSubject();
        sink.BeginSubject(member, kind);
        sink.Link(EventStreamNs.Object, entity);
        sink.Typed(EventStreamNs.Published, Instant(published), OtherNs.DateTime);
        sink.EndSubject();
    }

    private void WriteRelation(Iri relation, Iri type, EventStreamChild child, DateTimeOffset value)
    {
        sink.BeginSubject(relation, type);
        sink.Link(EventStreamNs.Path, EventStreamNs.Published);
        sink.Typed(EventStreamNs.Value, Instant(value), OtherNs.DateTime);
        sink.Link(EventStreamNs.NodeOf, Own(child.Address));
        sink.EndSubject();
    }

    private static CatalogAddresses Addresses(DataCatalog catalog) => new(catalog.Url);

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Iri Own(string address) =>
        Iri.TryClean(address, out var iri) ? iri : throw new ArgumentException($"The catalog's url makes no address: '{address}'.");
}
