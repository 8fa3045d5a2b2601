using System.Globalization;
using System.Text;
using System.Xml;

namespace Catalog.Core.Rdf;

/// <content>Property elements (§7.2.14 to §7.2.21).</content>
internal sealed partial class RdfXmlReader
{
    /// <summary>A triple that waits for its value, and the rdf:ID under which it is to be described (§7.3).</summary>
    private readonly record struct Statement(RdfNode Subject, RdfNode Predicate, RdfNode? Id);

    private void ReadProperty(RdfNode subject, Scope outer, ref int members)
    {
        if (PredicateOf(ref members) is not { } predicate || ReadTag(outer, Place.Property) is not { } tag || StatementOf(subject, predicate, tag) is not { } statement)
        {
            Skip();
            return;
        }
        switch (tag.ParseType)
        {
            case null when tag.Resource is not null || tag.NodeId is not null || tag.Properties.Count > 0:
                ReadEmpty(statement, tag);
                break;
            case null:
                ReadContent(statement, tag);
                break;
            case "Resource":
                var resource = NewBlank();
                Emit(statement, resource);
                ReadProperties(resource, tag);
                break;
            case "Collection":
                ReadCollection(statement, tag);
                break;
            // §7.2.20: any other word means Literal.
            default:
                if (ReadXmlLiteral(tag) is { } literal) Emit(statement, RdfNode.OfTyped(literal, RdfNames.XmlLiteral));
                break;
        }
    }

    private RdfNode? PredicateOf(ref int members)
    {
        if (!IsRdfNamespace()) return NameOfElement();
        if (_xml.LocalName == "li") return RdfNode.OfIri(RdfNames.Rdf + "_" + (++members).ToString(CultureInfo.InvariantCulture));
        return IsSyntaxWord(_xml.LocalName)
            ? Refuse(RdfErrorCodes.Syntax, $"Expected a property element but found {Described()}, which may not be one.")
            : NameOfElement();
    }

    private Statement? StatementOf(RdfNode subject, RdfNode predicate, in Tag tag)
    {
        var wrong = tag switch
        {
            { ParseType: not null, Resource: not null } or { ParseType: not null, NodeId: not null } or { ParseType: not null, Datatype: not null } =>
                "rdf:parseType alone",
            { ParseType: not null, Properties.Count: > 0 } => "no property attributes beside rdf:parseType",
            { Resource: not null, NodeId: not null } => "one of rdf:resource and rdf:nodeID",
            { Datatype: not null, Resource: not null } or { Datatype: not null, NodeId: not null } => "no rdf:datatype on a property that is no literal",
            { Datatype: not null, Properties.Count: > 0 } => "no property attributes beside rdf:datatype",
            _ => null,
        };
        if (wrong is not null)
        {
            _ = Refuse(RdfErrorCodes.Syntax, $"Expected {wrong} on {Described()}.");
            return null;
        }
        if (tag.Id is null) return new Statement(subject, predicate, null);
        return IdOf(tag.Id, tag.Scope.Base) is { } id ? new Statement(subject, predicate, id) : null;
    }

    // §7.2.21, with a resource or with property attributes.
    private void ReadEmpty(in Statement statement, in Tag tag)
    {
        var value = tag.Resource is not null ? IriOf(tag.Resource, tag.Scope.Base) : tag.NodeId is not null ? BlankOf(tag.NodeId) : NewBlank();
        if (value is null)
        {
            Skip();
            return;
        }
        Emit(statement, value);
        if (!EmitAttributes(value, tag))
        {
            Skip();
            return;
        }
        if (tag.IsEmpty) return;
        while (Advance() && _xml.NodeType != XmlNodeType.EndElement)
        {
            if (_xml.NodeType != XmlNodeType.Element)
            {
                RefuseText("the end of the property element");
                continue;
            }
            _ = Refuse(RdfErrorCodes.Syntax, $"Expected the end of the property element but found {Described()}.");
            Skip();
        }
    }

