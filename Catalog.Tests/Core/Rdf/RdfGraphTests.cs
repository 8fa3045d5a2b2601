using Catalog.Core;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Rdf;

public sealed class RdfGraphTests
{
    [Test]
    public void TripleSaidTwice_AlsoInTwoGraphs_IsOne()
    {
        var graph = Graph("<http://a/s> <http://a/p> \"o\" .\n<http://a/s> <http://a/p> \"o\" .\n<http://a/s> <http://a/p> \"o\" <http://a/g> .\n<http://a/s> <http://a/p> \"o\"@es .");

        Assert.That(graph.Count, Is.EqualTo(2));
    }

    [Test]
    public void BlankNodesOfTwoDocuments_AreDifferent_AndOfOneTheSame()
    {
        var graph = new RdfGraph(Limits.Default);
        foreach (var document in new[] { "_:b <http://a/p> \"1\" .\n_:b <http://a/p> \"2\" .", "_:b <http://a/p> \"3\" ." })
        {
            graph.BeginDocument();
            foreach (var quad in RdfGraphs.OfNQuads(document)) graph.TryAdd(quad);
        }
        graph.Complete();

        var subjects = graph.With("http://a/p").GroupBy(t => t.Subject).Select(g => g.Count()).Order();

        Assert.That(subjects, Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void FullGraph_TakesNoMore()
    {
        var graph = new RdfGraph(Limits.Default with { MaxRdfTriples = 2 });

        var taken = RdfGraphs.OfNQuads("<http://a/s> <http://a/p> \"1\" .\n<http://a/s> <http://a/p> \"2\" .\n<http://a/s> <http://a/p> \"3\" .").ConvertAll(graph.TryAdd);

        Assert.That(taken, Is.EqualTo(new[] { true, true, false }));
    }

    [Test]
    public void MoreMayBeAdded_AfterItWasAsked()
    {
        var graph = Graph("<http://a/s> <http://a/p> \"1\" .");
        foreach (var quad in RdfGraphs.OfNQuads("<http://a/t> <http://a/p> \"2\" .\n<http://a/s> <http://a/q> \"3\" .")) graph.TryAdd(quad);
        graph.Complete();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph.TryFind("http://a/s", out var subject), Is.True);
            Assert.That(graph.Of(subject).ToArray().Select(t => graph[t.Object].Value), Is.EquivalentTo(new[] { "1", "3" }));
            Assert.That(graph.TryFind("http://a/nobody", out _), Is.False);
            Assert.That(graph.With("http://a/p", "http://a/none").Count(), Is.EqualTo(2));
        }
    }

    private static RdfGraph Graph(string quads)
    {
        var graph = new RdfGraph(Limits.Default);
        foreach (var quad in RdfGraphs.OfNQuads(quads)) graph.TryAdd(quad);
        graph.Complete();
        return graph;
    }
}
