namespace Catalog.Core.Rdf;

/// <summary>A sink of a syntax that has named graphs. What stands outside of any is in the default graph.</summary>
public interface IQuadSink : IRdfSink
{
    /// <summary>The subjects that follow are in this graph. Graphs do not stand in graphs; one may come again later.</summary>
    void BeginGraph(Iri graph);

    void EndGraph();
}
