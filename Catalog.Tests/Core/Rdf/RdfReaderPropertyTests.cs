using System.Text;
using Catalog.Core;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Rdf;

/// <summary>What holds for any document of the Turtle family, however it came about.</summary>
public sealed class RdfReaderPropertyTests
{
    private static readonly RdfSyntax[] Syntaxes = [RdfSyntax.Turtle, RdfSyntax.TriG, RdfSyntax.NTriples, RdfSyntax.NQuads];

    private static readonly RdfContext Context = new([new("e", "http://e.example/"), new("x", "http://x.example/ns#")], []);

    /// <summary>Small, so that mutations meet them.</summary>
    private static readonly Limits Small = Limits.Default with { MaxRdfLiteralLength = 60, MaxRdfIriLength = 50, MaxRdfDepth = 4, MaxRdfPrefixes = 4, MaxRdfErrors = 10 };

    /// <summary>Every construct of the grammars at least once.</summary>
    private static readonly byte[][] Samples =
    [
        .. new[]
        {
            """
            @base <http://e.example/a/> . @prefix e: <http://e.example/> . # comment
            PREFIX : <#> BASE <b/>
            <> a e:T , :T ; e:p [ e:q ( 1 -2.5 3e4 true "x"@es-AR ) ; e:r [] ] , () ;; .
            [ e:p '''long ' \u00F1 ''' ] . ( :a ) e:p _:b.1 , "\t\"\U0001F600"^^e:t , e:%20\-.x .
            """,
            """
            @prefix e: <http://e.example/> .
            e:g { e:s e:p e:o . e:s e:p "}" } GRAPH _:g { [] e:p 1 ; } { e:s a e:T }
            [] { e:s e:p <http://ñ.example/ñ> . } e:s e:p ".", '{', '' .
            """,
            """
            <http://s.example/> <http://p.example/> "a \"b\" ñ"@en .
            # comment
            _:b1 <http://p.example/> "1"^^<http://t.example/> .
            <http://s.example/> <http://p.example/> _:b1 <http://g.example/> .
            """,
        }.Select(text => Encoding.UTF8.GetBytes(text)),
    ];

    private static readonly Gen<Iri> AnyIri = Gen.OneOf(
        Gen.String[Gen.Char["abcZ09-_.~%#/?é😀"], 0, 12].Select(name => CleanIri("http://e.example/" + name)),
        Gen.String[0, 8].Select(name => CleanIri("http://x.example/ns#" + name)),
        Gen.Const(CleanIri("urn:a:b")));

    private static readonly Gen<RdfNode> AnyValue = Gen.OneOf(
        AnyIri.Select(iri => RdfNode.OfIri(iri.Value)),
        Gen.String[0, 30].Select(text => RdfNode.OfText(RdfText.Clean(text))),
        Gen.Select(Gen.String[Gen.Char["\"'\\\n\r\tab.@^"], 0, 20], Gen.OneOf("es", "es-ar", "zh-hans-x-private1")).Select((text, language) => RdfNode.OfText(RdfText.Clean(text), language)),
        Gen.Select(Gen.String[0, 10], AnyIri).Select((text, type) => RdfNode.OfTyped(RdfText.Clean(text), type.Value)));

    private static readonly Gen<(Iri? Graph, Iri Subject, Iri Predicate, RdfNode Value)[]> AnyQuads =
        Gen.Select(Gen.OneOf(AnyIri.Select(g => (Iri?)g), Gen.Const((Iri?)null)), AnyIri, AnyIri, AnyValue).Array[0, 20];

