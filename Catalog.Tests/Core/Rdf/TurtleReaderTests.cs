using System.Text;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Rdf;

/// <summary>The corners of the grammars of Turtle and TriG, read strictly.</summary>
public sealed class TurtleReaderTests
{
    private const string Prefixes = "@prefix : <http://e/> . @prefix e: <http://e/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";
    private const string Xsd = "http://www.w3.org/2001/XMLSchema#";

    [TestCase("<http://a>", "<http://a>")]
    [TestCase("""<http://a/\u00F1\U0001F600>""", "<http://a/ñ\U0001F600>")]
    [TestCase(":", "<http://e/>")]
    [TestCase("e:", "<http://e/>")]
    [TestCase(":a.b", "<http://e/a.b>")]
    [TestCase(":a..b", "<http://e/a..b>")]
    [TestCase("e:a:b:", "<http://e/a:b:>")]
    [TestCase("e::", "<http://e/:>")]
    [TestCase("e:9", "<http://e/9>")]
    [TestCase("e:_-·", "<http://e/_-·>")]
    [TestCase("""e:\~\.\-\!\$\&\'\(\)\*\+\,\;\=\/\?\#\@\%\_""", "<http://e/~.-!$&'()*+,;=/?#@%_>")]
    [TestCase("e:%20%C3", "<http://e/%20%C3>")]
    [TestCase("""e:a.\-""", "<http://e/a.->")]
    [TestCase("e:a.%41", "<http://e/a.%41>")]
    [TestCase("e:ñ\U0001F600", "<http://e/ñ\U0001F600>")]
    [TestCase("_:a.b", "_:a.b")]
    [TestCase("_:1-", "_:1-")]
    [TestCase("_:anon0", "_:anon_anon0")]
    [TestCase("true", $"\"true\"^^<{Xsd}boolean>")]
    [TestCase("false", $"\"false\"^^<{Xsd}boolean>")]
    [TestCase("1", $"\"1\"^^<{Xsd}integer>")]
    [TestCase("-007", $"\"-007\"^^<{Xsd}integer>")]
    [TestCase(".5", $"\".5\"^^<{Xsd}decimal>")]
    [TestCase("+1.50", $"\"+1.50\"^^<{Xsd}decimal>")]
    [TestCase("1e3", $"\"1e3\"^^<{Xsd}double>")]
    [TestCase("1.E-3", $"\"1.E-3\"^^<{Xsd}double>")]
    [TestCase("-.5e+0", $"\"-.5e+0\"^^<{Xsd}double>")]
    [TestCase("\"\"", "\"\"")]
    [TestCase("''", "\"\"")]
    [TestCase("\"\"\"\"\"\"", "\"\"")]
    [TestCase("\"it's\"", "\"it's\"")]
    [TestCase("'say \"no\"'", "\"say \"no\"\"")]
    [TestCase("\"\"\"a \"quoted\" \"\"word\"\"\nline\"\"\"", "\"a \"quoted\" \"\"word\"\"\nline\"")]
    [TestCase("'''a\r\n''b'''", "\"a\r\n''b\"")]
    [TestCase("\"\"\"ends in \\\"\"\"\"", "\"ends in \"\"")]
    [TestCase("""
        "\t\b\n\r\f\"\'\\\u00f1\U0001F600"
        """, "\"\t\b\n\r\f\"'\\ñ\U0001F600\"")]
    [TestCase("\"x\"@ES-419", "\"x\"@es-419")]
    [TestCase("\"x\" @es", "\"x\"@es")]
    [TestCase("\"1\"^^xsd:integer", $"\"1\"^^<{Xsd}integer>")]
    [TestCase("\"1\" ^^ # so\n <http://t>", "\"1\"^^<http://t>")]
    [TestCase("\"x\"^^xsd:string", "\"x\"")]
    public void Term_IsRead(string term, string expected)
    {
        var reading = Reading.Of($"{Prefixes}:s :p {term} .", RdfSyntax.Turtle);
        Assert.That(reading.Result.Failure, Is.Null);
        Assert.That(reading.Lines, Is.EqualTo(new[] { $"<http://e/s> <http://e/p> {expected}" }));
    }

