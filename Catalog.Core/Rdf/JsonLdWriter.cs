using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Catalog.Core.Rdf;

/// <summary>
/// JSON-LD 1.1 with a context of its own and flat nodes under <c>@graph</c>. A property is written under its term when
/// all its values are of the term's kind, else under its full name with the values spelled out, so that the graph is
/// always the one that was given and common data look as people write them.
/// </summary>
public sealed class JsonLdWriter : IQuadSink
{
    /// <summary>Relaxed: the document is served as JSON, never inside HTML, and Spanish must stay readable.</summary>
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    private readonly Stream _stream;
    private readonly RdfContext _context;
    private readonly ArrayBufferWriter<byte> _buffer = new(TurtleWriter.FlushThreshold * 2);
    private readonly Utf8JsonWriter _json;
    private readonly List<Value> _values = [];
    private readonly Dictionary<Iri, int> _order = [];
    private readonly List<string> _types = [];
    private Iri _subject;
    private bool _started;

    public JsonLdWriter(Stream stream, RdfContext context)
    {
        _stream = stream;
        _context = context;
        _json = new Utf8JsonWriter(_buffer, Options);
    }

    /// <summary>A value of the subject at hand. A subject is small; only within it are values regrouped by property.</summary>
    private readonly record struct Value(int Order, Iri Predicate, TermKind Kind, string Text, string? Language, Iri Datatype);

    // JSON-LD 1.1 §4.9: a node whose @graph holds the nodes of the graph that it names.
    public void BeginGraph(Iri graph)
    {
        Start();
        _json.WriteStartObject();
        _json.WriteString("@id", graph.Value);
        _json.WriteStartArray("@graph");
    }

    public void EndGraph()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public void BeginSubject(Iri subject, params ReadOnlySpan<Iri> types)
    {
        Start();
        _subject = subject;
        _values.Clear();
        _order.Clear();
        _types.Clear();
        foreach (var type in types) _types.Add(NameOf(type));
    }

    public void Link(Iri predicate, Iri value) => Add(predicate, TermKind.Link, value.Value, null, default);

    public void Literal(Iri predicate, string value, string? language = null)
    {
        var tag = LanguageTag.Clean(language);
        Add(predicate, tag is null ? TermKind.Plain : TermKind.LanguageMap, RdfText.Clean(value), tag, default);
    }

    public void Typed(Iri predicate, string value, Iri datatype) =>
        Add(predicate, TermKind.Typed, RdfText.Clean(value), null, datatype);

    public void EndSubject()
    {
        if (_types.Count == 0 && _values.Count == 0) return;
        _json.WriteStartObject();
        _json.WriteString("@id", _subject.Value);
        if (_types.Count > 0)
        {
            _json.WritePropertyName("@type");
            WriteOneOrMany(_types, _json.WriteStringValue);
        }
        foreach (var property in _values.GroupBy(v => v.Order).OrderBy(g => g.Key)) WriteProperty([.. property]);
        _json.WriteEndObject();
    }

    public ValueTask FlushAsync(CancellationToken ct) =>
        _json.BytesPending + _buffer.WrittenCount < TurtleWriter.FlushThreshold ? ValueTask.CompletedTask : WriteOutAsync(ct);

    public async ValueTask CompleteAsync(CancellationToken ct)
    {
        Start();
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

    private void Add(Iri predicate, TermKind kind, string text, string? language, Iri datatype)
    {
        if (!_order.TryGetValue(predicate, out var order)) _order.Add(predicate, order = _order.Count);
        _values.Add(new Value(order, predicate, kind, text, language, datatype));
    }

    private void WriteProperty(List<Value> values)
    {
        var term = _context.TermOf(values[0].Predicate);
        if (term is null || !values.TrueForAll(v => v.Kind == term.Kind && (v.Kind != TermKind.Typed || v.Datatype == term.Datatype)))
        {
            _json.WritePropertyName(NameOf(values[0].Predicate));
            WriteOneOrMany(values, WriteSpelledOut);
        }
        else if (term.Kind == TermKind.LanguageMap)
        {
            _json.WriteStartObject(term.Name);
            foreach (var language in values.GroupBy(v => v.Language!))
            {
                _json.WritePropertyName(language.Key);
                WriteOneOrMany([.. language.Select(v => v.Text)], _json.WriteStringValue);
            }
            _json.WriteEndObject();
        }
        else
        {
            _json.WritePropertyName(term.Name);
            WriteOneOrMany(values, v => _json.WriteStringValue(v.Text));
        }
    }

    private void WriteSpelledOut(Value value)
    {
        if (value.Kind == TermKind.Plain)
        {
            _json.WriteStringValue(value.Text);
            return;
        }
        _json.WriteStartObject();
        if (value.Kind == TermKind.Link)
        {
            _json.WriteString("@id", value.Text);
        }
        else
        {
            if (value.Kind == TermKind.Typed) _json.WriteString("@type", NameOf(value.Datatype));
            else _json.WriteString("@language", value.Language);
            _json.WriteString("@value", value.Text);
        }
        _json.WriteEndObject();
    }

    private void WriteOneOrMany<T>(List<T> values, Action<T> write)
    {
        if (values.Count != 1) _json.WriteStartArray();
        foreach (var value in values) write(value);
        if (values.Count != 1) _json.WriteEndArray();
    }

    private string NameOf(Iri iri) => _context.Shorten(iri) ?? iri.Value;

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
        if (term.Kind == TermKind.Plain)
        {
            _json.WriteString(term.Name, NameOf(term.Property));
            return;
        }
        _json.WriteStartObject(term.Name);
        _json.WriteString("@id", NameOf(term.Property));
        if (term.Kind == TermKind.LanguageMap) _json.WriteString("@container", "@language");
        else _json.WriteString("@type", term.Kind == TermKind.Link ? "@id" : NameOf(term.Datatype!.Value));
        _json.WriteEndObject();
    }
}