    private static readonly Gen<byte[]> Mutated = Gen.Select(Gen.OneOf(Samples), Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 3], Gen.OneOf(Gen.Byte, Gen.OneOf("<>\"'\\.;,[](){}@^_:#\n\r u0"u8.ToArray()))).Array[1, 6]).Select((sample, changes) =>
    {
        var bytes = sample.ToList();
        foreach (var (at, kind, value) in changes)
        {
            var index = at % bytes.Count;
            if (kind == 0) bytes.RemoveAt(index);
            else if (kind == 1) bytes.Insert(index, value);
            else if (kind == 2) bytes[index] = value;
            else bytes.InsertRange(index, bytes.Slice(index / 2, Math.Min(30, bytes.Count - index / 2)));
        }
        return bytes.ToArray();
    });

    [Test]
    public async Task AnyQuads_ComeBackFromEachWriter() =>
        await AnyQuads.SampleAsync(async quads =>
        {
            var expected = quads.Select(q => new Quad(RdfNode.OfIri(q.Subject.Value), RdfNode.OfIri(q.Predicate.Value), q.Value, q.Graph is { } g ? RdfNode.OfIri(g.Value) : null)).ToList();
            var triples = expected.Select(q => q with { Graph = null }).ToList();
            Assert.That(Read(await Write(stream => new NTriplesWriter(stream), quads), RdfSyntax.NTriples), Is.EqualTo(triples));
            Assert.That(Read(await Write(stream => new TurtleWriter(stream, Context), quads), RdfSyntax.Turtle), Is.EqualTo(triples));
            Assert.That(Read(await Write(stream => new TriGWriter(stream, Context), quads), RdfSyntax.TriG), Is.EqualTo(expected));
        });

    [Test]
    public async Task WhatNTriplesSays_TheOthersSayToo() =>
        await AnyQuads.SampleAsync(async quads =>
        {
            var text = await Write(stream => new NTriplesWriter(stream), quads);
            var triples = Read(text, RdfSyntax.NTriples);
            foreach (var syntax in Syntaxes) Assert.That(Read(text, syntax), Is.EqualTo(triples), syntax.ToString());
        });

    [Test]
    public void BytesOneAtATime_GiveWhatTheWholeGives() =>
        Gen.Select(Mutated, Gen.OneOf(Syntaxes), Gen.Bool, Gen.Int[1, 5]).Sample((bytes, syntax, lenient, chunk) =>
        {
            var whole = Reading.Of(new MemoryStream(bytes), syntax, lenient, "http://b.example/", Small);
            var trickled = Reading.Of(new TrickleStream(bytes, chunk), syntax, lenient, "http://b.example/", Small);
            Assert.That(trickled.Quads, Is.EqualTo(whole.Quads));
            Assert.That(trickled.Result with { Skipped = [] }, Is.EqualTo(whole.Result with { Skipped = [] }));
            Assert.That(trickled.Result.Skipped, Is.EqualTo(whole.Result.Skipped));
        });

    /// <summary>Windows end after 64 KiB, or move after 48 when bytes come in small parts.</summary>
    [Test]
    public void DocumentAcrossTheEndOfAWindow_GivesWhatItGivesWithinOne() =>
        Gen.Select(Mutated, Gen.OneOf(Syntaxes), Gen.Bool, Gen.Int[0, 700], Gen.OneOf((64 * 1024, int.MaxValue), (48 * 1024, 7), (48 * 1024, 1))).Sample((bytes, syntax, lenient, back, window) =>
        {
            byte[] padded = [(byte)'#', .. Enumerable.Repeat((byte)' ', window.Item1 - back - 2), (byte)'\n', .. bytes];
            var alone = Reading.Of(new MemoryStream([(byte)'#', (byte)'\n', .. bytes]), syntax, lenient, "http://b.example/", Small);
            var moved = Reading.Of(new TrickleStream(padded, window.Item2), syntax, lenient, "http://b.example/", Small);
            Assert.That(moved.Quads, Is.EqualTo(alone.Quads));
            Assert.That(moved.Result with { Skipped = [] }, Is.EqualTo(alone.Result with { Skipped = [] }));
            Assert.That(moved.Result.Skipped, Is.EqualTo(alone.Result.Skipped));
        }, iter: 300);

    [Test]
    public void NameThatEndsInBrokenBytes_IsHandedOnByNeither()
    {
        byte[] bytes = [.. "@prefix e: <http://e.example/> . e:s e:p e:o"u8, 0xFF, .. " ."u8];
        var strict = Reading.Of(new MemoryStream(bytes), RdfSyntax.Turtle, lenient: false, "http://b.example/", Small);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(strict.Quads, Is.Empty);
            Assert.That(strict.Result.Failure!.Code, Is.EqualTo(RdfErrorCodes.BadEncoding));
        }
    }

    [Test]
    public void LenientReading_AgreesWithTheStrictOneAsFarAsThatGets() =>
        Gen.Select(Mutated, Gen.OneOf(Syntaxes)).Sample((bytes, syntax) =>
        {
            var strict = Reading.Of(new MemoryStream(bytes), syntax, lenient: false, "http://b.example/", Small);
            var lenient = Reading.Of(new MemoryStream(bytes), syntax, lenient: true, "http://b.example/", Small);
            Assert.That(strict.Result.SkippedCount, Is.Zero);
            Assert.That(lenient.Result.Failure, Is.Null);
            Assert.That(lenient.Quads.Take(strict.Quads.Count), Is.EqualTo(strict.Quads));
            Assert.That(lenient.Result.SkippedCount == 0, Is.EqualTo(strict.Result.Failure is null));
            Assert.That(lenient.Result.Skipped, Has.Count.EqualTo(Math.Min(lenient.Result.SkippedCount, Small.MaxRdfErrors)));
            foreach (var error in lenient.Result.Skipped.Concat(strict.Result.Failure is { } failure ? [failure] : []))
            {
                Assert.That(error.Line, Is.InRange(1, bytes.Length + 1), error.ToString());
                Assert.That(error.Column, Is.InRange(1, bytes.Length + 1), error.ToString());
            }
        });

    [Test]
    public void AnyBytes_AreReadToTheirEndInBoundedMemory() =>
        Gen.Select(Gen.OneOf(Gen.Byte.Array[0, 300], Mutated, Gen.OneOf("<>\"'\\.;,[](){}@^_:# \nabu0"u8.ToArray()).Array[0, 300]), Gen.OneOf(Syntaxes), Gen.Bool).Sample((bytes, syntax, lenient) =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var reading = Reading.Of(new MemoryStream(bytes), syntax, lenient, null, Small);
            Assert.That(reading.Quads, Has.Count.LessThanOrEqualTo(bytes.Length));
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1024 * 1024));
        });

    [TestCase("rdf-turtle", RdfSyntax.Turtle)]
    [TestCase("rdf-trig", RdfSyntax.TriG)]
    [TestCase("rdf-n-triples", RdfSyntax.NTriples)]
    [TestCase("rdf-n-quads", RdfSyntax.NQuads)]
    public void EveryDocumentOfTheSuites_IsReadLenientlyAndByteByByte(string suite, RdfSyntax syntax)
    {
        Fixtures.Path("w3c", suite, "manifest.ttl");
        using (Assert.EnterMultipleScope())
        {
            foreach (var test in W3cSuite.Read(suite))
            {
                var bytes = File.ReadAllBytes(test.ActionPath);
                var strict = Reading.Of(new TrickleStream(bytes, 1), syntax, lenient: false, test.ActionIri);
                var lenient = Reading.Of(new TrickleStream(bytes, 1), syntax, lenient: true, test.ActionIri);
                Assert.That(strict.Result.Failure is null, Is.EqualTo(!test.Type.Contains("Negative", StringComparison.Ordinal)), test.Name);
                Assert.That(lenient.Quads.Take(strict.Quads.Count), Is.EqualTo(strict.Quads), test.Name);
            }
        }
    }

    private static Iri CleanIri(string text) => Iri.TryClean(text, out var iri) ? iri : Iri.Of("urn:none");

    private static List<Quad> Read(byte[] text, RdfSyntax syntax)
    {
        var reading = Reading.Of(new MemoryStream(text), syntax);
        Assert.That(reading.Result.Failure, Is.Null, Encoding.UTF8.GetString(text));
        return [.. reading.Quads];
    }

    private static async Task<byte[]> Write(Func<Stream, IRdfSink> writer, (Iri? Graph, Iri Subject, Iri Predicate, RdfNode Value)[] quads)
    {
        using var stream = new MemoryStream();
        var sink = writer(stream);
        foreach (var (graph, subject, predicate, value) in quads)
        {
            if (graph is { } name && sink is IQuadSink named) named.BeginGraph(name);
            sink.BeginSubject(subject);
            if (value.Kind == NodeKind.Iri) sink.Link(predicate, Iri.Of(value.Value));
            else if (value.Datatype is { } type) sink.Typed(predicate, value.Value, Iri.Of(type));
            else sink.Literal(predicate, value.Value, value.Language);
            sink.EndSubject();
            if (graph is not null && sink is IQuadSink open) open.EndGraph();
        }
        await sink.CompleteAsync(CancellationToken.None);
        return stream.ToArray();
    }
}