    [TestCase(":s :p :o.", 1)]
    [TestCase(":s :p 1.", 1)]
    [TestCase(":s :p 1.:s :p 2.", 2)]
    [TestCase(":s :p 1.e:s :p 2.", 2)]
    [TestCase(":s :p e:.:s :p e:.", 2)]
    [TestCase("<http://s><http://p>\"o\".", 1)]
    [TestCase(":s a :T", 1, "'.'")]
    [TestCase(":s a :T;.", 1)]
    [TestCase(":s a :T;;:p 1,2;;.", 3)]
    [TestCase(":s :p 1,2,3 .", 3)]
    [TestCase("[] :p 1 .", 1)]
    [TestCase("[ :p 1 ] .", 1)]
    [TestCase("[ :p 1 ] :q 2 .", 2)]
    [TestCase("[\n]:p[ ].", 1)]
    [TestCase("() :p () .", 1)]
    [TestCase("(1 2) :p 3 .", 5)]
    [TestCase(":s :p ((1) [ :q (2) ]) .", 1 + 4 + 2 + 1 + 2)]
    [TestCase("PREFIX x: <http://x/> x:s x:p x:o .", 1)]
    [TestCase("bAsE <http://x/> <s> <p> <o> .", 1)]
    [TestCase("prefix:<http://x/> :s :p :o .", 0, "a declared prefix")]
    [TestCase("@prefix base: <http://x/> . base:a base:b base:c .", 1)]
    [TestCase("@prefix a: <http://x/> . a:a a a:b . a:true a: true .", 2)]
    [TestCase("@base <http://x/y/> . @base <z/> . <> <#p> <../o> .", 1)]
    [TestCase("# only a comment", 0)]
    [TestCase(":s :p :o . # comment at the end", 1)]
    [TestCase(":s # one\r\n:p # two\r:o # three\n.", 1)]
    [TestCase("", 0)]
    public void Document_HasItsTriples(string text, int triples, string? expected = null)
    {
        var reading = Reading.Of(Prefixes + text, RdfSyntax.Turtle);
        Assert.That(reading.Quads, Has.Count.EqualTo(triples));
        Assert.That(reading.Result.Failure?.Message, expected is null ? Is.Null : Does.StartWith("Expected " + expected));
    }

    [TestCase("<> <#p> <../o> .", "<http://b/c/d> <http://b/c/d#p> <http://b/o>")]
    [TestCase("@base <e/> . <f> a <> .", "<http://b/c/e/f> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://b/c/e/>")]
    [TestCase("@prefix : <#> . :s :p :o .", "<http://b/c/d#s> <http://b/c/d#p> <http://b/c/d#o>")]
    [TestCase("@prefix : <#> . @base <http://x/> . :s :p <#o> .", "<http://b/c/d#s> <http://b/c/d#p> <http://x/#o>")]
    [TestCase("@prefix : <http://one/> . @prefix : <http://two/> . :s :p :o .", "<http://two/s> <http://two/p> <http://two/o>")]
    public void BaseAndPrefixes_HoldFromWhereTheyStand(string text, string expected) =>
        Assert.That(Reading.Of(text, RdfSyntax.Turtle, baseIri: "http://b/c/d").Lines, Is.EqualTo(new[] { expected }));

    [Test]
    public void NameThatIsDeclaredAnew_MeansSomethingElseAfterwards()
    {
        var reading = Reading.Of("PREFIX : <http://one/> :s :p :o . PREFIX : <http://two/> :s :p :o . BASE <http://x/> <a> <a> <a> . BASE <http://y/> <a> <a> <a> .", RdfSyntax.Turtle);
        Assert.That(reading.Quads.Select(q => q.Object.Value), Is.EqualTo(new[] { "http://one/o", "http://two/o", "http://x/a", "http://y/a" }));
    }

    [Test]
    public void NameThatComesAgain_IsTheSameObject()
    {
        var reading = Reading.Of("@base <http://e/> . @prefix : <http://e/> . :a :a <http://e/a> . <a> <http://e/\\u0061> :a . _:b :a _:b .", RdfSyntax.Turtle);
        var a = reading.Quads[0].Subject;
        Assert.That(reading.Quads.Take(2).SelectMany(q => new[] { q.Subject, q.Predicate, q.Object }), Is.All.SameAs(a));
        Assert.That(reading.Quads[2].Subject, Is.SameAs(reading.Quads[2].Object));
    }

    [Test]
    public void UnlabelledBlankNodes_AreNeverTakenForLabelledOnes()
    {
        var reading = Reading.Of("@prefix : <http://e/> . [] :p _:anon0, _:anon1, _:anon_anon0, _:anon . [] :p 1 .", RdfSyntax.Turtle);
        Assert.That(reading.Quads.SelectMany(q => new[] { q.Subject, q.Object }).Where(n => n.Kind == NodeKind.Blank).Distinct().Count(), Is.EqualTo(6));
    }

