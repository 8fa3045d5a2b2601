using System.Globalization;
using System.Text;
using Catalog.Core;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Rdf;

/// <summary>Large documents and hostile ones.</summary>
public sealed class JsonLdBoundsTests
{
    private const string Context = """ "@context": { "@vocab": "http://v.example/", "has": { "@type": "@id" }, "Typed": { "@id": "Typed", "@context": { "name": "scoped" } } } """;

    /// <summary>Beyond a mebibyte an array is read item by item; the same document below it is read whole.</summary>
    [TestCase("""{ CONTEXT, "@graph": ITEMS }""")]
    [TestCase("""{ "@graph": ITEMS, CONTEXT }""")]
    [TestCase("""{ "@graph": ITEMS, CONTEXT, "@id": "http://example.org/g", "name": "after" }""")]
    [TestCase("""{ CONTEXT, "@id": "http://example.org/c", "@type": "Catalog", "has": ITEMS, "name": "after" }""")]
    [TestCase("""{ CONTEXT, "@type": "Typed", "has": ITEMS, "name": "in the scope of a type" }""")]
    [TestCase("""{ CONTEXT, "@id": "http://example.org/c", "@reverse": { "has": ITEMS } }""")]
    [TestCase("""{ CONTEXT, "@id": "http://example.org/c", "list": { "@list": ITEMS } }""")]
    [TestCase("""[ { CONTEXT, "@id": "http://example.org/c", "has": ITEMS }, { "http://v.example/other": 1 } ]""")]
    public void LargeArray_SaysWhatASmallOneSays(string form)
    {
        var document = form.Replace("CONTEXT", Context, StringComparison.Ordinal);
        var items = "[" + string.Join(',', Enumerable.Range(0, 40).Select(Item)) + "]";
        var small = Read(document.Replace("ITEMS", items, StringComparison.Ordinal));
        var large = Read(document.Replace("ITEMS", items.Replace(", ", "," + new string(' ', 8_000), StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.That(small.Result.Failure ?? large.Result.Failure, Is.Null);
        RdfGraphs.AssertSame(large.Quads, small.Quads);
        Assert.That(small.Quads, Has.Count.GreaterThan(100));
    }

    [Test]
    public void ArrayOfItemsAtTheTop_IsReadItemByItem()
    {
        var items = string.Join(',', Enumerable.Range(0, 40).Select(i => $$"""{ {{Context}}, "@id": "http://example.org/{{i}}", "name": "{{new string('x', 40_000)}}", "has": {{(i == 7 ? "{ \"@value\": 1, \"@id\": \"x:y\" }" : "\"http://example.org/z\"")}} }"""));
        var (quads, result) = Read($"[{items}]", new RdfReadOptions { Lenient = true });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(quads, Has.Count.EqualTo(79));
            Assert.That(result.Skipped.Single().Message, Does.EndWith("(at /7/has)"));
        }
    }

    [Test]
    public void Nesting_IsBounded()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"http://v.example/p\":", 100)) + "1" + new string('}', 100);
        Assert.That(Read(deep).Result.Failure!.Code, Is.EqualTo(RdfErrorCodes.LimitExceeded));
    }

    [Test]
    public void ContextsThatNameEachOther_AreBounded()
    {
        var options = new RdfReadOptions { LoadContext = address => Encoding.UTF8.GetBytes($$"""{ "@context": "{{address}}x" }""") };
        Assert.That(Read("""{ "@context": "http://example.org/c" }""", options).Result.Failure!.Code, Is.EqualTo("context overflow"));
    }

    [Test]
    public void TermsOfAllContextsTogether_AreBounded()
    {
        var terms = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"t{i}\":\"http://v.example/{i}\""));
        var options = new RdfReadOptions { Lenient = true, Limits = new Limits { MaxRdfContextTerms = 100_000 }, LoadContext = _ => Encoding.UTF8.GetBytes($$"""{ "@context": { {{terms}} } }""") };
        var many = string.Join(',', Enumerable.Repeat("\"http://example.org/c\"", 10_000));
        Assert.That(Read($$"""{ "@context": [{{many}}], "t1": 1 }""", options).Result.Failure!.Code, Is.EqualTo(RdfErrorCodes.LimitExceeded));
    }

    [Test]
    public void LiteralAndIri_AreBounded()
    {
        var options = new RdfReadOptions { Lenient = true, Limits = new Limits { MaxRdfLiteralLength = 100, MaxRdfIriLength = 100 } };
        var (quads, result) = Read($$"""[ { "@id": "http://example.org/{{new string('x', 200)}}", "http://v.example/p": "a" }, { "http://v.example/p": "{{new string('x', 200)}}" }, { "http://v.example/p": "b" } ]""", options);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(quads.Select(q => q.Object.Value), Is.EqualTo(new[] { "b" }));
            Assert.That(result.Skipped.Select(e => e.Code), Is.EqualTo(new[] { RdfErrorCodes.LimitExceeded, RdfErrorCodes.LimitExceeded }));
        }
    }

    [Test]
    public void NamesOfBlankNodes_AreBounded()
    {
        var options = new RdfReadOptions { Lenient = true, Limits = new Limits { MaxRdfBlankNodes = 10 } };
        var items = string.Join(',', Enumerable.Range(0, 20).Select(i => $$"""{ "@id": "_:x{{i}}", "http://v.example/p": 1 }"""));
        Assert.That(Read($"[{items}]", options).Result.Failure!.Code, Is.EqualTo(RdfErrorCodes.LimitExceeded));
    }

    [Test]
    public void ManyMembersOfOneObject_AreNotComparedWithEachOther()
    {
        var members = string.Join(',', Enumerable.Range(0, 200_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"http://v.example/{i}\":1")));
        Assert.That(Read("{" + members + "}").Quads, Has.Count.EqualTo(200_000));
    }

    [Test]
    public void AnyBytes_EndInAResult() =>
        Gen.Byte.Array[0, 200].Sample(bytes => { Read(bytes, new RdfReadOptions { Lenient = true }); Read(bytes, new RdfReadOptions()); }, iter: 2000, threads: 1);

    private static readonly string[] Names =
    [
        "@context", "@id", "@type", "@graph", "@list", "@set", "@value", "@language", "@direction", "@reverse", "@nest", "@included", "@index", "@json",
        "@container", "@vocab", "@base", "@protected", "@propagate", "@import", "@version", "@prefix", "@none", "@any", "a", "b", "a:b", "http://v.example/p",
        "", ":", "_:x", "/", "es", "http://schema.org/", "1.1",
    ];

    private static readonly Gen<string> Word = Gen.Int[0, Names.Length - 1].Select(i => "\"" + Names[i] + "\"");

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth > 5
        ? Word
        : Gen.Frequency(
            (4, Word), (1, Gen.Int[0, 3].Select(i => ((string[])["null", "true", "1.1", "7"])[i])),
            (4, Gen.Select(Word, inner).Array[0, 5].Select(m => "{" + string.Join(',', m.Select(p => p.Item1 + ":" + p.Item2)) + "}")),
            (2, inner.Array[0, 4].Select(i => "[" + string.Join(',', i) + "]"))));

    [Test]
    public void AnyKeywordsAnywhere_EndInAResult() =>
        Json.Sample(
            json =>
            {
                var strict = Read(json, new RdfReadOptions { BaseIri = "http://example.org/" });
                var lenient = Read(json, new RdfReadOptions { BaseIri = "http://example.org/", Lenient = true });
                Assert.That(lenient.Result.Failure, Is.Null, json);
                if (strict.Result.Failure is null) Assert.That(lenient.Quads, Has.Count.GreaterThanOrEqualTo(strict.Quads.Count), json);
            },
            iter: 5000, threads: 1);

    [Test]
    public void MutatedDocument_EndsInAResult()
    {
        var document = Encoding.UTF8.GetBytes("{" + Context + ", \"@id\": \"http://example.org/c\", \"has\": [" + Item(1) + "," + Item(2) + "] }");
        Gen.Select(Gen.Int[0, document.Length - 1], Gen.Byte).Array[1, 4].Sample(
            changes =>
            {
                var changed = document.ToArray();
                foreach (var (at, value) in changes) changed[at] = value;
                Read(changed, new RdfReadOptions());
                Read(changed, new RdfReadOptions { Lenient = true });
            },
            iter: 5000, threads: 1);
    }

    private static string Item(int i) => $$"""
        { "@id": "http://example.org/{{i}}", "@type": "{{(i % 3 == 0 ? "Typed" : "Plain")}}", "name": "x", "n": {{i}}, "has": { "@id": "_:b{{i % 4}}", "name": ["x", { "@value": "y", "@language": "es" }] } }
        """;

    private static (List<Quad> Quads, RdfReadResult Result) Read(string json, RdfReadOptions? options = null) => Read(Encoding.UTF8.GetBytes(json), options ?? new RdfReadOptions());

    private static (List<Quad> Quads, RdfReadResult Result) Read(byte[] json, RdfReadOptions options)
    {
        var quads = new List<Quad>();
        using var stream = new MemoryStream(json);
        var result = RdfReader.Read(stream, RdfSyntax.JsonLd, options, quads.Add, CancellationToken.None);
        return (quads, result);
    }
}
