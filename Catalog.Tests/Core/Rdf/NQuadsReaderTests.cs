using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Rdf;

/// <summary>N-Triples and N-Quads, line by line.</summary>
public sealed class NQuadsReaderTests
{
    [TestCase("<http://s> <http://p> <http://o> .", "<http://s> <http://p> <http://o>")]
    [TestCase("<http://s><http://p>\"o\".", "<http://s> <http://p> \"o\"")]
    [TestCase("_:a.b <http://p> _:c .", "_:a.b <http://p> _:c")]
    [TestCase("_:a <http://p> _:c.", "_:a <http://p> _:c")]
    [TestCase("\t<http://s>\t<http://p> \"x\"@es-AR . # said", "<http://s> <http://p> \"x\"@es-ar")]
    [TestCase("<http://s> <http://p> \"1\"^^<http://t> .", "<http://s> <http://p> \"1\"^^<http://t>")]
    [TestCase("""<http://s> <http://p> "\u00f1\n\"" .""", "<http://s> <http://p> \"ñ\n\"\"")]
    [TestCase("<http://s> <http://p> \"\u0000\" .", "<http://s> <http://p> \"\u0000\"")]
    [TestCase("<http://a/b/../c> <http://p> <urn:x> .", "<http://a/b/../c> <http://p> <urn:x>")]
    public void Line_IsRead(string line, string expected)
    {
        foreach (var syntax in new[] { RdfSyntax.NTriples, RdfSyntax.NQuads })
        {
            var reading = Reading.Of("# a comment\r\n\r\n" + line + "\n", syntax);
            Assert.That(reading.Result.Failure, Is.Null);
            Assert.That(reading.Lines, Is.EqualTo(new[] { expected }));
        }
    }

    [TestCase("<http://s> <http://p> <http://o> <http://g> .", "<http://g>")]
    [TestCase("<http://s> <http://p> \"o\"@en _:g.", "_:g")]
    public void FourthTerm_IsTheGraph(string line, string graph) =>
        Assert.That(Reading.Of(line, RdfSyntax.NQuads).Quads.Single().Graph!.ToString(), Is.EqualTo(graph));

    [TestCase(RdfSyntax.NTriples, "<http://s> <http://p> <http://o> <http://g> .")]
    [TestCase(RdfSyntax.NQuads, "<http://s> <http://p> <http://o> <http://g> <http://h> .")]
    [TestCase(RdfSyntax.NQuads, "<http://s> <http://p> <http://o> \"g\" .")]
    [TestCase(RdfSyntax.NTriples, "<http://s> <http://p> <http://o>")]
    [TestCase(RdfSyntax.NTriples, "<http://s> <http://p>\n<http://o> .")]
    [TestCase(RdfSyntax.NTriples, "<s> <http://p> <http://o> .")]
    [TestCase(RdfSyntax.NTriples, "<http://s> <http://p> 'o' .")]
    [TestCase(RdfSyntax.NTriples, "<http://s> <http://p> \"\"\"o\"\"\" .")]
    [TestCase(RdfSyntax.NTriples, "<http://s> <http://p> 1 .")]
    [TestCase(RdfSyntax.NTriples, "<http://s> a <http://o> .")]
    [TestCase(RdfSyntax.NTriples, "<http://s> <http://p> \"x\"^^_:t .")]
    [TestCase(RdfSyntax.NTriples, "<http://s> <http://p> _: .")]
    [TestCase(RdfSyntax.NTriples, "<http://s> <http://p> _:-a .")]
    [TestCase(RdfSyntax.NTriples, "<http://s> <http://p> <http://o> ..")]
    public void BrokenLine_IsRefused(RdfSyntax syntax, string line) =>
        Assert.That(Reading.Of(line + "\n", syntax).Result.Failure?.Code, Is.AnyOf(RdfErrorCodes.Syntax, RdfErrorCodes.BadIri));

    [Test]
    public void TwoStatementsOnALine_AreRefused()
    {
        var failure = Reading.Of("<http://s> <http://p> <http://o> . <http://s> <http://p> <http://o> .", RdfSyntax.NTriples).Result.Failure!;
        Assert.That(failure.ToString(), Is.EqualTo("line 1, column 36: Expected the end of the line but found '<http://s>'."));
    }

    [Test]
    public void LenientReading_LosesOnlyBrokenLines()
    {
        var reading = Reading.Of("""
            <http://s> <http://p> "1" .
            <http://s> <http://p> "2 .
            <http://s> <http://p> "3" .
            garbage "
            <http://s> <http://p> <http://a b> .
            <http://s> <http://p> <relative> .
            <http://s> <http://p> "6"@es_AR .
            <http://s> <http://p> "7"
            """, RdfSyntax.NTriples, lenient: true, baseIri: "http://b/");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Quads.Select(q => q.Object.ToString()), Is.EqualTo(new[] { "\"1\"", "\"3\"", "<http://a b>", "<http://b/relative>", "\"6\"@es-ar" }));
            Assert.That(reading.Result.Skipped.Select(e => (e.Line, e.Code)), Is.EqualTo(new[]
            {
                (2L, RdfErrorCodes.Syntax), (4L, RdfErrorCodes.Syntax), (5L, RdfErrorCodes.BadIri), (6L, RdfErrorCodes.BadIri), (7L, RdfErrorCodes.Syntax), (8L, RdfErrorCodes.Syntax),
            }));
            Assert.That(reading.Result.Failure, Is.Null);
        }
    }
}
