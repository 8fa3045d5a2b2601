using System.Text;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Rdf;

/// <summary>One graph, whatever syntax it is written in: the same calls to each writer, read back.</summary>
public sealed class WritersAgreeTests
{
    private static readonly RdfContext Context = new(
        [new("e", "http://e.example/"), new("x", "http://e.example/deeper/"), new("xsd", RdfNames.Xsd)],
        [
            new("title", Iri.Of("http://e.example/title"), TermKind.LanguageMap), new("name", Iri.Of("http://e.example/name"), TermKind.Plain),
            new("knows", Iri.Of("http://e.example/knows"), TermKind.Link), new("size", Iri.Of("http://e.example/size"), TermKind.Typed, Iri.Of(RdfNames.XsdInteger)),
        ]);

    private static readonly Gen<char> Odd = Gen.OneOf<char>([.. "aé<>&\"'\\\r\n\t {}%#/?.:_-@^|`\u0000\u0001\u000B\u007F\u0085\u00A0\u2028\u202E\uD800\uDC00\uE000\uFEFF\uFFFD\uFFFE\uFFFF"]);
    private static readonly Gen<string> Texts = Gen.OneOf(Odd, Gen.Char).Array[0, 12].Select(c => new string(c));

    private static readonly Gen<Iri> Iris = Gen.OneOf(
        Gen.OneOf(
            Iri.Of("http://e.example/title"), Iri.Of("http://e.example/name"), Iri.Of("http://e.example/knows"), Iri.Of("http://e.example/size"), Iri.Of("http://e.example/deeper/x"),
            Iri.Of("http://e.example/"), Iri.Of("http://e.example/1"), Iri.Of("http://other.example"), Iri.Of("urn:isbn:1"), Iri.Of("mailto:a@b.example"), Iri.Of(RdfNames.Type), Iri.Of(RdfNames.Rdf + "_1")),
        Texts.Select(t => Iri.TryClean("http://e.example/" + t, out var iri) ? iri : Iri.Of("http://e.example/none")));

    private static readonly Gen<Iri> Properties = Gen.OneOf(Iris.Where(PropertyName.Is), Texts.Where(t => RdfText.Clean(t).Length > 0).Select(t => Iri.Of(PropertyName.Of("http://e.example/extra#", t))));

    private static readonly Gen<(int Kind, Iri Property, string Text, Iri Iri, string Language)> Values =
        Gen.Select(Gen.Int[0, 2], Properties, Texts, Iris, Gen.OneOf("", "es", "pt-BR", "not a tag", "en_US"));

    private static readonly Gen<(Iri Subject, Iri[] Types, (int, Iri, string, Iri, string)[] Values)[]> Graphs =
        Gen.Select(Iris, Iris.Array[0, 3], Values.Array[0, 6]).Array[0, 4];

    [TestCase(RdfSyntax.Turtle)]
    [TestCase(RdfSyntax.TriG)]
    [TestCase(RdfSyntax.NTriples)]
    [TestCase(RdfSyntax.RdfXml)]
    [TestCase(RdfSyntax.JsonLd)]
    public void AnyCalls_ReadBackAsTheGraphThatWasMeant(RdfSyntax syntax) =>
        Graphs.Sample(graph => RdfGraphs.AssertSame(Read(Write(syntax, graph), syntax), Meant(graph)));

    [TestCase(RdfSyntax.TriG)]
    [TestCase(RdfSyntax.JsonLd)]
    public void NamedGraphs_ReadBackWithTheirNames(RdfSyntax syntax)
    {
        var (a, b) = (Iri.Of("http://e.example/a"), Iri.Of("http://e.example/b"));
        using var stream = new MemoryStream();
        IQuadSink sink = syntax == RdfSyntax.TriG ? new TriGWriter(stream, Context) : new JsonLdWriter(stream, Context);
        foreach (var graph in new Iri?[] { null, a, b, null, a })
        {
            if (graph is { } name) sink.BeginGraph(name);
            sink.BeginSubject(a, b);
            sink.EndSubject();
            if (graph is not null) sink.EndGraph();
        }
        sink.CompleteAsync(CancellationToken.None).AsTask().Wait();
        var triple = new Quad(RdfNode.OfIri(a.Value), RdfNode.OfIri(RdfNames.Type), RdfNode.OfIri(b.Value));
        RdfGraphs.AssertSame(Read(stream.ToArray(), syntax), [triple, triple with { Graph = RdfNode.OfIri(a.Value) }, triple with { Graph = RdfNode.OfIri(b.Value) }]);
    }

    private static byte[] Write(RdfSyntax syntax, (Iri Subject, Iri[] Types, (int, Iri, string, Iri, string)[] Values)[] graph)
    {
        using var stream = new MemoryStream();
        IRdfSink sink = syntax switch
        {
            RdfSyntax.Turtle => new TurtleWriter(stream, Context),
            RdfSyntax.TriG => new TriGWriter(stream, Context),
            RdfSyntax.NTriples => new NTriplesWriter(stream),
            RdfSyntax.RdfXml => new RdfXmlWriter(stream, Context),
            _ => new JsonLdWriter(stream, Context),
        };
        foreach (var (subject, types, values) in graph)
        {
            sink.BeginSubject(subject, types);
            foreach (var (kind, property, text, iri, language) in values)
            {
                if (kind == 0) sink.Link(property, iri);
                else if (kind == 1) sink.Literal(property, text, language);
                else sink.Typed(property, text, iri);
            }
            sink.EndSubject();
        }
        sink.CompleteAsync(CancellationToken.None).AsTask().Wait();
        return stream.ToArray();
    }

    private static IEnumerable<Quad> Meant((Iri Subject, Iri[] Types, (int, Iri, string, Iri, string)[] Values)[] graph)
    {
        foreach (var (subject, types, values) in graph)
        {
            foreach (var type in types) yield return new Quad(Node(subject), RdfNode.OfIri(RdfNames.Type), Node(type));
            foreach (var (kind, property, text, iri, language) in values)
            {
                var literal = RdfText.Clean(text);
                yield return new Quad(Node(subject), Node(property), kind switch
                {
                    0 => Node(iri),
                    1 => LanguageTag.Clean(language) is { } tag ? RdfNode.OfText(literal, tag) : RdfNode.OfText(literal),
                    _ => RdfNode.OfTyped(literal, iri.Value),
                });
            }
        }
    }

    private static RdfNode Node(Iri iri) => RdfNode.OfIri(iri.Value);

    private static List<Quad> Read(byte[] document, RdfSyntax syntax)
    {
        var quads = new List<Quad>();
        using var stream = new MemoryStream(document);
        var read = RdfReader.Read(stream, syntax, new RdfReadOptions(), quads.Add, CancellationToken.None);
        Assert.That(read.Failure, Is.Null, Encoding.UTF8.GetString(document));
        return quads;
    }
}
