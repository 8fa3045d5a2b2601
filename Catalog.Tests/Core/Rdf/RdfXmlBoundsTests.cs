using System.Globalization;
using System.Text;
using Catalog.Core;
using Catalog.Core.Rdf;
using CsCheck;

namespace Catalog.Tests.Core.Rdf;

/// <summary>What a stranger may not do with an RDF/XML document.</summary>
public sealed class RdfXmlBoundsTests
{
    private const string Root = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.example/">""";

    private static readonly Limits Small = new()
    {
        MaxRdfLiteralLength = 100_000, MaxRdfIriLength = 100, MaxRdfDepth = 20, MaxRdfBlankNodes = 10, MaxXmlTagBytes = 50_000, MaxXmlEntityCharacters = 1000, MaxXmlNames = 200,
    };

    [Test]
    public void EntityOfTheDocument_IsExpanded()
    {
        var read = RdfXmlReaderTests.Read("""<!DOCTYPE rdf:RDF [<!ENTITY e "http://e.example/"><!ENTITY b "&e;b">]>""" + Root + """<rdf:Description rdf:about="&b;"><e:p>&b;</e:p></rdf:Description></rdf:RDF>""");
        Assert.That(read.Quads.Single(), Is.EqualTo(new Quad(RdfNode.OfIri("http://e.example/b"), RdfNode.OfIri("http://e.example/p"), RdfNode.OfText("http://e.example/b"))));
    }

    [Test]
    public void EntitiesThatExpandWithoutEnd_AreRefused([Values] bool lenient)
    {
        var entities = string.Concat(Enumerable.Range(1, 20).Select(n => $"<!ENTITY e{n} \"{string.Concat(Enumerable.Repeat($"&e{n - 1};", 10))}\">"));
        Refused($"<!DOCTYPE r [<!ENTITY e0 \"ha\">{entities}]>{Root}<rdf:Description><e:p>&e20;</e:p></rdf:Description></rdf:RDF>", lenient);
    }

    [Test]
    public void EntityOfItself_IsRefused() =>
        Assert.That(RdfXmlReaderTests.Read($"<!DOCTYPE r [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>{Root}<e:T e:p=\"&a;\"/></rdf:RDF>").Result.Failure, Is.Not.Null);

