using System.Text;
using System.Text.Json;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Rdf;

public sealed class TriGWriterTests
{
    private static readonly Iri Subject = Iri.Of("http://example.org/s");
    private static readonly Iri Name = Iri.Of("http://ns.example/name");
    private static readonly Iri Activity = Iri.Of("http://example.org/feed#1");
    private static readonly RdfContext Context = new([new("ns", "http://ns.example/")], [new("name", Name, TermKind.Plain)]);

    [Test]
    public async Task Graph_IsABlock()
    {
        var text = await Write(stream => new TriGWriter(stream, Context));
        Assert.That(text, Is.EqualTo("""
            @prefix ns: <http://ns.example/> .

            <http://example.org/feed#1> a ns:name .

            <http://example.org/feed#1> {
            <http://example.org/s> ns:name "a" ,
                    "b" .

            }

            <http://example.org/s> ns:name "c" .


            """));
    }

    [Test]
    public async Task GraphInJsonLd_IsANodeThatHoldsNodes()
    {
        using var document = JsonDocument.Parse(await Write(stream => new JsonLdWriter(stream, Context)));
        Assert.That(document.RootElement.GetProperty("@graph").GetRawText().ReplaceLineEndings("").Replace(" ", ""), Is.EqualTo(
            """[{"@id":"http://example.org/feed#1","@type":"ns:name"},{"@id":"http://example.org/feed#1","@graph":[{"@id":"http://example.org/s","name":["a","b"]}]},{"@id":"http://example.org/s","name":"c"}]"""));
    }

    private static async Task<string> Write(Func<Stream, IQuadSink> open)
    {
        using var stream = new MemoryStream();
        var sink = open(stream);
        sink.BeginSubject(Activity, Name);
        sink.EndSubject();
        sink.BeginGraph(Activity);
        sink.BeginSubject(Subject);
        sink.Literal(Name, "a");
        sink.Literal(Name, "b");
        sink.EndSubject();
        sink.EndGraph();
        sink.BeginSubject(Subject);
        sink.Literal(Name, "c");
        sink.EndSubject();
        await sink.CompleteAsync(CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