    // §7.2.15 and §7.2.16: a literal unless there is a node in it. Several nodes are an error, but what is meant is
    // clear, and catalogs are written so.
    private void ReadContent(in Statement statement, in Tag tag)
    {
        string? text = null;
        StringBuilder? pieces = null;
        var nodes = 0;
        if (!tag.IsEmpty)
        {
            while (Advance() && _xml.NodeType != XmlNodeType.EndElement)
            {
                if (_xml.NodeType == XmlNodeType.Element)
                {
                    ReadValueNode(statement, tag, IsBlank(text, pieces), nodes++);
                }
                else if (nodes > 0)
                {
                    RefuseText("the end of the property element");
                }
                else if (IsText())
                {
                    if (Value() is not { } piece || piece.Length + (long)(pieces?.Length ?? text?.Length ?? 0) > _options.Limits.MaxRdfLiteralLength)
                    {
                        _ = Refuse(RdfErrorCodes.LimitExceeded, $"Expected a literal of at most {_options.Limits.MaxRdfLiteralLength} characters but found a longer one.");
                        SkipRest();
                        return;
                    }
                    if (text is null) text = piece;
                    else (pieces ??= new StringBuilder(text)).Append(piece);
                }
            }
        }
        if (nodes > 0 || _failure is not null) return;
        var value = pieces?.ToString() ?? text ?? "";
        if (tag.Datatype is null) Emit(statement, TextOf(value, tag.Scope.Language));
        else if (IriOf(tag.Datatype, tag.Scope.Base) is { } datatype) Emit(statement, RdfNode.OfTyped(value, datatype.Value));
    }

    private void ReadValueNode(in Statement statement, in Tag property, bool isFirstThing, int nodesBefore)
    {
        if (property.Datatype is not null) _ = Refuse(RdfErrorCodes.Syntax, $"Expected a literal, because of rdf:datatype, but found {Described()}.");
        else if (!isFirstThing) _ = Refuse(RdfErrorCodes.Syntax, $"Expected only text, or only a node element, but found {Described()} after text.");
        else if (nodesBefore == 1) _ = Refuse(RdfErrorCodes.Syntax, $"Expected one node element in a property element but found {Described()} as well.");
        if (_failure is not null) return;
        if (property.Datatype is not null || OpenNode(property.Scope, out var tag) is not { } value)
        {
            Skip();
            return;
        }
        Emit(statement with { Id = nodesBefore == 0 ? statement.Id : null }, value);
        ReadProperties(value, tag);
    }

    // §7.2.19.
    private void ReadCollection(in Statement statement, in Tag tag)
    {
        RdfNode? last = null;
        if (!tag.IsEmpty)
        {
            while (Advance() && _xml.NodeType != XmlNodeType.EndElement)
            {
                if (_xml.NodeType != XmlNodeType.Element)
                {
                    RefuseText("a node element");
                    continue;
                }
                if (OpenNode(tag.Scope, out var nodeTag) is not { } node)
                {
                    Skip();
                    continue;
                }
                var cell = NewBlank();
                if (last is null) Emit(statement, cell);
                else Emit(last, Nodes.Rest, cell);
                Emit(cell, Nodes.First, node);
                last = cell;
                ReadProperties(node, nodeTag);
            }
        }
        if (_failure is not null) return;
        if (last is null) Emit(statement, Nodes.Nil);
        else Emit(last, Nodes.Rest, Nodes.Nil);
    }

    // §7.3.
    private void Emit(in Statement statement, RdfNode value)
    {
        Emit(statement.Subject, statement.Predicate, value);
        if (statement.Id is not { } id) return;
        Emit(id, Nodes.Type, Nodes.Statement);
        Emit(id, Nodes.Subject, statement.Subject);
        Emit(id, Nodes.Predicate, statement.Predicate);
        Emit(id, Nodes.Object, value);
    }

    /// <summary>The text at hand, or null when it is too long.</summary>
    private string? Value()
    {
        // The text is read on from the stream only now; three bytes for a character at most, in UTF-8.
        _source.Allow(_options.Limits.MaxRdfLiteralLength * 3L);
        var value = _xml.Value;
        return value.Length <= _options.Limits.MaxRdfLiteralLength ? value : null;
    }

    private bool IsText() => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    private static bool IsBlank(string? text, StringBuilder? pieces) => text is null || IsBlank(pieces?.ToString() ?? text);

    /// <summary>Only what XML calls white space (XML 1.0 §2.3).</summary>
    private static bool IsBlank(string text) => !text.AsSpan().ContainsAnyExcept(" \t\n\r");

    /// <summary>To the end of the property element within which a text stands.</summary>
    private void SkipRest()
    {
        var depth = _xml.Depth - 1;
        while (Advance() && (_xml.NodeType != XmlNodeType.EndElement || _xml.Depth != depth))
        {
        }
    }

    private static bool IsSyntaxWord(string name) =>
        name is "RDF" or "Description" or "ID" or "about" or "parseType" or "resource" or "nodeID" or "datatype" or "aboutEach" or "aboutEachPrefix" or "bagID";
}
