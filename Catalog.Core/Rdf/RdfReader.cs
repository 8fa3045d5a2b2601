namespace Catalog.Core.Rdf;

/// <summary>
/// Reads a document of any syntax. Quads are handed on as they are read, so a document of any size takes constant
/// memory wherever its syntax allows (all but JSON-LD, which is a tree). Reading never throws for what a document
/// says; what is thrown comes from the stream or from the handler itself.
/// </summary>
public static class RdfReader
{
    public static RdfReadResult Read(Stream stream, RdfSyntax syntax, RdfReadOptions options, QuadHandler onQuad, CancellationToken ct) =>
        syntax switch
        {
            RdfSyntax.Turtle => new TurtleReader(stream, graphs: false, options, onQuad, ct).Read(),
            RdfSyntax.TriG => new TurtleReader(stream, graphs: true, options, onQuad, ct).Read(),
            RdfSyntax.NTriples => new NQuadsReader(stream, quads: false, options, onQuad, ct).Read(),
            RdfSyntax.NQuads => new NQuadsReader(stream, quads: true, options, onQuad, ct).Read(),
            RdfSyntax.RdfXml => RdfXmlReader.Read(stream, options, onQuad, ct),
            RdfSyntax.JsonLd => JsonLdReader.Read(stream, options, onQuad, ct),
            _ => throw new System.Diagnostics.UnreachableException($"There is no reader for {syntax}."),
        };
}
