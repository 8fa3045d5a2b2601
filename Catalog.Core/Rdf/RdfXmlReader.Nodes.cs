using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;

namespace Catalog.Core.Rdf;

/// <content>The terms of the triples, and errors.</content>
internal sealed partial class RdfXmlReader
{
    /// <summary>IRIs and names kept, to be the same object when they come again. 16,384: vocabularies have hundreds.</summary>
    private const int MaxKept = 16 * 1024;

    /// <summary>Characters of the longest IRI kept. 512, so that all that are kept take 16 MB at most.</summary>
    private const int MaxKeptLength = 512;

    // RFC 3987 §2.2: what no IRI holds, as in Turtle.
    private static readonly SearchValues<char> NotInIri = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (char)c), .. "<>\"{}|^`\\"]);

    private readonly Dictionary<string, RdfNode> _iris = [];
    private readonly Dictionary<(string, string), RdfNode> _names = new(new SameStrings());

    /// <summary>The words of RDF itself.</summary>
    private static class Nodes
    {
        public static readonly RdfNode Type = RdfNode.OfIri(RdfNames.Type);
        public static readonly RdfNode First = RdfNode.OfIri(RdfNames.First);
        public static readonly RdfNode Rest = RdfNode.OfIri(RdfNames.Rest);
        public static readonly RdfNode Nil = RdfNode.OfIri(RdfNames.Nil);
        public static readonly RdfNode Statement = RdfNode.OfIri(RdfNames.Rdf + "Statement");
        public static readonly RdfNode Subject = RdfNode.OfIri(RdfNames.Rdf + "subject");
        public static readonly RdfNode Predicate = RdfNode.OfIri(RdfNames.Rdf + "predicate");
        public static readonly RdfNode Object = RdfNode.OfIri(RdfNames.Rdf + "object");
    }

    /// <summary>By identity: an XmlReader gives one string object for each name.</summary>
    private sealed class SameStrings : IEqualityComparer<(string, string)>
    {
        public bool Equals((string, string) x, (string, string) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((string, string) names) => HashCode.Combine(RuntimeHelpers.GetHashCode(names.Item1), RuntimeHelpers.GetHashCode(names.Item2));
    }

    /// <summary>The IRI that the name of the element or attribute at hand stands for (§6.1.2).</summary>
    private RdfNode? NameOfElement()
    {
        var key = (_xml.NamespaceURI, _xml.LocalName);
        if (_names.TryGetValue(key, out var known)) return known;
        if (key.NamespaceURI.Length == 0) return Refuse(RdfErrorCodes.Syntax, $"Expected an element with a namespace but found {Described()}.");
        var iri = key.NamespaceURI + key.LocalName;
        if (iri == RdfNames.Type) return _names[key] = Nodes.Type;
        return CheckedIri(iri) is not { } node ? null : _names.Count < MaxKept ? _names[key] = node : node;
    }

    private RdfNode? IriOf(string reference, string? baseIri)
    {
        var isAbsolute = IriReference.IsAbsolute(reference);
        if (isAbsolute && _iris.TryGetValue(reference, out var known)) return known;
        // What cannot be resolved is refused for its being relative.
        var iri = isAbsolute ? IriReference.WithoutDots(reference) : baseIri is null ? reference : IriReference.Resolve(baseIri, reference);
        if (!isAbsolute && _iris.TryGetValue(iri, out known)) return known;
        return CheckedIri(iri) is not { } node ? null : Keep(isAbsolute ? reference : iri, node);
    }

    private RdfNode? CheckedIri(string iri)
    {
        if (iri.Length > _options.Limits.MaxRdfIriLength)
            return Refuse(RdfErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"Expected an IRI of at most {_options.Limits.MaxRdfIriLength} characters but found a longer one."));
        var odd = !IriReference.IsAbsolute(iri) ? "is relative, with nothing to resolve it against"
            : iri.AsSpan().ContainsAny(NotInIri) ? "holds characters that none may hold" : null;
        return odd is null || Odd(RdfErrorCodes.BadIri, $"Expected an IRI but found '{Short(iri)}', which {odd}.") ? RdfNode.OfIri(iri) : null;
    }

    private RdfNode Keep(string key, RdfNode node)
    {
        if (key.Length > MaxKeptLength) return node;
        if (_iris.Count >= MaxKept) _iris.Clear();
        _iris[key] = node;
        return node;
    }

    // §7.2.22: an rdf:ID names once, whatever its base is.
    private RdfNode? IdOf(string id, string? baseIri)
    {
        if (!IsNCName(id) && !Odd(RdfErrorCodes.Syntax, $"Expected a name as rdf:ID but found '{Short(id)}'.")) return null;
        if (IriOf("#" + id, baseIri) is not { } iri) return null;
        if (_ids.Count >= _options.Limits.MaxRdfBlankNodes && !_ids.Contains(iri.Value))
            return Refuse(RdfErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"Expected at most {_options.Limits.MaxRdfBlankNodes} rdf:IDs but found more."));
        return _ids.Add(iri.Value) || Odd(RdfErrorCodes.Syntax, $"Expected an rdf:ID that was not given before but found '{Short(id)}' again.") ? iri : null;
    }

    /// <summary>
    /// The label is made of the name, so that no name need be remembered; each fragment of a document has its own.
    /// </summary>
    private RdfNode? BlankOf(string name)
    {
        if (name.Length > _options.Limits.MaxRdfIriLength)
            return Refuse(RdfErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"Expected a name of at most {_options.Limits.MaxRdfIriLength} characters but found a longer one."));
        if (!IsNCName(name) && !Odd(RdfErrorCodes.Syntax, $"Expected a name as rdf:nodeID but found '{Short(name)}'.")) return null;
        return RdfNode.OfBlank(string.Create(CultureInfo.InvariantCulture, $"n{_fragment}_{XmlConvert.EncodeLocalName(name)}"));
    }

    private RdfNode NewBlank() => RdfNode.OfBlank("b" + (++_blanks).ToString(CultureInfo.InvariantCulture));

    private static RdfNode TextOf(string value, string? language) => language is null ? RdfNode.OfText(value) : RdfNode.OfText(value, language);

    private static bool IsNCName(string text)
    {
        if (text.Length == 0 || !XmlConvert.IsStartNCNameChar(text[0])) return false;
        foreach (var c in text)
            if (!XmlConvert.IsNCNameChar(c)) return false;
        return true;
    }

    /// <summary>What stands here is wrong: a strict reading ends, a lenient one goes on without it. Always null.</summary>
    private RdfNode? Refuse(string code, string message)
    {
        if (_failure is not null) return null;
        if (_options.Lenient) _errors.Add(ErrorHere(code, message));
        else _failure = ErrorHere(code, message);
        return null;
    }

    /// <summary>What stands here is wrong, but its meaning is clear. Whether the reading may go on with it.</summary>
    private bool Odd(string code, string message)
    {
        _ = Refuse(code, message);
        return _options.Lenient && _failure is null;
    }

    private void RefuseText(string expected)
    {
        if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            _ = Refuse(RdfErrorCodes.Syntax, $"Expected {expected} but found text.");
    }

    private RdfError ErrorHere(string code, string message) =>
        new() { Code = code, Message = message, Line = (_xml as IXmlLineInfo)?.LineNumber ?? 0, Column = (_xml as IXmlLineInfo)?.LinePosition ?? 0 };

    private static RdfError NotXml(XmlException e)
    {
        // The place is told apart; .NET's own messages are always English.
        var end = e.Message.IndexOf(" Line ", StringComparison.Ordinal);
        var message = end < 0 ? e.Message : e.Message[..end];
        var code = message.Contains("encoding", StringComparison.OrdinalIgnoreCase) ? RdfErrorCodes.BadEncoding
            : message.Contains("MaxCharactersFromEntities", StringComparison.Ordinal) ? RdfErrorCodes.LimitExceeded : RdfErrorCodes.Syntax;
        return new() { Code = code, Message = $"Expected well-formed XML but found: {Short(message)}", Line = e.LineNumber, Column = e.LinePosition };
    }

    private string Described() => _xml.NodeType == XmlNodeType.Attribute ? $"the attribute {Short(_xml.Name)}" : $"the element {Short(_xml.Name)}";

    private static string Short(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
