using System.Text;
using System.Xml;

namespace Catalog.Core.Rdf;

/// <summary>
/// RDF 1.1 XML Syntax over an XmlReader, in one pass. Every method that reads an element begins on its start tag and
/// ends on its end tag (on the tag itself when it is empty), so a broken element can always be skipped.
/// <list type="bullet">
/// <item>Entities that the document itself declares are expanded, within <see cref="Limits.MaxXmlEntityCharacters"/>;
/// nothing outside of it is ever read, and attributes that only its DTD gives are ignored.</item>
/// <item>A lenient reading finds RDF inside other XML too, as catalog services (CSW) wrap it: every rdf:RDF and every
/// DCAT element within foreign elements is read by itself, with blank nodes and rdf:IDs of its own.</item>
/// <item>Blank space is allowed where an element must be empty: people indent end tags.</item>
/// </list>
/// </summary>
internal sealed partial class RdfXmlReader
{
    private const string Dcat = "http://www.w3.org/ns/dcat#";

    private readonly RdfReadOptions _options;
    private readonly QuadHandler _onQuad;
    private readonly CancellationToken _ct;
    private readonly BoundedStream _source;
    private readonly XmlReader _xml;
    private readonly RdfErrorLog _errors;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly string _rdf;
    private readonly string _xmlNamespace;
    private readonly string _xmlnsNamespace;
    private RdfError? _failure;
    private long _quads;
    private long _blanks;
    private int _fragment;

    private RdfXmlReader(Stream stream, RdfReadOptions options, QuadHandler onQuad, CancellationToken ct)
    {
        _options = options;
        _onQuad = onQuad;
        _ct = ct;
        _errors = new RdfErrorLog(options.Limits.MaxRdfErrors);
        _source = new BoundedStream(stream);
        var names = new BoundedNameTable(options.Limits.MaxXmlNames);
        _rdf = names.Add(RdfNames.Rdf);
        _xmlNamespace = names.Add("http://www.w3.org/XML/1998/namespace");
        _xmlnsNamespace = names.Add("http://www.w3.org/2000/xmlns/");
        // The encodings that XML declarations of this world name; without the provider only UTF and Latin-1 are known.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _source.Allow(options.Limits.MaxXmlTagBytes);
        _xml = XmlReader.Create(_source, new XmlReaderSettings
        {
            NameTable = names,
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = options.Limits.MaxXmlEntityCharacters,
        });
    }

    /// <summary>What an element inherits.</summary>
    private readonly record struct Scope(string? Base, string? Language);

    public static RdfReadResult Read(Stream stream, RdfReadOptions options, QuadHandler onQuad, CancellationToken ct)
    {
        RdfXmlReader reader;
        try
        {
            reader = new RdfXmlReader(stream, options, onQuad, ct);
        }
        catch (XmlException e)
        {
            return new RdfReadResult { Quads = 0, Failure = NotXml(e) };
        }
        reader.ReadDocument();
        return new RdfReadResult { Quads = reader._quads, Failure = reader._failure, Skipped = reader._errors.Errors, SkippedCount = reader._errors.Count };
    }

    private void ReadDocument()
    {
        try
        {
            var scope = new Scope(_options.BaseIri, null);
            while (Advance())
                if (_xml.NodeType == XmlNodeType.Element) ReadRoot(scope);
        }
        catch (XmlException e)
        {
            _failure ??= NotXml(e);
        }
        catch (XmlBoundException e)
        {
            _failure ??= ErrorHere(RdfErrorCodes.LimitExceeded, e.Message);
        }
    }

    private void ReadRoot(Scope scope)
    {
        if (!_options.Lenient || IsRdf("RDF") || IsNodeOutside())
        {
            ReadFragment(scope);
            return;
        }
        var root = ErrorHere(RdfErrorCodes.Syntax, $"Expected rdf:RDF, or a DCAT element anywhere, but found only {Described()} and what is in it.");
        if (!SearchWithin(scope) && _failure is null) _failure = root;
    }

    /// <summary>Looks for RDF in an element that is none. Whether there was any.</summary>
    private bool SearchWithin(Scope outer)
    {
        if (ReadTag(outer, Place.Foreign) is not { } tag || tag.IsEmpty) return false;
        var found = false;
        while (Advance() && _xml.NodeType != XmlNodeType.EndElement)
        {
            if (_xml.NodeType != XmlNodeType.Element) continue;
            if (IsRdf("RDF") || IsNodeOutside())
            {
                found = true;
                ReadFragment(tag.Scope);
            }
            else
            {
                found |= SearchWithin(tag.Scope);
            }
        }
        return found;
    }

