namespace Catalog.Core;

// Bounds on documents of linked data, which may be longer than any memory and nested without end.
public sealed partial record Limits
{
    /// <summary>Characters of one RDF literal. 16 Mi: geometries of whole countries are the longest, at a few million.</summary>
    public int MaxRdfLiteralLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Characters of one IRI or name in RDF. 16 Ki: browsers and servers stop at 2 to 8 Ki.</summary>
    public int MaxRdfIriLength { get; init; } = 16 * 1024;

    /// <summary>Levels of blank nodes, lists, elements or objects within each other. 128: catalogs use about eight.</summary>
    public int MaxRdfDepth { get; init; } = 128;

    /// <summary>Triples of one graph that is held in memory. 20 million: some 400,000 datasets, about 4 GB.</summary>
    public int MaxRdfTriples { get; init; } = 20_000_000;

    /// <summary>Labels of blank nodes that a reader remembers in one document. 5 million: a quarter of the triples above.</summary>
    public int MaxRdfBlankNodes { get; init; } = 5_000_000;

    /// <summary>Prefixes declared in one document. 1,000: real documents declare dozens; each may be as long as an IRI.</summary>
    public int MaxRdfPrefixes { get; init; } = 1_000;

    /// <summary>Addresses of contexts that one JSON-LD document may name, and through which they may refer to each other. 32: real ones name two or three.</summary>
    public int MaxRdfContexts { get; init; } = 32;

    /// <summary>Terms that the contexts of one JSON-LD document define, counted each time. 20 million: 200 in each of 100,000 records.</summary>
    public int MaxRdfContextTerms { get; init; } = 20_000_000;

    /// <summary>Errors of a lenient reading that are kept; further ones are counted. 100: more than anybody reads.</summary>
    public int MaxRdfErrors { get; init; } = 100;

    /// <summary>Bytes of a JSON-LD context fetched from a source's host. 4 MiB: schema.org's, the largest known, has under 1 MB.</summary>
    public int MaxContextBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes of one tag, comment or declaration of XML. 4 MiB: geometries in attributes; a tag is held whole with all its attributes.</summary>
    public int MaxXmlTagBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Characters that the entities of one XML document may expand to, all uses together. 10 million: old ontologies write every IRI with one.</summary>
    public int MaxXmlEntityCharacters { get; init; } = 10_000_000;

    /// <summary>Different names and namespaces in one XML document, all of which are held. 1 million: vocabularies have hundreds.</summary>
    public int MaxXmlNames { get; init; } = 1_000_000;
}