    [TestCase("<!DOCTYPE r [<!ENTITY a SYSTEM \"{0}\">]>", "&a;")]
    [TestCase("<!DOCTYPE r [<!ENTITY % a SYSTEM \"{0}\">%a;]>", "")]
    [TestCase("<!DOCTYPE r SYSTEM \"{0}\">", "")]
    public void FileOutsideOfTheDocument_IsNeverRead(string doctype, string use)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "secret");
            var read = RdfXmlReaderTests.Read(string.Format(CultureInfo.InvariantCulture, doctype, new Uri(file).AbsoluteUri) + Root + $"<rdf:Description><e:p>{use}</e:p></rdf:Description></rdf:RDF>", RdfXmlReaderTests.Lenient);
            Assert.That(string.Join('\n', read.Quads) + read.Result.Failure, Does.Not.Contain("secret"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void AttributeThatOnlyTheDtdGives_IsIgnored() =>
        Assert.That(RdfXmlReaderTests.Read($"<!DOCTYPE r [<!ATTLIST e:T e:p CDATA \"x\">]>{Root}<e:T rdf:about='x'/></rdf:RDF>").Quads, Has.Count.EqualTo(1));

    [Test]
    public void EndlessTag_IsRefused([Values] bool lenient) => Refused($"{Root}<e:T e:p=\"{new string('x', 200_000)}\"/></rdf:RDF>", lenient);

    [Test]
    public void EndlessComment_IsRefused([Values] bool lenient) => Refused($"{Root}<!--{new string('x', 200_000)}--></rdf:RDF>", lenient);

    [Test]
    public void LongLiteral_IsRefusedAndInALenientReadingPassedOver()
    {
        var document = $"{Root}<e:T rdf:about='http://e.example/x'><e:p>{new string('x', 150_000)}</e:p><e:q rdf:parseType='Literal'>{new string('y', 150_000)}</e:q><e:r>{new string('z', 90_000)}</e:r></e:T></rdf:RDF>";
        var lenient = RdfXmlReaderTests.Read(document, RdfXmlReaderTests.Lenient with { Limits = Small });
        using (Assert.EnterMultipleScope())
        {
            Refused(document, false);
            Assert.That(lenient.Quads.Select(q => q.Predicate.Value), Is.EqualTo(new[] { RdfNames.Type, "http://e.example/r" }));
            Assert.That(lenient.Result.Skipped.Select(e => e.Code), Is.EqualTo(new[] { RdfErrorCodes.LimitExceeded, RdfErrorCodes.LimitExceeded }));
        }
    }

    [Test]
    public void LiteralOfManyPieces_IsBoundedAsAWhole() =>
        Refused($"{Root}<e:T><e:p>{string.Concat(Enumerable.Repeat(new string('x', 40_000) + "<!-- -->", 3))}</e:p></e:T></rdf:RDF>", false);

    [Test]
    public void DeepNesting_IsRefused([Values] bool lenient)
    {
        const int Levels = 100_000;
        using (Assert.EnterMultipleScope())
        {
            Refused(Root + Repeat("<e:T><e:p>", Levels), lenient);
            Refused(Root + "<e:T><e:p rdf:parseType='Literal'>" + Repeat("<a>", Levels), lenient);
            if (!lenient) return;
            Refused(Root + Repeat("<T>", Levels), lenient);
            Refused(Repeat("<wrapped>", Levels), lenient);
        }
    }

    [Test]
    public void LongIri_IsRefused() => Refused($"{Root}<e:T rdf:about=\"{new string('x', 200)}\"/></rdf:RDF>", false);

    [Test]
    public void ManyNames_AreRefused([Values] bool lenient) =>
        Refused(Root + string.Concat(Enumerable.Range(0, 300).Select(n => $"<e:T{n}/>")) + "</rdf:RDF>", lenient);

    [Test]
    public void ManyIds_AreRefused() =>
        Refused(Root + string.Concat(Enumerable.Range(0, 11).Select(n => $"<e:T rdf:ID='i{n}'/>")) + "</rdf:RDF>", false);

    [Test]
    public void AnyMutationOfADocument_EndsWithAResult()
    {
        var document = Encoding.UTF8.GetBytes($$"""
            <!DOCTYPE rdf:RDF [<!ENTITY e "http://e.example/">]>
            {{Root}}<e:T rdf:about="&e;x" xml:base="http://b.example/" xml:lang="es"><e:p rdf:ID="i">ñ&amp;</e:p><e:q rdf:parseType="Collection"><e:U rdf:nodeID="n"/></e:q>
            <e:r rdf:parseType="Literal"><b x='1'>x</b></e:r><e:s rdf:parseType="Resource"><rdf:li rdf:resource="#y"/></e:s><e:t rdf:datatype="dt">1</e:t></e:T></rdf:RDF>
            """);
        Gen.Select(Gen.Int[0, document.Length - 1], Gen.Int[0, 6], Gen.Byte.Array[0, 6]).Array[1, 4].Sample(edits =>
        {
            var mutated = document.ToList();
            foreach (var (at, removed, added) in edits)
            {
                var start = Math.Min(at, mutated.Count);
                mutated.RemoveRange(start, Math.Min(removed, mutated.Count - start));
                mutated.InsertRange(start, added);
            }
            return ReadsToAnEnd([.. mutated], true) && ReadsToAnEnd([.. mutated], false);
        });
    }

    [Test]
    public void AnyBytes_EndWithAResult() =>
        Gen.OneOf(Gen.Byte.Array[0, 200], Gen.Char["<>/=\"'&;!-[]?: rdfabout\n"].Array[0, 80].Select(c => Encoding.UTF8.GetBytes(Root + new string(c)))).Sample(bytes => ReadsToAnEnd(bytes, true) && ReadsToAnEnd(bytes, false));

    private static bool ReadsToAnEnd(byte[] document, bool lenient)
    {
        using var stream = new MemoryStream(document);
        var quads = 0L;
        var options = new RdfReadOptions { BaseIri = "http://example.org/", Lenient = lenient, Limits = Small };
        var result = RdfReader.Read(stream, RdfSyntax.RdfXml, options, _ => quads++, CancellationToken.None);
        return result.Quads == quads && (lenient || result.SkippedCount == 0);
    }

    private static void Refused(string document, bool lenient)
    {
        var read = RdfXmlReaderTests.Read(document, new RdfReadOptions { BaseIri = "http://example.org/", Lenient = lenient, Limits = Small });
        Assert.That(read.Result.Failure?.Code, Is.EqualTo(RdfErrorCodes.LimitExceeded), read.Result.Failure?.ToString());
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
