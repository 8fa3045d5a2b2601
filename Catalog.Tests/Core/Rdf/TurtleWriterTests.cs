using System.Text;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Rdf;

public sealed class TurtleWriterTests
{
    private static readonly Iri Subject = Iri.Of("http://example.org/s");
    private static readonly Iri Name = Iri.Of("http://ns.example/name");
    private static readonly Iri Knows = Iri.Of("http://ns.example/knows");
    private static readonly RdfContext Context = new([new("ns", "http://ns.example/")], []);

    [TestCase("plain", "\"plain\"")]
    [TestCase("ñ \U0001F600", "\"ñ \U0001F600\"")]
    [TestCase("say \"no\"", "\"say \\\"no\\\"\"")]
    [TestCase("C:\\new", "\"C:\\\\new\"")]
    [TestCase("a\nb\rc\td", "\"a\\nb\\rc\\td\"")]
    [TestCase("\"\"\"", "\"\\\"\\\"\\\"\"")]
    [TestCase("\u007F\u0085\u2028\u202E\uFEFF", "\"\\u007F\\u0085\\u2028\\u202E\\uFEFF\"")]
    [TestCase("a\u0000b", "\"ab\"")]
    [TestCase("", "\"\"")]
    public async Task Literal_IsEscaped(string value, string expected)
    {
        var text = await Write(sink =>
        {
            sink.BeginSubject(Subject);
            sink.Literal(Name, value);
            sink.EndSubject();
        });
        Assert.That(text, Does.EndWith($"\n<http://example.org/s> ns:name {expected} .\n\n"));
    }

    [Test]
    public async Task ValuesOfOneProperty_AreGrouped()
    {
        var text = await Write(sink =>
        {
            sink.BeginSubject(Subject, Knows, Name);
            sink.Literal(Name, "uno", "ES");
            sink.Literal(Name, "one", "not a language");
            sink.Typed(Name, "1", Iri.Of("http://www.w3.org/2001/XMLSchema#integer"));
            sink.Link(Knows, Iri.Of("http://ns.example/a/b"));
            sink.Link(Knows, Iri.Of("http://ns.example/1"));
            sink.EndSubject();
        });
        Assert.That(text, Is.EqualTo("""
            @prefix ns: <http://ns.example/> .

            <http://example.org/s> a ns:knows , ns:name ;
                ns:name "uno"@es ,
                    "one" ,
                    "1"^^<http://www.w3.org/2001/XMLSchema#integer> ;
                ns:knows <http://ns.example/a/b> ,
                    <http://ns.example/1> .


            """));
    }

    [Test]
    public async Task SubjectWithoutTriples_IsNotWritten()
    {
        var text = await Write(sink =>
        {
            sink.BeginSubject(Subject);
            sink.EndSubject();
        });
        Assert.That(text, Is.EqualTo("@prefix ns: <http://ns.example/> .\n\n"));
    }

    [Test]
    public async Task Flush_HandsOnOnlyAtTheThreshold()
    {
        using var stream = new MemoryStream();
        var sink = new TurtleWriter(stream, Context);
        sink.BeginSubject(Subject);
        sink.Literal(Name, "small");
        sink.EndSubject();
        await sink.FlushAsync(CancellationToken.None);
        var before = stream.Length;
        sink.BeginSubject(Subject);
        sink.Literal(Name, new string('x', TurtleWriter.FlushThreshold));
        sink.EndSubject();
        await sink.FlushAsync(CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.Zero);
            Assert.That(stream.Length, Is.GreaterThan(TurtleWriter.FlushThreshold));
        }
    }

    private static async Task<string> Write(Action<IRdfSink> body)
    {
        using var stream = new MemoryStream();
        var sink = new TurtleWriter(stream, Context);
        body(sink);
        await sink.CompleteAsync(CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
