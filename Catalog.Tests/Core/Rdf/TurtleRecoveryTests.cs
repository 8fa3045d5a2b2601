using System.Text;
using Catalog.Core;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Rdf;

/// <summary>What a lenient reading makes of broken Turtle and TriG: what it saves, and what it reports.</summary>
public sealed class TurtleRecoveryTests
{
    private const string Prefixes = "@prefix : <http://e/> .\n";

    [TestCase(":a :p 1 . :b :p ] . :c :p 3 .", "a c", "2:17")]
    [TestCase(":a :p 1 . :b :p \"no. end ;\n:p 2 . \n:c :p 3 .", "a c", "2:27")]
    [TestCase(":a :p 1 . :b :p \"no. end\n:p \"2\" . \n:c :p 3 .", "a c", "2:25 3:5")]
    [TestCase(":a :p 1 . :b :p <http://no. end\n; :p 2 .\n:c :p 3 .", "a c", "2:32")]
    [TestCase(":a :p 1 . :b ??? \"a string. \" , '''one. ''' , <http://a. b> ; # a comment. \n 1.5 , e:f.g . :c :p 3 .", "a c", "2:14")]
    [TestCase(":a :p 1 . :b :p [ :q ?? ; :r [ :s 1.5 ] ] . :c :p 3 .", "a b c", "2:22")]
    [TestCase(":a :p 1 . :b :p ( 1 ?? . :c :p 3 .", "a b anon0 anon0 c", "2:21")]
    [TestCase(":a :p 1 . :b :p { :x :y :z . :x :y :z } . :c :p 3 .", "a c", "2:17 2:41")]
    [TestCase(":a :p 1 . } :c :p 3 .", "a c", "2:11")]
    [TestCase(":a :p 1 . :b :p 2 :q 3 . :c :p 3 .", "a b c", "2:19")]
    [TestCase(":a :p 1 . :b :p 2", "a b", "2:18")]
    [TestCase(":a :p 1 . :b :p \"it's ?\" ?? it's . \n. :c :p 3 .", "a b c", "2:26")]
    [TestCase("@prefix x: <http://x/>\n@base <http://y/>\n:c :p x:y .", "c", "3:1 4:1")]
    [TestCase(":c :p \"a\nb. c\" .", "c", "2:9")]
    [TestCase(":c :p \"\"\"a\"\"\"\" .", "c", "2:7")]
    [TestCase(":c :p \"\"\"a\"\"\"\"\" .", "c", "2:7 2:7")]
    [TestCase("""<http://s> :p "\uD83D\uDE00\uD83D\q" .""", "http://s", "2:16 2:22 2:28 2:34")]
    [TestCase(":c :p \"x\"@es_AR , \"x\"@ , \"x\"@123 .", "c c c", "2:10 2:22 2:29")]
    [TestCase(":c :p x:y .", "c", "2:7")]
    [TestCase(":c :p <a b> , <http://a{b}> , <http://a\\u0020b> .", "c c c", "2:7 2:7 2:15 2:31")]
    public void Turtle_GoesOnAfterABrokenStatement(string text, string subjects, string errors)
    {
        var reading = Reading.Of(Prefixes + text, RdfSyntax.Turtle, lenient: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Result.Failure, Is.Null);
            Assert.That(string.Join(' ', reading.Quads.Select(q => q.Subject.Value.Replace("http://e/", "", StringComparison.Ordinal))), Is.EqualTo(subjects));
            Assert.That(string.Join(' ', reading.Result.Skipped.Select(e => $"{e.Line}:{e.Column}")), Is.EqualTo(errors));
            Assert.That(reading.Result.SkippedCount, Is.EqualTo(reading.Result.Skipped.Count));
        }
    }

    [TestCase(":g { :a :p 1 . :b :p ?? . :c :p 3 } :d :p 4 .", "a c d", "g g -")]
    [TestCase(":g { :a :p 1 . :b :p ?? } :d :p 4 .", "a d", "g -")]
    [TestCase(":g { :a :p 1 . @prefix x: <http://x/> . :c :p 3 } :d :p 4 .", "a c d", "g g -")]
    [TestCase(":g :h { :a :p 1 . } :d :p 4 .", "d", "-")]
    [TestCase(":g { :a :p 1 . :h { :b :p 2 } :c :p 3 . } :d :p 4 .", "a c d", "g g -")]
    [TestCase(":g { :a :p 1 . \"}\" ?? . :c :p 3 } } :d :p 4 .", "a c d", "g g -")]
    [TestCase(":g { :a :p 1", "a", "g")]
    public void TriG_StaysInTheRightGraph(string text, string subjects, string graphs)
    {
        var reading = Reading.Of(Prefixes + text, RdfSyntax.TriG, lenient: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Quads.Select(q => q.Subject.Value["http://e/".Length..]), Is.EqualTo(subjects.Split(' ')));
            Assert.That(reading.Quads.Select(q => q.Graph?.Value["http://e/".Length..] ?? "-"), Is.EqualTo(graphs.Split(' ')));
            Assert.That(reading.Result.SkippedCount, Is.GreaterThan(0));
        }
    }

    [Test]
    public void OddValues_AreHandedOnAsTheyAre()
    {
        var reading = Reading.Of("""@prefix : <http://e/> . :s :p <http://a b>, <rel>, x:y, "\uD83D\uDE00\uD83D", "a\qb", "x"@nolanguagetag1 .""", RdfSyntax.Turtle, lenient: true);
        Assert.That(reading.Quads.Select(q => q.Object.ToString()), Is.EqualTo(new[] { "<http://a b>", "<rel>", "<x:y>", "\"\U0001F600\uFFFD\"", "\"a\\qb\"", "\"x\"" }));
    }

    [Test]
    public void BytesThatAreNoUtf8_BecomeReplacementCharacters()
    {
        byte[] text = [.. "<http://s> <http://p> \"ni"u8, 0xF1, .. "o\", \"a"u8, 0xC3, 0x28, 0xE2, 0x82, .. "\" .\n<http://s> <http://p> \"ok\" . # "u8, 0xE2];
        foreach (var chunk in new[] { 1, 2, 7, 1000 })
        {
            var reading = Reading.Of(new TrickleStream(text, chunk), RdfSyntax.Turtle, lenient: true);
            Assert.That(reading.Quads.Select(q => q.Object.Value), Is.EqualTo(new[] { "ni\uFFFDo", "a\uFFFD(\uFFFD", "ok" }));
            Assert.That(reading.Result.Skipped.Select(e => (e.Code, e.Line, e.Column)), Is.EqualTo(new[]
            {
                (RdfErrorCodes.BadEncoding, 1L, 26L), (RdfErrorCodes.BadEncoding, 1L, 33L), (RdfErrorCodes.BadEncoding, 1L, 35L), (RdfErrorCodes.BadEncoding, 2L, 32L),
            }));
        }
    }

    [Test]
    public void LongTextInALegacyEncoding_IsReadInOneGo()
    {
        var latin = Encoding.Latin1.GetBytes("<http://s> <http://p> \"" + string.Concat(Enumerable.Repeat("niño ", 100_000)) + "\" .");
        var reading = Reading.Of(new MemoryStream(latin), RdfSyntax.Turtle, lenient: true);
        Assert.That(reading.Quads.Single().Object.Value, Is.EqualTo(string.Concat(Enumerable.Repeat("ni\uFFFDo ", 100_000))));
        Assert.That((reading.Result.SkippedCount, reading.Result.Skipped.Count), Is.EqualTo((100_000L, Limits.Default.MaxRdfErrors)));
    }

    [Test]
    public void ErrorsBeyondTheBound_AreCounted()
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(n => $"<http://s> <http://p> {n} ?? .\n"));
        var reading = Reading.Of(text, RdfSyntax.Turtle, lenient: true, limits: Limits.Default with { MaxRdfErrors = 3 });
        Assert.That((reading.Quads.Count, reading.Result.SkippedCount, reading.Result.Skipped.Count), Is.EqualTo((1000, 1000L, 3)));
        Assert.That(reading.Result.Skipped.Select(e => e.Line), Is.EqualTo(new[] { 1L, 2L, 3L }));
    }
}
