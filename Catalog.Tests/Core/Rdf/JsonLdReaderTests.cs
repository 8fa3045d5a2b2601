using System.Text;
using Catalog.Core;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Rdf;

public sealed class JsonLdReaderTests
{
    private const string S = "http://example.org/s";
    private const string Vocab = """ "@context": { "@vocab": "http://v.example/" } """;

    [TestCase("5", "5", RdfNames.XsdInteger)]
    [TestCase("-0", "0", RdfNames.XsdInteger)]
    [TestCase("5.0", "5", RdfNames.XsdInteger)]
    [TestCase("1e3", "1000", RdfNames.XsdInteger)]
    [TestCase("123456789012345678", "123456789012345678", RdfNames.XsdInteger)]
    [TestCase("5.3", "5.3E0", RdfNames.XsdDouble)]
    [TestCase("0.00001", "1.0E-5", RdfNames.XsdDouble)]
    [TestCase("1e21", "1.0E21", RdfNames.XsdDouble)]
    [TestCase("-1e400", "-INF", RdfNames.XsdDouble)]
    [TestCase("true", "true", RdfNames.XsdBoolean)]
    public void JsonValue_HasItsCanonicalForm(string json, string text, string datatype) =>
        Assert.That(Object($$"""{ {{Vocab}}, "@id": "{{S}}", "p": {{json}} }"""), Is.EqualTo(RdfNode.OfTyped(text, datatype)));

    [TestCase("5", "5.0E0")]
    [TestCase("\"5\"", "5")]
    public void NumberUnderADatatype_IsADoubleWhereItSaysSo(string json, string text) =>
        Assert.That(Object($$"""{ {{Vocab}}, "@id": "{{S}}", "p": { "@value": {{json}}, "@type": "{{RdfNames.XsdDouble}}" } }"""), Is.EqualTo(RdfNode.OfTyped(text, RdfNames.XsdDouble)));

    [TestCase("""{"b":1.0,"a":[null,"\u00e9\n",1e-7]}""", """{"a":[null,"é\n",1e-7],"b":1}""")]
    [TestCase("333333333.33333329", "333333333.3333333")]
    [TestCase("1e30", "1e+30")]
    [TestCase("4.50", "4.5")]
    [TestCase("0.000001", "0.000001")]
    [TestCase("123456789012345680000", "123456789012345680000")]
    public void JsonLiteral_IsCanonical(string json, string text) =>
        Assert.That(Object($$"""{ {{Vocab}}, "@id": "{{S}}", "p": { "@value": {{json}}, "@type": "@json" } }"""), Is.EqualTo(RdfNode.OfTyped(text, RdfNames.Rdf + "JSON")));

    [Test]
    public void GraphOfANode_IsNamedByIt()
    {
        var (quads, _) = Read($$"""{ {{Vocab}}, "@graph": [ { "@id": "{{S}}", "p": "x" } ], "@id": "http://example.org/g" }""");
        Assert.That(quads.Single().Graph, Is.EqualTo(RdfNode.OfIri("http://example.org/g")));
    }

