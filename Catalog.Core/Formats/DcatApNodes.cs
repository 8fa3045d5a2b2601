using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>
/// What a document must say about the IRIs it refers to. The canonical SHACL of DCAT-AP 3.0.1 checks the class of
/// every referenced IRI within the document, so each carries its type there. Nodes wait until the subject at hand
/// ends, and are written once in a document: those of authority tables and of this catalog for the whole document,
/// those that a dataset alone can name for that dataset, so that memory does not grow with the catalog.
/// </summary>
internal sealed class DcatApNodes(IRdfSink sink)
{
    private readonly HashSet<(Iri, Iri)> _inDocument = [];
    private readonly HashSet<(Iri, Iri)> _inDataset = [];
    private readonly List<Node> _pending = [];

    private readonly record struct Node(Iri Iri, Iri Type, Iri[] Names, Text Text, Iri? Scheme)
    {
        public string? Notation { get; init; }
    }

    /// <summary>An IRI of an authority table or of this catalog's own: its type alone.</summary>
    public Iri Code(Iri iri, Iri type) => Add(_inDocument, new(iri, type, [], Text.Empty, null));

    /// <summary>skos:Concept needs a name (DCAT-AP 3.0.1) and its scheme (DCAT-US 3).</summary>
    /// <param name="notation">Its code in the scheme, where that is not the end of its IRI.</param>
    public Iri Concept(Iri iri, Text name, Iri scheme, string? notation = null) =>
        Add(_inDocument, new(iri, AgentNs.Concept, [AgentNs.PrefLabel], name, scheme) { Notation = notation });

    public Iri Scheme(Iri iri, Text title) => Add(_inDocument, new(iri, AgentNs.ConceptScheme, [DctNs.Title], title, null));

    /// <summary>A series is known by name only; DCAT-AP wants a title and a description of it.</summary>
    public Iri Series(Iri iri, Text title) =>
        Add(_inDocument, new(iri, DcatNs.DatasetSeries, [DctNs.Title, DctNs.Description], title, null));

    /// <summary>Something that the dataset refers to, with its type alone.</summary>
    public Iri Local(Iri iri, Iri type) => Add(_inDataset, new(iri, type, [], Text.Empty, null));

    public Iri Local(Iri iri, Iri type, Iri nameProperty, Text name) => Add(_inDataset, new(iri, type, [nameProperty], name, null));

    /// <summary>
    /// A page. Its title is its address: the same page may be named by many datasets, and one document with many titles
    /// would say something untrue.
    /// </summary>
    public Iri Document(Iri iri) => Local(iri, AgentNs.Document, DctNs.Title, Text.Of("", iri.Value));

    /// <summary>True the first time that a node of this document is met.</summary>
    public bool IsNew(Iri iri, Iri type) => _inDocument.Add((iri, type));

    public bool Has(Iri iri, Iri type) => _inDocument.Contains((iri, type));

    public void ForgetDataset() => _inDataset.Clear();

    public void Drain()
    {
        foreach (var node in _pending)
        {
            sink.BeginSubject(node.Iri, node.Type);
            foreach (var name in node.Names)
                foreach (var (language, value) in node.Text.Values) sink.Literal(name, value, language);
            if (node.Scheme is { } scheme) sink.Link(AgentNs.InScheme, scheme);
            if (!string.IsNullOrWhiteSpace(node.Notation)) sink.Literal(AgentNs.Notation, node.Notation.Trim());
            sink.EndSubject();
        }
        _pending.Clear();
    }

    private Iri Add(HashSet<(Iri, Iri)> seen, Node node)
    {
        var key = (node.Iri, node.Type);
        if (!_inDocument.Contains(key) && seen.Add(key)) _pending.Add(node);
        return node.Iri;
    }
}
