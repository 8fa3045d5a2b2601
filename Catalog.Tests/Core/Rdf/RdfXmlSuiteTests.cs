using Catalog.Core.Rdf;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Rdf;

/// <summary>The W3C suite of RDF/XML: all of its manifest, and the seven tests that stand in it as comments only.</summary>
public sealed class RdfXmlSuiteTests
{
    private const string Suite = "rdf-xml";

    private static IEnumerable<TestCaseData> Tests =>
        W3cSuite.Read(Suite).Select(test => new TestCaseData(test).SetName($"{Suite} {test.Name}"));

    [TestCaseSource(nameof(Tests))]
    public void W3cTest_Passes(W3cTest test) => Assert.That(Problem(test), Is.Null);

    [Test]
    public void Suite_IsWholeAndIsWhatTheDocumentSays()
    {
        Fixtures.Path("w3c", Suite, "manifest.ttl");
        var tests = W3cSuite.Read(Suite);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tests, Has.Count.EqualTo(173));
            Assert.That(tests.Count(t => t.Withdrawn), Is.EqualTo(7));
            ConformanceDocument.AssertSays(Suite, tests.Count, [.. tests.Where(t => Problem(t) is not null).Select(t => t.Name)]);
        }
    }

    [TestCase("geodcat/dataset")]
    [TestCase("w3c/csiro-dap-examples")]
    public void RealDocument_IsTheSameGraphAsInTurtle(string name)
    {
        var address = "https://example.org/" + name;
        RdfGraphs.AssertSame(Read(Fixtures.Path("harvest", name + ".rdf"), RdfSyntax.RdfXml), Read(Fixtures.Path("harvest", name + ".ttl"), RdfSyntax.Turtle));

        List<Quad> Read(string path, RdfSyntax syntax)
        {
            var quads = new List<Quad>();
            using var stream = File.OpenRead(path);
            var read = RdfReader.Read(stream, syntax, new RdfReadOptions { BaseIri = address }, quads.Add, CancellationToken.None);
            Assert.That(read.Failure, Is.Null);
            return quads;
        }
    }

    private static string? Problem(W3cTest test) => W3cRun.Problem(test, RdfSyntax.RdfXml, test.ActionIri);
}