    [TestCase("http://www.w3.org/ns/hydra/context.jsonld", """{ "totalItems": 1 }""", "http://www.w3.org/ns/hydra/core#totalItems")]
    [TestCase("https://schema.org/", """{ "contentUrl": "http://x.example/f" }""", "http://schema.org/contentUrl")]
    [TestCase("http://schema.org", """{ "name": "x" }""", "http://schema.org/name")]
    [TestCase("https://schema.org/docs/jsonldcontext.jsonld", """{ "name": "x" }""", "http://schema.org/name")]
    [TestCase("https://semiceu.github.io/DCAT-AP/releases/3.0.1/context/dcat-ap.jsonld", """{ "datasetDistribution": "http://x.example/d" }""", "http://www.w3.org/ns/dcat#distribution")]
    [TestCase("https://semiceu.github.io/DCAT-AP/releases/2.1.1/context/dcat-ap.jsonld", """{ "title": "x" }""", "http://purl.org/dc/terms/title")]
    [TestCase("https://resources.data.gov/dcat-us/v3.0/context.jsonld", """{ "titleMap": { "en": "x" } }""", "http://purl.org/dc/terms/title")]
    [TestCase("https://raw.githubusercontent.com/DOI-DO/dcat-us/main/context/dcat-us-3.0.jsonld", """{ "contactPoint": "http://x.example/c" }""", "http://www.w3.org/ns/dcat#contactPoint")]
    [TestCase("https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld", """{ "accessURL": "http://x.example/c" }""", "http://www.w3.org/ns/dcat#accessURL")]
    [TestCase("https://www.w3.org/ns/activitystreams", """{ "object": "http://x.example/c" }""", "https://www.w3.org/ns/activitystreams#object")]
    [TestCase("https://w3id.org/ldes/context", """{ "relation": { "node": "http://x.example/2" } }""", "https://w3id.org/tree#relation")]
    public void ContextThatCatalogsName_IsKnown(string address, string member, string property)
    {
        var (quads, result) = Read($$"""{ "@context": "{{address}}", "@id": "{{S}}", {{member[1..]}}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Failure, Is.Null);
            Assert.That(quads[0].Predicate.Value, Is.EqualTo(property));
        }
    }

    [Test]
    public void UnknownContext_IsRefused()
    {
        const string json = """{ "@context": ["http://elsewhere.example/c", { "p": "http://v.example/p" }], "@id": "http://example.org/s", "p": "x", "q": "y" }""";
        var (_, strict) = Read(json);
        var (quads, lenient) = Read(json, new RdfReadOptions { Lenient = true });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(strict.Failure!.Code, Is.EqualTo(RdfErrorCodes.ContextRefused));
            Assert.That(strict.Failure.Message, Does.Contain("http://elsewhere.example/c"));
            Assert.That(lenient.Failure, Is.Null);
            Assert.That(lenient.Skipped.Select(e => e.Code), Is.EqualTo(new[] { RdfErrorCodes.ContextRefused }));
            Assert.That(quads.Select(q => q.Predicate.Value), Is.EqualTo(new[] { "http://v.example/p" }));
        }
    }

    [Test]
    public void ContextOfTheSource_IsLoadedOnce()
    {
        var asked = new List<Uri>();
        var options = new RdfReadOptions { BaseIri = "http://example.org/data/catalog.jsonld", LoadContext = Load };
        var (quads, result) = Read("""[ { "@context": "../context.jsonld", "p": "a" }, { "@context": "/context.jsonld", "p": "b" } ]""", options);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Failure, Is.Null);
            Assert.That(quads.Select(q => q.Predicate.Value).Distinct(), Is.EqualTo(new[] { "http://v.example/p" }));
            Assert.That(asked, Is.EqualTo(new[] { new Uri("http://example.org/context.jsonld") }));
        }

        byte[] Load(Uri address)
        {
            asked.Add(address);
            return """{ "@context": { "p": "http://v.example/p" } }"""u8.ToArray();
        }
    }

    [TestCase("not json")]
    [TestCase("[]")]
    [TestCase("{}")]
    public void ContextThatIsNone_IsAnError(string context)
    {
        var (_, result) = Read("""{ "@context": "http://example.org/c" }""", new RdfReadOptions { LoadContext = _ => Encoding.UTF8.GetBytes(context) });
        Assert.That(result.Failure!.Code, Is.EqualTo("loading remote context failed").Or.EqualTo("invalid remote context"));
    }

    [Test]
    public void BrokenItem_IsPassedOverAndNamed()
    {
        var json = $$"""
            { {{Vocab}}, "@graph": [
              { "@id": "http://example.org/1", "p": "a" },
              { "@id": "http://example.org/2", "p": { "@value": "b", "@id": "http://example.org/3" } },
              { "@id": "http://example.org/4", "p": "c" } ] }
            """;
        var (_, strict) = Read(json);
        var (quads, lenient) = Read(json, new RdfReadOptions { Lenient = true });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(strict.Failure!.Code, Is.EqualTo("invalid value object"));
            Assert.That(lenient.Failure, Is.Null);
            Assert.That(lenient.SkippedCount, Is.EqualTo(1));
            Assert.That(lenient.Skipped[0].Message, Does.EndWith("(at /@graph/1/p)"));
            Assert.That(lenient.Skipped[0].Line, Is.EqualTo(3));
            Assert.That(quads.Select(q => q.Object.Value), Is.EqualTo(new[] { "a", "c" }));
        }
    }

    [Test]
    public void BrokenTerm_LeavesTheOthersOfItsContext()
    {
        var (quads, result) = Read("""{ "@context": { "a": "http://v.example/a", "b": 7, "c": "http://v.example/c" }, "@id": "http://example.org/s", "a": 1, "b": 2, "c": 3 }""", new RdfReadOptions { Lenient = true });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Skipped.Single().Code, Is.EqualTo("invalid term definition"));
            Assert.That(quads.Select(q => q.Object.Value), Is.EqualTo(new[] { "1", "3" }));
        }
    }

    [Test]
    public void CommaAndComment_AreBorneByALenientReadingAlone()
    {
        const string json = "{\n  \"@id\": \"http://example.org/s\", // a comment\n  \"http://v.example/p\": [\"x\",],\n}";
        var (_, strict) = Read(json);
        var (quads, lenient) = Read(json, new RdfReadOptions { Lenient = true });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(strict.Failure!.Code, Is.EqualTo(RdfErrorCodes.Syntax));
            Assert.That((strict.Failure.Line, strict.Failure.Column), Is.EqualTo((2, 34)));
            Assert.That(lenient.Failure, Is.Null);
            Assert.That(lenient.Skipped.Select(e => (e.Code, e.Line, e.Column)), Is.EqualTo(new[] { (RdfErrorCodes.Syntax, 2L, 34L), (RdfErrorCodes.Syntax, 3L, 29L), (RdfErrorCodes.Syntax, 3L, 31L) }));
            Assert.That(quads, Has.Count.EqualTo(1));
        }
    }

    [TestCase("", 1, 1)]
    [TestCase("{\n\"á\": tru }", 2, 9)]
    [TestCase("{} {}", 1, 4)]
    [TestCase("[1,\n2", 2, 2)]
    public void BrokenJson_EndsTheReadingWithItsPlace(string json, int line, int column)
    {
        foreach (var lenient in new[] { false, true })
        {
            var (quads, result) = Read(json, new RdfReadOptions { Lenient = lenient });
            Assert.That((result.Failure?.Code, result.Failure?.Line, result.Failure?.Column, quads.Count), Is.EqualTo((RdfErrorCodes.Syntax, (long)line, (long)column, 0)));
        }
    }

    [Test]
    public void HalfASurrogatePair_BecomesTheReplacementCharacter() =>
        Assert.That(Object("{ \"@id\": \"http://example.org/s\", \"http://v.example/p\": \"a\\ud800\\u00e9\\ud83d\\ude00\\udc00\\n\" }"), Is.EqualTo(RdfNode.OfText("a\uFFFDé\U0001F600\uFFFD\n")));

    [Test]
    public void OtherEncodings_AreBorneByALenientReadingAlone()
    {
        const string json = """{ "@id": "http://example.org/s", "http://v.example/p": "ñ" }""";
        foreach (var (bytes, text) in new[] { (Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(json)).ToArray(), "ñ"), (Encoding.Latin1.GetBytes(json), "\uFFFD") })
        {
            var strict = Read(bytes, new RdfReadOptions()).Result;
            var (quads, lenient) = Read(bytes, new RdfReadOptions { Lenient = true });
            using (Assert.EnterMultipleScope())
            {
                Assert.That(strict.Failure!.Code, Is.EqualTo(RdfErrorCodes.BadEncoding));
                Assert.That(lenient.Skipped.Single().Code, Is.EqualTo(RdfErrorCodes.BadEncoding));
                Assert.That(quads.Single().Object, Is.EqualTo(RdfNode.OfText(text)));
            }
        }
    }

    [Test]
    public void OddIri_IsHandedOnByALenientReadingAlone()
    {
        const string json = """{ "@id": "http://example.org/a b", "http://v.example/p": { "@id": "relative" }, "http://v.example/q": "x" }""";
        var (dropped, _) = Read(json);
        var (quads, lenient) = Read(json, new RdfReadOptions { Lenient = true });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dropped, Is.Empty);
            Assert.That(quads, Is.EqualTo(new[] { new Quad(RdfNode.OfIri("http://example.org/a b"), RdfNode.OfIri("http://v.example/q"), RdfNode.OfText("x")) }));
            Assert.That(lenient.Skipped.Select(e => e.Code).Distinct(), Is.EqualTo(new[] { RdfErrorCodes.BadIri }));
        }
    }

    [TestCase("es_AR", "es-ar")]
    [TestCase("no language", null)]
    public void OddLanguage_IsMendedOrDroppedByALenientReading(string tag, string? language)
    {
        var (quads, result) = Read($$"""{ "@id": "{{S}}", "http://v.example/p": { "@value": "x", "@language": "{{tag}}" } }""", new RdfReadOptions { Lenient = true });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(quads.Single().Object.Language, Is.EqualTo(language));
            Assert.That(result.SkippedCount, Is.EqualTo(1));
        }
    }

    [Test]
    public void ValueObjectInPlaceOfALanguageMap_IsUnderstoodByALenientReading()
    {
        const string json = """{ "@context": { "title": { "@id": "http://v.example/title", "@container": "@language" } }, "@id": "http://example.org/s", "title": { "@value": "x", "@language": "es" } }""";
        Assert.That(Read(json, new RdfReadOptions { Lenient = true }).Quads.Single().Object, Is.EqualTo(RdfNode.OfText("x", "es")));
    }

    private static RdfNode Object(string json)
    {
        var (quads, result) = Read(json);
        Assert.That(result.Failure, Is.Null);
        return quads.Single().Object;
    }

    private static (List<Quad> Quads, RdfReadResult Result) Read(string json, RdfReadOptions? options = null) => Read(Encoding.UTF8.GetBytes(json), options ?? new RdfReadOptions());

    private static (List<Quad> Quads, RdfReadResult Result) Read(byte[] json, RdfReadOptions options)
    {
        var quads = new List<Quad>();
        using var stream = new MemoryStream(json);
        var result = RdfReader.Read(stream, RdfSyntax.JsonLd, options, quads.Add, CancellationToken.None);
        Assert.That(result.Quads, Is.EqualTo(quads.Count));
        return (quads, result);
    }
}
