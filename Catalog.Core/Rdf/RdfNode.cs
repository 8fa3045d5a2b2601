namespace Catalog.Core.Rdf;

/// <summary>What a term of a triple is (RDF 1.1 Concepts §3.1).</summary>
public enum NodeKind
{
    Iri,
    Blank,
    Literal,
}

/// <summary>
/// A term as a reader hands it on. Unlike <see cref="Rdf.Iri"/>, an IRI here is what the document said, resolved but
/// possibly odd: who stores or writes it checks it. Readers share one object for an IRI that comes again.
/// </summary>
public sealed record RdfNode
{
    private RdfNode(NodeKind kind, string value, string? datatype = null, string? language = null)
    {
        Kind = kind;
        Value = value;
        Datatype = datatype;
        Language = language;
    }

    public NodeKind Kind { get; }

    /// <summary>The IRI; the label of a blank node, without <c>_:</c>; the lexical form of a literal.</summary>
    public string Value { get; }

    /// <summary>The datatype of a literal; null for a plain string (xsd:string) and for one with a language (rdf:langString).</summary>
    public string? Datatype { get; }

    /// <summary>The language of a literal in lower case (RDF 1.1 Concepts §3.3), or null.</summary>
    public string? Language { get; }

    public static RdfNode OfIri(string iri) => new(NodeKind.Iri, iri);

    public static RdfNode OfBlank(string label) => new(NodeKind.Blank, label);

    public static RdfNode OfText(string value) => new(NodeKind.Literal, value);

    /// <summary>A literal with a language; the tag is kept in lower case, as tags are compared.</summary>
    public static RdfNode OfText(string value, string language) => new(NodeKind.Literal, value, null, language.ToLowerInvariant());

    public static RdfNode OfTyped(string value, string datatype) =>
        new(NodeKind.Literal, value, datatype == RdfNames.XsdString ? null : datatype);

    public override string ToString() => Kind switch
    {
        NodeKind.Iri => $"<{Value}>",
        NodeKind.Blank => $"_:{Value}",
        _ => $"\"{Value}\"" + (Language is not null ? "@" + Language : Datatype is not null ? $"^^<{Datatype}>" : ""),
    };
}

/// <summary>A triple and the graph it is in; null for the default graph.</summary>
public readonly record struct Quad(RdfNode Subject, RdfNode Predicate, RdfNode Object, RdfNode? Graph = null);

/// <summary>Names that RDF itself gives meaning to.</summary>
public static class RdfNames
{
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    public const string Type = Rdf + "type";
    public const string First = Rdf + "first";
    public const string Rest = Rdf + "rest";
    public const string Nil = Rdf + "nil";
    public const string LangString = Rdf + "langString";
    public const string XmlLiteral = Rdf + "XMLLiteral";
    public const string XsdString = Xsd + "string";
    public const string XsdBoolean = Xsd + "boolean";
    public const string XsdInteger = Xsd + "integer";
    public const string XsdDecimal = Xsd + "decimal";
    public const string XsdDouble = Xsd + "double";
}
