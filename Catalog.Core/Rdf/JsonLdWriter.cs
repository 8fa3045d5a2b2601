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
    private readonly List<Property> _properties = [];
    private readonly Dictionary<Word, int> _places = [];
    private readonly WordCache<Word> _words = new();
    private readonly List<Word> _types = [];
    private Iri _subject;
    private bool _started;

    public JsonLdWriter(Stream stream, RdfContext context)
    {
        _stream = stream;
        _context = context;
        _json = new Utf8JsonWriter(_buffer, Options);
    }

    /// <summary>What a property, type or datatype is called: its term where it has one, and its short or full name.</summary>
    private sealed record Word(string Iri, RdfTerm? Term, JsonEncodedText TermName, JsonEncodedText Name)
    {
        // One object for each that is in use; equal by IRI for those that were pushed out and made again.
        public bool Equals(Word? other) => ReferenceEquals(this, other) || Iri == other?.Iri;

        public override int GetHashCode() => Iri.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>
    /// A value of the subject at hand, and where the next one of its property is. A subject is small; only within it are
    /// values regrouped by property.
    /// </summary>
    private readonly record struct Value(TermKind Kind, string Text, string? Language, Word? Datatype)
    {
        public int Next { get; init; } = -1;
    }

    /// <summary>A property of the subject at hand and its first and last value.</summary>
    private readonly record struct Property(Word Word, int First, int Last, int Count, bool FitsTerm);

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
        _properties.Clear();
        _places.Clear();
        _types.Clear();
        foreach (var type in types) _types.Add(WordOf(type));
    }

    public void Link(Iri predicate, Iri value) => Add(predicate, new Value(TermKind.Link, value.Value, null, null));

    public void Literal(Iri predicate, string value, string? language = null)
    {
        var tag = LanguageTag.Clean(language);
        Add(predicate, new Value(tag is null ? TermKind.Plain : TermKind.LanguageMap, RdfText.Clean(value), tag, null));
    }

    public void Typed(Iri predicate, string value, Iri datatype) =>
        Add(predicate, new Value(TermKind.Typed, RdfText.Clean(value), null, WordOf(datatype)));

    public void EndSubject()
    {
        if (_types.Count == 0 && _values.Count == 0) return;
        _json.WriteStartObject();
        _json.WriteString("@id"u8, _subject.Value);
        if (_types.Count > 0)
        {
            _json.WritePropertyName("@type"u8);
            if (_types.Count > 1) _json.WriteStartArray();
            foreach (var type in _types) _json.WriteStringValue(type.Name);
            if (_types.Count > 1) _json.WriteEndArray();
        }
        foreach (var property in _properties) WriteProperty(property);
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

    private void Add(Iri predicate, Value value)
    {
        var word = WordOf(predicate);
        var fits = word.Term is { } term && term.Kind == value.Kind && (value.Datatype is null || term.Datatype?.Value == value.Datatype.Iri);
        var at = _values.Count;
        _values.Add(value);
        // Values of one property mostly come together.
        var place = _properties.Count - 1;
        if (place < 0 || !_properties[place].Word.Equals(word))
        {
            if (!_places.TryGetValue(word, out place))
            {
                _places.Add(word, _properties.Count);
                _properties.Add(new Property(word, at, at, 1, fits));
                return;
            }
        }
        var property = _properties[place];
        _values[property.Last] = _values[property.Last] with { Next = at };
        _properties[place] = property with { Last = at, Count = property.Count + 1, FitsTerm = property.FitsTerm && fits };
    }

    private void WriteProperty(Property property)
    {
        _json.WritePropertyName(property.FitsTerm ? property.Word.TermName : property.Word.Name);
        if (property.FitsTerm && property.Word.Term!.Kind == TermKind.LanguageMap)
        {
            WriteLanguages(property);
            return;
        }
        if (property.Count > 1) _json.WriteStartArray();
        for (var at = property.First; at >= 0; at = _values[at].Next)
        {
            if (property.FitsTerm) _json.WriteStringValue(_values[at].Text);
            else WriteSpelledOut(_values[at]);
        }
        if (property.Count > 1) _json.WriteEndArray();
    }

    private void WriteLanguages(Property property)
    {
        _json.WriteStartObject();
        if (property.Count == 1)
        {
            _json.WriteString(_values[property.First].Language!, _values[property.First].Text);
        }
        else
        {
            foreach (var language in ValuesOf(property).GroupBy(v => v.Language!))
            {
                var texts = language.ToList();
                _json.WritePropertyName(language.Key);
                if (texts.Count > 1) _json.WriteStartArray();
                foreach (var text in texts) _json.WriteStringValue(text.Text);
                if (texts.Count > 1) _json.WriteEndArray();
            }
        }
        _json.WriteEndObject();
    }

    private IEnumerable<Value> ValuesOf(Property property)
    {
        for (var at = property.First; at >= 0; at = _values[at].Next) yield return _values[at];
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
            _json.WriteString("@id"u8, value.Text);
        }
        else
        {
            if (value.Datatype is { } datatype) _json.WriteString("@type"u8, datatype.Name);
            else _json.WriteString("@language"u8, value.Language);
            _json.WriteString("@value"u8, value.Text);
        }
        _json.WriteEndObject();
    }

    private Word WordOf(Iri iri) => _words.Find(iri.Value) ?? _words.Keep(iri.Value, MakeWord(iri));

    private Word MakeWord(Iri iri)
    {
        var term = _context.TermOf(iri);
        return new Word(iri.Value, term, term is null ? default : JsonEncodedText.Encode(term.Name, Options.Encoder), JsonEncodedText.Encode(NameOf(iri), Options.Encoder));
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
