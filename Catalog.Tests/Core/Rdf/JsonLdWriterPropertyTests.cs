using System.Text;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Rdf;

/// <summary>Whatever is said, and wherever the document is handed on between: what is read back is what was said.</summary>
public sealed class JsonLdWriterPropertyTests
{
    private const string Ns = "http://ns.example/";

    private static readonly Iri[] Nodes = [.. Enumerable.Range(0, 6).Select(i => Iri.Of($"http://example.org/n{i}"))];

    private static readonly Iri[] Properties = [.. new[] { "member", "about", "record", "title", "size", "knows", "other" }.Select(name => Iri.Of(Ns + name))];

    private static readonly RdfContext Context = new(
        [new("ns", Ns)],
        [
            new("member", Iri.Of(Ns + "member"), TermKind.Link), new("about", Iri.Of(Ns + "about"), TermKind.Link),
            new("title", Iri.Of(Ns + "title"), TermKind.LanguageMap), new("size", Iri.Of(Ns + "size"), TermKind.Typed, Iri.Of(Ns + "number")),
            new("knows", Iri.Of(Ns + "knows"), TermKind.Link), new("other", Iri.Of(Ns + "other"), TermKind.Plain),
            new("isAboutOf", Iri.Of(Ns + "about"), TermKind.Reverse), new("isRecordOf", Iri.Of(Ns + "record"), TermKind.Reverse),
        ])
    {
        Members = Iri.Of(Ns + "member"),
    };

    private static readonly string[] Odd = ["", "uno", "\"\\\n", "<&>", "\U0001F600 ñ"];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Int[0, 4].Select(i => Odd[i]), Gen.String);

    /// <summary>Statements about one subject, or the end of a batch.</summary>
    private static readonly Gen<Said?> Sayings = Gen.Frequency(
        (1, Gen.Const((Said?)null)),
        (5, Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2], Gen.Select(Gen.Int[0, 6], Gen.Int[0, 4], Gen.Int[0, 5], Texts).Array[0, 6],
            (subject, types, values) => (Said?)new Said(subject, types, [.. values.Select(v => new Value(v.Item1, v.Item2, v.Item3, v.Item4))]))));

    [Test]
    public void Graph_IsTheOneThatWasGiven() =>
        Sayings.Array[0, 25].Sample(
            sayings =>
            {
                var (text, expected) = Write(sayings);
                var read = new List<Quad>();
                using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
                var result = RdfReader.Read(stream, RdfSyntax.JsonLd, new RdfReadOptions(), read.Add, CancellationToken.None);
                Assert.That(result.Failure, Is.Null, text);
                RdfGraphs.AssertSame(read, expected, text);
            },
            iter: 2000, threads: 1);

    [Test]
    public void SameCalls_GiveTheSameBytes() =>
        Sayings.Array[0, 25].Sample(
            sayings =>
            {
                var again = Write(sayings).Text;
                Assert.That(Write(sayings).Text, Is.EqualTo(again));
            },
            iter: 200, threads: 1);

    private static (string Text, List<Quad> Quads) Write(Said?[] sayings)
    {
        var quads = new List<Quad>();
        using var stream = new MemoryStream();
        var sink = new JsonLdWriter(stream, Context);
        foreach (var said in sayings)
        {
            if (said is null) sink.FlushAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
            else Say(sink, said, quads);
        }
        sink.CompleteAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return (Encoding.UTF8.GetString(stream.ToArray()), quads);
    }

    private static void Say(JsonLdWriter sink, Said said, List<Quad> quads)
    {
        var subject = RdfNode.OfIri(Nodes[said.Subject].Value);
        sink.BeginSubject(Nodes[said.Subject], Nodes.AsSpan(0, said.Types));
        for (var i = 0; i < said.Types; i++) quads.Add(new Quad(subject, RdfNode.OfIri(RdfNames.Type), RdfNode.OfIri(Nodes[i].Value)));
        foreach (var value in said.Values)
        {
            var predicate = Properties[value.Property];
            switch (value.Kind)
            {
                case 0:
                    sink.Literal(predicate, value.Text);
                    Expect(RdfNode.OfText(RdfText.Clean(value.Text)));
                    break;
                case 1:
                    sink.Literal(predicate, value.Text, value.Other % 2 == 0 ? "es" : "en");
                    Expect(RdfNode.OfText(RdfText.Clean(value.Text), value.Other % 2 == 0 ? "es" : "en"));
                    break;
                case 2:
                    sink.Typed(predicate, value.Text, value.Other % 2 == 0 ? Iri.Of(Ns + "number") : Nodes[0]);
                    Expect(RdfNode.OfTyped(RdfText.Clean(value.Text), value.Other % 2 == 0 ? Ns + "number" : Nodes[0].Value));
                    break;
                default:
                    sink.Link(predicate, Nodes[value.Other]);
                    Expect(RdfNode.OfIri(Nodes[value.Other].Value));
                    break;
            }

            void Expect(RdfNode node) => quads.Add(new Quad(subject, RdfNode.OfIri(predicate.Value), node));
        }
        sink.EndSubject();
    }

    private sealed record Said(int Subject, int Types, Value[] Values);

    private sealed record Value(int Property, int Kind, int Other, string Text);
}
