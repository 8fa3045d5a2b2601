using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Catalog.Core.Rdf.JsonLd;

namespace Catalog.Core.Rdf;

/// <summary>
/// JSON-LD as people write it, with a context of its own: a tree in which each node stands where it is first referred
/// to, and is named by its IRI from then on. The graph is always the one that was given. Nothing but JSON-LD 1.0 is
/// used, so that any reader takes it.
/// <para>
/// What is said between two calls of <see cref="FlushAsync"/> is laid out together and then forgotten: memory is for
/// one dataset. The list that the document is about (<see cref="RdfContext.Members"/>) stays open across those calls; it
/// is the last member of its object, so nothing can be said of that node after its list has begun without beginning
/// another object for it.
/// </para>
/// </summary>
public sealed class JsonLdWriter : IQuadSink
{
    /// <summary>Relaxed: the document is served as JSON, never inside HTML, and Spanish must stay readable.</summary>
    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonWriterOptions Options = new() { Encoder = Encoder, Indented = true, NewLine = "\n" };

    private readonly Stream _stream;
    private readonly RdfContext _context;
    private readonly ArrayBufferWriter<byte> _buffer = new(TurtleWriter.FlushThreshold * 2);
    private readonly Utf8JsonWriter _json;
    private readonly NodeBatch _batch;
    private readonly NodeWriter _nodes;
    private readonly RdfTerm? _members;
    private bool _started;

    /// <summary>The object that has not been closed yet, and how far it is.</summary>
    private Iri _open;
    private OpenState _state;

    public JsonLdWriter(Stream stream, RdfContext context)
    {
        _stream = stream;
        _context = context;
        _json = new Utf8JsonWriter(_buffer, Options);
        _batch = new NodeBatch(context);
        _nodes = new NodeWriter(_json, _batch);
        _members = context.Members is { } members && context.TermOf(members) is { Kind: TermKind.Link } term ? term : null;
    }

    private enum OpenState
    {
        Nothing,

        /// <summary>An object that may yet have its list.</summary>
        Object,

        /// <summary>The list, and the object around it.</summary>
        List,
    }

    // JSON-LD 1.1 §4.9: a node whose @graph holds the nodes of the graph that it names.
    public void BeginGraph(Iri graph)
    {
        Start();
        WriteBatch();
        Close();
        _json.WriteStartObject();
        _json.WriteString("@id", graph.Value);
        _json.WriteStartArray("@graph");
    }

    public void EndGraph()
    {
        WriteBatch();
        Close();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public void BeginSubject(Iri subject, params ReadOnlySpan<Iri> types) => _batch.Begin(subject, types);

    public void Link(Iri predicate, Iri value) => _batch.Add(predicate, new WrittenValue(TermKind.Link, value.Value, null, default, default));

    public void Literal(Iri predicate, string value, string? language = null)
    {
        var tag = LanguageTag.Clean(language);
        _batch.Add(predicate, new WrittenValue(tag is null ? TermKind.Plain : TermKind.LanguageMap, RdfText.Clean(value), tag, default, default));
    }

    public void Typed(Iri predicate, string value, Iri datatype) =>
        _batch.Add(predicate, new WrittenValue(TermKind.Typed, RdfText.Clean(value), null, _batch.NameOf(datatype), datatype));

    public void EndSubject()
    {
        // A subject may come again, and what it refers to comes later: nodes are laid out when the batch is whole.
    }

    public ValueTask FlushAsync(CancellationToken ct)
    {
        WriteBatch();
        return _json.BytesPending + _buffer.WrittenCount < TurtleWriter.FlushThreshold ? ValueTask.CompletedTask : WriteOutAsync(ct);
    }

    public async ValueTask CompleteAsync(CancellationToken ct)
    {
        Start();
        WriteBatch();
        Close();
        _json.WriteEndArray();
        _json.WriteEndObject();
        await WriteOutAsync(ct);
        await _stream.FlushAsync(ct);
    }

    private async ValueTask WriteOutAsync(CancellationToken ct)
    {
        _json.Flush();
        await _stream.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }

    private void WriteBatch()
    {
        if (_batch.Nodes.Length == 0) return;
        Start();
        var root = _batch.RootOf(_members?.Property, _open);
        _batch.Connect(root);
        if (root is not null) WriteMembers(root);
        foreach (var node in _batch.Nodes)
            if (!node.IsWritten && !node.IsReferred && !node.IsHosted) WriteTop(node);
        // What is left refers to each other in a circle, or was too deep.
        foreach (var node in _batch.Nodes)
            if (!node.IsWritten) WriteTop(node);
        _batch.Clear();
    }

    private void WriteMembers(WrittenNode root)
    {
        var goesOn = _state != OpenState.Nothing && _open == root.Subject && SaysNothingElse(root);
        if (!goesOn)
        {
            Close();
            _nodes.WriteOpen(root, _members!.Property, 0);
            _open = root.Subject;
            _state = OpenState.Object;
        }
        root.IsWritten = true;
        if (_state == OpenState.Object)
        {
            _json.WriteStartArray(_members!.Name);
            _state = OpenState.List;
        }
        foreach (var group in root.Groups)
        {
            if (group.Property.Iri != _members!.Property) continue;
            for (var at = group.First; at >= 0; at = _batch.Value(at).Next) _nodes.WriteLink(ref _batch.Value(at), 1);
        }
    }

    /// <summary>Whether all that the batch says of the root can be said in its list.</summary>
    private bool SaysNothingElse(WrittenNode root)
    {
        if (root.Types.Count > 0 || root.Hosted.Count > 0) return false;
        foreach (var group in root.Groups)
        {
            if (group.Property.Iri == _members!.Property) continue;
            for (var at = group.First; at >= 0; at = _batch.Value(at).Next)
                if (!_batch.Value(at).IsSaidByTarget) return false;
        }
        return true;
    }

    private void WriteTop(WrittenNode node)
    {
        if (node.SaysNothing) return;
        Close();
        _nodes.WriteOpen(node, null, 0);
        // One that has a list already cannot have it again.
        _open = node.Groups.Exists(g => g.Property.Iri == _members?.Property) ? default : node.Subject;
        _state = OpenState.Object;
    }

    private void Close()
    {
        if (_state == OpenState.List) _json.WriteEndArray();
        if (_state != OpenState.Nothing) _json.WriteEndObject();
        _state = OpenState.Nothing;
        _open = default;
    }

    private void Start()
    {
        if (_started) return;
        _started = true;
        _json.WriteStartObject();
        _json.WriteStartObject("@context");
        foreach (var prefix in _context.Prefixes) _json.WriteString(prefix.Name, prefix.Namespace);
        foreach (var term in _context.Terms) WriteTerm(term);
        _json.WriteEndObject();
        _json.WriteStartArray("@graph");
    }

    private void WriteTerm(RdfTerm term)
    {
        var name = _context.Shorten(term.Property) ?? term.Property.Value;
        if (term.Kind == TermKind.Plain)
        {
            _json.WriteString(term.Name, name);
            return;
        }
        _json.WriteStartObject(term.Name);
        _json.WriteString(term.Kind == TermKind.Reverse ? "@reverse" : "@id", name);
        if (term.Kind == TermKind.LanguageMap) _json.WriteString("@container", "@language");
        else _json.WriteString("@type", term.Kind == TermKind.Typed ? _context.Shorten(term.Datatype!.Value) ?? term.Datatype.Value.Value : "@id");
        _json.WriteEndObject();
    }
}