    [TestCase(":g { :s :p :o }", "<http://e/s> <http://e/p> <http://e/o> <http://e/g>")]
    [TestCase("GRAPH :g{:s :p :o.}", "<http://e/s> <http://e/p> <http://e/o> <http://e/g>")]
    [TestCase("graph _:g { :s :p :o }", "<http://e/s> <http://e/p> <http://e/o> _:g")]
    [TestCase("GRAPH [] { :s :p :o }", "<http://e/s> <http://e/p> <http://e/o> _:anon0")]
    [TestCase("[] { :s :p :o }", "<http://e/s> <http://e/p> <http://e/o> _:anon0")]
    [TestCase("{ :s :p :o }", "<http://e/s> <http://e/p> <http://e/o>")]
    [TestCase(":g {} :s :p :o .", "<http://e/s> <http://e/p> <http://e/o>")]
    [TestCase(":g { :s :p 1 } :s :p 2 . :g { :s :p 3 ; }", "1 <http://e/g>|2|3 <http://e/g>")]
    [TestCase(":g { [ :p 1 ] . [ :p 2 ] }", "1 <http://e/g>|2 <http://e/g>")]
    public void TriG_SaysWhichGraph(string text, string expected)
    {
        var reading = Reading.Of(Prefixes + text, RdfSyntax.TriG);
        Assert.That(reading.Result.Failure, Is.Null);
        Assert.That(reading.Lines.Select(line => line.Replace($"^^<{Xsd}integer>", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)), expected.StartsWith('<')
            ? Is.EqualTo(new[] { expected })
            : Is.EqualTo(expected.Split('|')).Using<string, string>((actual, end) => actual.EndsWith(end, StringComparison.Ordinal)));
    }

    [TestCase(RdfSyntax.Turtle, "{ :s :p :o }")]
    [TestCase(RdfSyntax.Turtle, ":g { :s :p :o }")]
    [TestCase(RdfSyntax.TriG, ":g { @prefix x: <http://x/> . }")]
    [TestCase(RdfSyntax.TriG, ":g { :h { :s :p :o } }")]
    [TestCase(RdfSyntax.TriG, "GRAPH { :s :p :o }")]
    [TestCase(RdfSyntax.TriG, "[ :p 1 ] { :s :p :o }")]
    [TestCase(RdfSyntax.TriG, "{ :s :p :o } }")]
    [TestCase(RdfSyntax.TriG, ":g { :s :p :o")]
    [TestCase(RdfSyntax.Turtle, ":s :p \"a\nb\" .")]
    [TestCase(RdfSyntax.Turtle, ":s :p \"\"\"a\"\"\"\" .")]
    [TestCase(RdfSyntax.Turtle, """:s :p "\uD83D\uDE00" .""")]
    [TestCase(RdfSyntax.Turtle, """:s :p "\U00110000" .""")]
    [TestCase(RdfSyntax.Turtle, """:s :p "\x" .""")]
    [TestCase(RdfSyntax.Turtle, ":s :p \"x\"@es_AR .")]
    [TestCase(RdfSyntax.Turtle, ":s :p \"x\"@es- .")]
    [TestCase(RdfSyntax.Turtle, ":s :p <http://a b> .")]
    [TestCase(RdfSyntax.Turtle, """:s :p <http://a\u0020b> .""")]
    [TestCase(RdfSyntax.Turtle, ":s :p <relative> .")]
    [TestCase(RdfSyntax.Turtle, ":s :p e:-a .")]
    [TestCase(RdfSyntax.Turtle, ":s :p e.:a .")]
    [TestCase(RdfSyntax.Turtle, ":s :p 1e:a .")]
    [TestCase(RdfSyntax.Turtle, ":s :p 1.. ")]
    [TestCase(RdfSyntax.Turtle, ":s :p + .")]
    [TestCase(RdfSyntax.Turtle, ":s :p TRUE .")]
    [TestCase(RdfSyntax.Turtle, ":s A :o .")]
    [TestCase(RdfSyntax.Turtle, "a :p :o .")]
    [TestCase(RdfSyntax.Turtle, ":s _:b :o .")]
    [TestCase(RdfSyntax.Turtle, ":s [] :o .")]
    [TestCase(RdfSyntax.Turtle, "\"s\" :p :o .")]
    [TestCase(RdfSyntax.Turtle, ":s :p (1 .")]
    [TestCase(RdfSyntax.Turtle, ":s :p [ :q 1 .")]
    [TestCase(RdfSyntax.Turtle, ":s :p [ :q 1 ) .")]
    [TestCase(RdfSyntax.Turtle, ":s .")]
    [TestCase(RdfSyntax.Turtle, ":s :p .")]
    [TestCase(RdfSyntax.Turtle, ":s ; :p 1 .")]
    [TestCase(RdfSyntax.Turtle, "@PREFIX x: <http://x/> .")]
    [TestCase(RdfSyntax.Turtle, "PREFIX x: <http://x/> .")]
    [TestCase(RdfSyntax.Turtle, "@prefix x: <http://x/>")]
    [TestCase(RdfSyntax.Turtle, "@prefix x <http://x/> .")]
    [TestCase(RdfSyntax.Turtle, "@prefix x:y <http://x/> .")]
    [TestCase(RdfSyntax.Turtle, "@prefix 1: <http://x/> .")]
    public void BrokenDocument_IsRefused(RdfSyntax syntax, string text) =>
        Assert.That(Reading.Of(Prefixes + text, syntax).Result.Failure, Is.Not.Null);

