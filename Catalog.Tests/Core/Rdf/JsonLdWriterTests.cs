using System.Text.Json;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Rdf;

public sealed class JsonLdWriterTests
{
    private static readonly Iri Subject = Iri.Of("http://example.org/s");
    private static readonly Iri Title = Iri.Of("http://ns.example/title");
    private static readonly Iri Name = Iri.Of("http://ns.example/name");
    private static readonly Iri Knows = Iri.Of("http://ns.example/knows");
    private static readonly Iri Size = Iri.Of("http://ns.example/size");
    private static readonly Iri Integer = Iri.Of("http://www.w3.org/2001/XMLSchema#integer");

    private static readonly RdfContext Context = new(
        [new("ns", "http://ns.example/"), new("xsd", "http://www.w3.org/2001/XMLSchema#")],
        [
            new("title", Title, TermKind.LanguageMap), new("name", Name, TermKind.Plain),
            new("knows", Knows, TermKind.Link), new("size", Size, TermKind.Typed, Integer),
        ]);

    [Test]
    public async Task Context_SaysWhatEachTermIs()
    {
        var context = (await Write(_ => { })).GetProperty("@context");
        Assert.That(context.GetRawText().ReplaceLineEndings("").Replace(" ", ""), Is.EqualTo(
            """{"ns":"http://ns.example/","xsd":"http://www.w3.org/2001/XMLSchema#","title":{"@id":"ns:title","@container":"@language"},"name":"ns:name","knows":{"@id":"ns:knows","@type":"@id"},"size":{"@id":"ns:size","@type":"xsd:integer"}}"""));
    }

    [Test]
    public async Task CommonValues_StandUnderTheirTerm()
    {
        var node = await Node(sink =>
        {
            sink.Literal(Title, "uno", "es");
            sink.Literal(Title, "one", "en");
            sink.Literal(Title, "dos", "es");
            sink.Literal(Name, "n");
            sink.Link(Knows, Subject);
            sink.Typed(Size, "7", Integer);
        });
        Assert.That(node, Is.EqualTo(
            """{"@id":"http://example.org/s","@type":"ns:name","title":{"es":["uno","dos"],"en":"one"},"name":"n","knows":"http://example.org/s","size":"7"}"""));
    }

    [Test]
    public async Task ValuesOfAnotherKind_AreSpelledOutUnderTheFullName()
    {
        var node = await Node(sink =>
        {
            sink.Literal(Title, "uno", "es");
            sink.Literal(Title, "untagged");
            sink.Literal(Name, "n", "es");
            sink.Literal(Knows, "a name");
            sink.Typed(Size, "7", Name);
            sink.Link(Size, Subject);
            sink.Literal(Iri.Of("http://other.example/p#x"), "x");
        });
        Assert.That(node, Is.EqualTo(
            """{"@id":"http://example.org/s","@type":"ns:name","ns:title":[{"@language":"es","@value":"uno"},"untagged"],"ns:name":{"@language":"es","@value":"n"},"ns:knows":"aname","ns:size":[{"@type":"ns:name","@value":"7"},{"@id":"http://example.org/s"}],"http://other.example/p#x":"x"}"""));
    }

    [Test]
    public async Task ValuesOfOneProperty_AreGatheredWhereverTheyCome()
    {
        var node = await Node(sink =>
        {
            sink.Literal(Name, "a");
            sink.Link(Knows, Subject);
            sink.Literal(Name, "b");
        });
        Assert.That(node, Is.EqualTo("""{"@id":"http://example.org/s","@type":"ns:name","name":["a","b"],"knows":"http://example.org/s"}"""));
    }

    [TestCase("\"\\ \n</script>\u2028")]
    [TestCase("ñ \U0001F600")]
    public async Task Literal_ReadsBackAsWritten(string value)
    {
        var document = await Write(sink =>
        {
            sink.BeginSubject(Subject);
            sink.Literal(Name, value);
            sink.EndSubject();
        });
        Assert.That(document.GetProperty("@graph")[0].GetProperty("name").GetString(), Is.EqualTo(value));
    }

    [Test]
    public async Task HalfASurrogatePair_BecomesTheReplacementCharacter()
    {
        var document = await Write(sink =>
        {
            sink.BeginSubject(Subject);
            sink.Literal(Name, "a\uD800\u0001b");
            sink.EndSubject();
        });
        Assert.That(document.GetProperty("@graph")[0].GetProperty("name").GetString(), Is.EqualTo("a\uFFFDb"));
    }

    [Test]
    public async Task SubjectWithoutTriples_IsNotWritten()
    {
        var document = await Write(sink =>
        {
            sink.BeginSubject(Subject);
            sink.EndSubject();
        });
        Assert.That(document.GetProperty("@graph").GetArrayLength(), Is.Zero);
    }

    private static async Task<string> Node(Action<IRdfSink> values)
    {
        var document = await Write(sink =>
        {
            sink.BeginSubject(Subject, Name);
            values(sink);
            sink.EndSubject();
        });
        return document.GetProperty("@graph")[0].GetRawText().ReplaceLineEndings("").Replace(" ", "");
    }

    private static async Task<JsonElement> Write(Action<IRdfSink> body)
    {
        using var stream = new MemoryStream();
        var sink = new JsonLdWriter(stream, Context);
        body(sink);
        await sink.CompleteAsync(CancellationToken.None);
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
