namespace Catalog.Core.Rdf;

/// <summary>RDF 1.1 TriG: the Turtle of <see cref="TurtleWriter"/>, with the subjects of a named graph in its block.</summary>
public sealed class TriGWriter(Stream stream, RdfContext context) : IQuadSink
{
    private readonly TurtleWriter _turtle = new(stream, context);

    public void BeginGraph(Iri graph) => _turtle.OpenGraph(graph);

    public void EndGraph() => _turtle.CloseGraph();

    public void BeginSubject(Iri subject, params ReadOnlySpan<Iri> types) => _turtle.BeginSubject(subject, types);

    public void Link(Iri predicate, Iri value) => _turtle.Link(predicate, value);

    public void Literal(Iri predicate, string value, string? language = null) => _turtle.Literal(predicate, value, language);

    public void Typed(Iri predicate, string value, Iri datatype) => _turtle.Typed(predicate, value, datatype);

    public void EndSubject() => _turtle.EndSubject();

    public ValueTask FlushAsync(CancellationToken ct) => _turtle.FlushAsync(ct);

    public ValueTask CompleteAsync(CancellationToken ct) => _turtle.CompleteAsync(ct);
}