    [TestCase("<s> <p> <o> .", 1, 1, "Expected an absolute IRI, as no base is known, but found 's'.")]
    [TestCase("# ñandú\n<http://s> <http://p>\n  \"ñ\U0001F600\" <http://x> .", 3, 8, "Expected '.', ';' or ',' but found '<http://x>'.")]
    [TestCase("@prefix : <http://e/> .\r\n:s :p ]", 2, 7, "Expected a term but found ']'.")]
    [TestCase("@prefix : <http://e/> .\n:s :p", 2, 6, "Expected a term but found the end of the document.")]
    [TestCase("@prefix : <http://e/> .\n:s :p x:y .", 2, 7, "Expected a declared prefix but found 'x:'.")]
    [TestCase("@prefix : <http://e/> .\n:s :p \"\"\"a\n\nb", 4, 2, "Expected three quotation marks at the end of a string but found the end of the document.")]
    [TestCase("@prefix : <http://e/> .\n:s :p \"a\nb\" .", 2, 9, "Expected a quotation mark before the end of the line but found the character U+000A.")]
    [TestCase("@prefix : <http://e/> .\n:s :p <http://a\nb> .", 2, 16, "Expected a character that an IRI may hold, or '>', but found the character U+000A.")]
    public void Failure_SaysWhereAndWhat(string text, int line, int column, string message)
    {
        var failure = Reading.Of(text, RdfSyntax.Turtle).Result.Failure!;
        Assert.That((failure.Line, failure.Column, failure.Message), Is.EqualTo((line, column, message)));
    }

    [Test]
    public void Place_IsCountedAcrossManyWindows()
    {
        var text = new StringBuilder("@prefix : <http://e/> .\n");
        for (var n = 0; n < 30_000; n++) text.Append(":s :p \"ñandú\" .\n");
        var failure = Reading.Of(text.Append(":s :p \"" + new string('ñ', 200_000) + "\" ?").ToString(), RdfSyntax.Turtle).Result.Failure!;
        Assert.That((failure.Line, failure.Column), Is.EqualTo((30_002, 7 + 200_000 + 3)));
    }

    [TestCase("\uFEFF@prefix : <http://e/> . :s :p :o .", 1)]
    [TestCase("\uFEFF", 0)]
    public void ByteOrderMark_IsPassed(string text, int triples)
    {
        var reading = Reading.Of(text, RdfSyntax.Turtle);
        Assert.That((reading.Quads.Count, reading.Result.Failure), Is.EqualTo((triples, (RdfError?)null)));
    }

    [Test]
    public void BytesThatAreNoUtf8_EndAStrictReading()
    {
        byte[] text = [.. "<http://s> <http://p> \"a\" .\n<http://s> <http://p> \"ni"u8, 0xF1, .. "o\" ."u8];
        var reading = Reading.Of(new MemoryStream(text), RdfSyntax.Turtle);
        var failure = reading.Result.Failure!;
        Assert.That((reading.Quads.Count, failure.Code, failure.Line, failure.Column), Is.EqualTo((1, RdfErrorCodes.BadEncoding, 2L, 26L)));
    }

    [Test]
    public void DocumentCutInACharacter_IsNoUtf8()
    {
        var reading = Reading.Of(new MemoryStream([.. "<http://s> <http://p> \"a\" . # "u8, 0xC3]), RdfSyntax.Turtle);
        Assert.That((reading.Quads.Count, reading.Result.Failure?.Code), Is.EqualTo((1, RdfErrorCodes.BadEncoding)));
    }
}
