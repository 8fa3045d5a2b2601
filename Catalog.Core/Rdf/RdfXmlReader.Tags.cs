namespace Catalog.Core.Rdf;

/// <content>Start tags.</content>
internal sealed partial class RdfXmlReader
{
    /// <summary>Where a tag stands, which decides about the attributes that it may have.</summary>
    private enum Place
    {
        /// <summary>An element that is no RDF.</summary>
        Foreign,

        /// <summary>rdf:RDF.</summary>
        Root,
        Node,
        Property,
    }

    /// <summary>The attributes of an element, sorted by what they mean.</summary>
    private record struct Tag
    {
        public bool IsEmpty { get; init; }

        public Scope Scope { get; set; }

        public string? Id { get; set; }

        public string? About { get; set; }

        public string? NodeId { get; set; }

        public string? Resource { get; set; }

        public string? ParseType { get; set; }

        public string? Datatype { get; set; }

        public IReadOnlyList<(RdfNode Predicate, string Value)> Properties { get; set; }
    }

    /// <summary>Reads the attributes of the element at hand; null when they are broken.</summary>
    private Tag? ReadTag(Scope outer, Place place)
    {
        var tag = new Tag { IsEmpty = _xml.IsEmptyElement, Scope = outer, Properties = [] };
        List<(RdfNode, string)>? properties = null;
        string? xmlBase = null;
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
        {
            // What only the DTD gives: a few bytes of document must not become a hundred triples for each element.
            if (_xml.IsDefault) continue;
            if (ReferenceEquals(_xml.NamespaceURI, _xmlnsNamespace)) continue;
            if (ReferenceEquals(_xml.NamespaceURI, _xmlNamespace))
            {
                if (_xml.LocalName == "base") xmlBase = _xml.Value;
                else if (_xml.LocalName == "lang") tag.Scope = tag.Scope with { Language = _xml.Value.Length == 0 ? null : _xml.Value.ToLowerInvariant() };
                continue;
            }
            // §6.1.2: XML keeps every name that begins so for itself.
            if (place == Place.Foreign || (_xml.Prefix.Length > 0 ? _xml.Prefix : _xml.LocalName).StartsWith("xml", StringComparison.Ordinal)) continue;
            if (place == Place.Root)
            {
                if (!Odd(RdfErrorCodes.Syntax, $"Expected no attributes on rdf:RDF but found {Described()}.")) return null;
            }
            else if (IsSyntaxAttribute())
            {
                if (!TakeSyntax(ref tag, place)) return null;
            }
            else if (_xml.NamespaceURI.Length == 0 && _xml.LocalName == "type")
            {
                (properties ??= []).Add((Nodes.Type, _xml.Value));
            }
            else if (_xml.NamespaceURI.Length == 0)
            {
                if (!Odd(RdfErrorCodes.Syntax, $"Expected an attribute with a namespace but found {Described()}.")) return null;
            }
            else if (PropertyOfAttribute() is { } predicate)
            {
                (properties ??= []).Add((predicate, _xml.Value));
            }
            else
            {
                return null;
            }
        }
        _xml.MoveToElement();
        if (properties is not null) tag.Properties = properties;
        if (xmlBase is null) return tag;
        if (IriOf(xmlBase, outer.Base) is not { } baseIri) return null;
        tag.Scope = tag.Scope with { Base = baseIri.Value };
        return tag;
    }

    // §6.1.2: the five words that old documents write without a prefix still mean what they meant.
    private bool IsSyntaxAttribute() =>
        IsRdfNamespace()
            ? _xml.LocalName is "ID" or "about" or "resource" or "parseType" or "nodeID" or "datatype"
            : _xml.NamespaceURI.Length == 0 && _xml.LocalName is "ID" or "about" or "resource" or "parseType";

    private bool TakeSyntax(ref Tag tag, Place place)
    {
        var value = _xml.Value;
        switch (_xml.LocalName)
        {
            case "ID": tag.Id = value; return true;
            case "nodeID": tag.NodeId = value; return true;
            case "about" when place == Place.Node: tag.About = value; return true;
            case "resource" when place == Place.Property: tag.Resource = value; return true;
            case "parseType" when place == Place.Property: tag.ParseType = value; return true;
            case "datatype" when place == Place.Property: tag.Datatype = value; return true;
        }
        // On a node, what a property may have says nothing that could be taken wrongly.
        return Odd(RdfErrorCodes.Syntax, $"Expected no {Described()} on a {(place == Place.Node ? "node" : "property")} element.");
    }

    private RdfNode? PropertyOfAttribute()
    {
        if (IsRdfNamespace() && (_xml.LocalName == "li" || IsSyntaxWord(_xml.LocalName)))
            return Refuse(RdfErrorCodes.Syntax, $"Expected a property attribute but found {Described()}, which may not be one.");
        return NameOfElement();
    }
}
