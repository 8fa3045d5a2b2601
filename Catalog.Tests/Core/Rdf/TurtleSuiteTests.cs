using Catalog.Core.Rdf;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Rdf;

/// <summary>The W3C suites of the Turtle family, every test of their manifests.</summary>
public sealed class TurtleSuiteTests
{
    private static readonly (string Suite, RdfSyntax Syntax, int Tests)[] Suites =
    [
        ("rdf-turtle", RdfSyntax.Turtle, 313),
        ("rdf-trig", RdfSyntax.TriG, 356),
        ("rdf-n-triples", RdfSyntax.NTriples, 70),
        ("rdf-n-quads", RdfSyntax.NQuads, 87),
    ];

    private static IEnumerable<TestCaseData> Tests =>
        from suite in Suites
        from test in W3cSuite.Read(suite.Suite)
        select new TestCaseData(test, suite.Syntax).SetName($"{suite.Suite} {test.Name}");

    [TestCaseSource(nameof(Tests))]
    public void W3cTest_Passes(W3cTest test, RdfSyntax syntax) => Assert.That(Problem(test, syntax), Is.Null);

    [TestCaseSource(nameof(Suites))]
    public void Suite_IsWholeAndIsWhatTheDocumentSays((string Suite, RdfSyntax Syntax, int Tests) suite)
    {
        Fixtures.Path("w3c", suite.Suite, "manifest.ttl");
        var tests = W3cSuite.Read(suite.Suite);
        Assert.That(tests, Has.Count.EqualTo(suite.Tests));
        ConformanceDocument.AssertSays(suite.Suite, tests.Count, [.. tests.Where(t => Problem(t, suite.Syntax) is not null).Select(t => t.Name)]);
    }

    // The syntaxes of lines have no relative IRIs, so their manifests name no base.
    private static string? Problem(W3cTest test, RdfSyntax syntax) =>
        W3cRun.Problem(test, syntax, syntax is RdfSyntax.Turtle or RdfSyntax.TriG ? test.ActionIri : null);
}
