using Catalog.Core.Rdf;

namespace Catalog.Tests.Support;

/// <summary>One test of a W3C suite, run as its manifest says: strictly, evaluation by isomorphism of the graphs.</summary>
public static class W3cRun
{
    /// <summary>What is wrong, or null when the test passes.</summary>
    public static string? Problem(W3cTest test, RdfSyntax syntax, string? baseIri)
    {
        var quads = new List<Quad>();
        using var document = File.OpenRead(test.ActionPath);
        var read = RdfReader.Read(document, syntax, new RdfReadOptions { BaseIri = baseIri }, quads.Add, CancellationToken.None);
        if (test.Type.Contains("Negative", StringComparison.Ordinal)) return read.Failure is null ? "was accepted" : null;
        if (read.Failure is not null) return read.Failure.ToString();
        if (read.Quads != quads.Count || read.SkippedCount > 0) return "the result does not say what was read";
        if (test.ResultPath is null) return null;
        var actual = quads.Distinct().ToList();
        var expected = RdfGraphs.OfNQuads(File.ReadAllText(test.ResultPath)).Distinct().ToList();
        return RdfGraphs.AreSame(actual, expected) ? null : $"read:\n{string.Join('\n', actual)}\nexpected:\n{string.Join('\n', expected)}";
    }
}