    /// <summary>A node element that no rdf:RDF is around (§2.6): of DCAT's classes, or marked as one by an attribute of RDF.</summary>
    private bool IsNodeOutside() =>
        IsRdf("Description")
        || (_xml.NamespaceURI == Dcat && char.IsAsciiLetterUpper(_xml.LocalName[0]))
        || _xml.GetAttribute("about", RdfNames.Rdf) is not null;

    private void ReadFragment(Scope scope)
    {
        _fragment++;
        _ids.Clear();
        if (!IsRdf("RDF"))
        {
            ReadNode(scope);
        }
        else if (ReadTag(scope, Place.Root) is { IsEmpty: false } tag)
        {
            while (Advance() && _xml.NodeType != XmlNodeType.EndElement)
            {
                if (_xml.NodeType == XmlNodeType.Element) ReadNode(tag.Scope);
                else RefuseText("a node element");
            }
        }
    }

    // §7.2.11.
    private void ReadNode(Scope outer)
    {
        if (OpenNode(outer, out var tag) is { } subject) ReadProperties(subject, tag);
        else Skip();
    }

    /// <summary>Reads the start tag of a node and what it says; null when it is broken.</summary>
    private RdfNode? OpenNode(Scope outer, out Tag tag)
    {
        tag = default;
        _ct.ThrowIfCancellationRequested();
        RdfNode? type = null;
        if (!IsRdf("Description"))
        {
            if (IsRdfNamespace() && (_xml.LocalName == "li" || IsSyntaxWord(_xml.LocalName)))
                return Refuse(RdfErrorCodes.Syntax, $"Expected a node element but found {Described()}, which may not be one.");
            type = NameOfElement();
            if (type is null) return null;
        }
        if (ReadTag(outer, Place.Node) is not { } read) return null;
        tag = read;
        if (SubjectOf(tag) is not { } subject) return null;
        if (type is not null) Emit(subject, Nodes.Type, type);
        return EmitAttributes(subject, tag) ? subject : null;
    }

    private RdfNode? SubjectOf(in Tag tag)
    {
        if ((tag.Id is null ? 0 : 1) + (tag.About is null ? 0 : 1) + (tag.NodeId is null ? 0 : 1) > 1)
            return Refuse(RdfErrorCodes.Syntax, $"Expected one of rdf:about, rdf:ID and rdf:nodeID on {Described()} but found several.");
        if (tag.About is not null) return IriOf(tag.About, tag.Scope.Base);
        if (tag.Id is not null) return IdOf(tag.Id, tag.Scope.Base);
        return tag.NodeId is not null ? BlankOf(tag.NodeId) : NewBlank();
    }

    // §7.2.13.
    private void ReadProperties(RdfNode subject, in Tag tag)
    {
        if (tag.IsEmpty) return;
        var members = 0;
        while (Advance() && _xml.NodeType != XmlNodeType.EndElement)
        {
            if (_xml.NodeType == XmlNodeType.Element) ReadProperty(subject, tag.Scope, ref members);
            else RefuseText("a property element");
        }
    }

    private bool EmitAttributes(RdfNode subject, in Tag tag)
    {
        foreach (var (predicate, value) in tag.Properties)
        {
            // §7.2.11: rdf:type as an attribute names the type; every other attribute is a literal.
            if (!ReferenceEquals(predicate, Nodes.Type)) Emit(subject, predicate, TextOf(value, tag.Scope.Language));
            else if (IriOf(value, tag.Scope.Base) is { } type) Emit(subject, predicate, type);
            else return false;
        }
        return true;
    }

    private bool Advance()
    {
        if (_failure is not null) return false;
        _source.Allow(_options.Limits.MaxXmlTagBytes);
        if (!_xml.Read()) return false;
        if (_xml.NodeType != XmlNodeType.Element || _xml.Depth < _options.Limits.MaxRdfDepth) return true;
        _failure = ErrorHere(RdfErrorCodes.LimitExceeded, $"Expected at most {_options.Limits.MaxRdfDepth} elements within each other but found more.");
        return false;
    }

    /// <summary>To the end of the element at hand.</summary>
    private void Skip()
    {
        _xml.MoveToElement();
        if (_xml.NodeType != XmlNodeType.Element || _xml.IsEmptyElement) return;
        var depth = _xml.Depth;
        while (Advance() && (_xml.NodeType != XmlNodeType.EndElement || _xml.Depth != depth))
        {
        }
    }

    private void Emit(RdfNode subject, RdfNode predicate, RdfNode value)
    {
        _quads++;
        _onQuad(new Quad(subject, predicate, value));
    }

    private bool IsRdfNamespace() => ReferenceEquals(_xml.NamespaceURI, _rdf);

    private bool IsRdf(string name) => IsRdfNamespace() && _xml.LocalName == name;
}
