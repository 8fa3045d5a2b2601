using System.Diagnostics;

namespace Catalog.Core.Rdf;

/// <summary>The writer of each syntax.</summary>
public static class RdfWriters
{
    /// <summary>A writer of one graph. TriG is written too: as Turtle, whose documents are TriG.</summary>
    public static IRdfSink Open(RdfSyntax syntax, Stream stream, RdfContext context) => syntax switch
    {
        RdfSyntax.Turtle => new TurtleWriter(stream, context),
        RdfSyntax.RdfXml => new RdfXmlWriter(stream, context),
        RdfSyntax.NTriples => new NTriplesWriter(stream),
        _ => OpenQuads(syntax, stream, context),
    };

    /// <summary>A writer of several graphs, in a syntax that can name them.</summary>
    public static IQuadSink OpenQuads(RdfSyntax syntax, Stream stream, RdfContext context) => syntax switch
    {
        RdfSyntax.TriG => new TriGWriter(stream, context),
        RdfSyntax.JsonLd => new JsonLdWriter(stream, context),
        _ => throw new UnreachableException($"{syntax} has no named graphs, or no writer."),
    };
}
