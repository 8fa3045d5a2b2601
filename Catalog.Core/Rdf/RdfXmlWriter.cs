using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>
/// RDF 1.1 XML Syntax as people write it: an element of its type for each subject, prefixes at the root. A namespace
/// without a prefix is declared where it is used, since the document is not known beforehand. Every property must be one by
/// <see cref="PropertyName.Is"/>; another is a bug of the caller.
/// </summary>
public sealed class RdfXmlWriter : IRdfSink
{
    private readonly RdfOutput _output;
    private readonly RdfContext _context;
    private readonly List<RdfPrefix> _prefixes = [new("rdf", RdfNames.Rdf)];
    private readonly WordCache<Element> _elements = new();
    private readonly string _localPrefix;
    private Iri _subject;
    private Element _node = Description;
    private bool _started;
    private bool _subjectWritten;

    public RdfXmlWriter(Stream stream, RdfContext context)
    {
        _output = new RdfOutput(stream);
        _context = context;
        _prefixes.AddRange(context.Prefixes.Where(p => p.Name != "rdf" && p.Namespace != RdfNames.Rdf));
        _localPrefix = Enumerable.Range(1, int.MaxValue).Select(n => $"ns{n}").First(name => _prefixes.TrueForAll(p => p.Name != name));
    }

    /// <summary>An element: what stands after its &lt;, with the declaration of its prefix where it needs one, and its name.</summary>
    private sealed record Element(byte[] Start, byte[] Name);

    private static Element Description { get; } = Same("rdf:Description");

    private static Element Type { get; } = Same("rdf:type");

    public void BeginSubject(Iri subject, params ReadOnlySpan<Iri> types)
    {
        Start();
        _subject = subject;
        _subjectWritten = false;
        if (types.IsEmpty)
        {
            _node = Description;
            return;
        }
        var isElement = IsNodeElement(types[0]);
        _node = isElement ? ElementOf(types[0]) : Description;
        WriteSubject();
        foreach (var type in isElement ? types[1..] : types) WriteLink(Type, type);
    }

    public void Link(Iri predicate, Iri value)
    {
        WriteSubject();
        WriteLink(ElementOf(predicate), value);
    }

    public void Literal(Iri predicate, string value, string? language = null)
    {
        var element = StartProperty(predicate);
        if (LanguageTag.Clean(language) is { } tag)
        {
            _output.Write(" xml:lang=\""u8);
            _output.Write(tag);
            _output.Write("\""u8);
        }
        WriteValue(element, value);
    }

    public void Typed(Iri predicate, string value, Iri datatype)
    {
        var element = StartProperty(predicate);
        _output.Write(" rdf:datatype=\""u8);
        XmlText.Write(_output, datatype.Value);
        _output.Write("\""u8);
        WriteValue(element, value);
    }

    public void EndSubject()
    {
        if (!_subjectWritten) return;
        _output.Write("  </"u8);
        _output.Write(_node.Name);
        _output.Write(">\n"u8);
    }

    public ValueTask FlushAsync(CancellationToken ct) => _output.FlushAsync(ct);

    public ValueTask CompleteAsync(CancellationToken ct)
    {
        Start();
        _output.Write("</rdf:RDF>\n"u8);
        return _output.CompleteAsync(ct);
    }

    private void Start()
    {
        if (_started) return;
        _started = true;
        _output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rdf:RDF"u8);
        foreach (var prefix in _prefixes)
        {
            _output.Write($"\n    xmlns:{prefix.Name}=\"");
            XmlText.Write(_output, prefix.Namespace);
            _output.Write("\""u8);
        }
        _output.Write(">\n"u8);
    }

    // Some words of RDF itself may not be a node element (§6.1.1), and the others are none to people.
    private static bool IsNodeElement(Iri type) => !type.Value.StartsWith(RdfNames.Rdf, StringComparison.Ordinal) && PropertyName.Is(type);

    private void WriteSubject()
    {
        if (_subjectWritten) return;
        _subjectWritten = true;
        _output.Write("  <"u8);
        _output.Write(_node.Start);
        _output.Write(" rdf:about=\""u8);
        XmlText.Write(_output, _subject.Value);
        _output.Write("\">\n"u8);
    }

    private void WriteLink(Element element, Iri value)
    {
        _output.Write("    <"u8);
        _output.Write(element.Start);
        _output.Write(" rdf:resource=\""u8);
        XmlText.Write(_output, value.Value);
        _output.Write("\"/>\n"u8);
    }

    private Element StartProperty(Iri predicate)
    {
        var element = ElementOf(predicate);
        WriteSubject();
        _output.Write("    <"u8);
        _output.Write(element.Start);
        return element;
    }

    private void WriteValue(Element element, string value)
    {
        _output.Write(">"u8);
        XmlText.Write(_output, RdfText.Clean(value));
        _output.Write("</"u8);
        _output.Write(element.Name);
        _output.Write(">\n"u8);
    }

    private Element ElementOf(Iri iri) => _elements.Find(iri.Value) ?? _elements.Keep(iri.Value, MakeElement(iri));

    private Element MakeElement(Iri iri)
    {
        if (!PropertyName.Is(iri)) throw new ArgumentException($"'{iri}' cannot be a property in RDF/XML.", nameof(iri));
        var at = PropertyName.Split(iri.Value);
        if (iri.Value.StartsWith(RdfNames.Rdf, StringComparison.Ordinal)) return Same($"rdf:{iri.Value.AsSpan(at)}");
        if (_context.Shorten(iri) is { } name) return Same(name);
        var local = $"{_localPrefix}:{iri.Value.AsSpan(at)}";
        var declared = $"{local} xmlns:{_localPrefix}=\"{iri.Value[..at].Replace("&", "&amp;", StringComparison.Ordinal)}\"";
        return new(Encoding.UTF8.GetBytes(declared), Encoding.UTF8.GetBytes(local));
    }

    private static Element Same(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        return new(utf8, utf8);
    }
}
