using System.Text;
using Catalog.Core;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Rdf;

public sealed class RdfXmlReaderTests
{
    private const string Base = "http://example.org/dir/file";
    private const string Root = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.example/">""";

    /// <summary>The body of an rdf:RDF element and its triples; in these, r: is RDF's namespace, e: that of the body, and f: the folder of the base.</summary>
    [TestCase("""<e:Thing rdf:about="x"/>""", "f:x r:type e:Thing", TestName = "TypedNode")]
    [TestCase("""<rdf:Description rdf:about="x"><e:p>a<![CDATA[<b>]]>&amp;&#xD;<!-- no --> c</e:p></rdf:Description>""", """f:x e:p "a<b>&\r c" """, TestName = "TextInPieces")]
    [TestCase("""<rdf:Description rdf:about="x"><e:p/><e:p> </e:p></rdf:Description>""", """f:x e:p "" ; f:x e:p " " """, TestName = "EmptyAndBlankLiterals")]
    [TestCase("""<rdf:Description rdf:about="x" xml:lang="ES"><e:p>a</e:p><e:p xml:lang="">b</e:p><e:p rdf:datatype="dt">c</e:p></rdf:Description>""", """f:x e:p "a"@es ; f:x e:p "b" ; f:x e:p "c"^^f:dt """, TestName = "LanguagesAndDatatypes")]
    [TestCase("""<rdf:Description rdf:about="x" e:p="a" rdf:type="http://e.example/T" xml:lang="es"/>""", """f:x e:p "a"@es ; f:x r:type e:T""", TestName = "PropertyAttributes")]
    [TestCase("""<rdf:Description rdf:about="x"><e:p e:q="a"/></rdf:Description>""", """f:x e:p _:1 ; _:1 e:q "a" """, TestName = "EmptyPropertyWithAttributes")]
    [TestCase("""<rdf:Description rdf:about="x"><e:p rdf:resource="y" e:q="a"> </e:p></rdf:Description>""", """f:x e:p f:y ; f:y e:q "a" """, TestName = "ResourceWithAttributesAndBlankContent")]
    [TestCase("""<rdf:Description rdf:about="x"><e:p>  <e:T rdf:about="y"><e:q rdf:nodeID="n"/></e:T> </e:p></rdf:Description><rdf:Description rdf:nodeID="n" e:r="1"/>""", """f:x e:p f:y ; f:y r:type e:T ; f:y e:q _:1 ; _:1 e:r "1" """, TestName = "NestedNodesAndNodeIds")]
    [TestCase("""<rdf:Description rdf:about="x"><e:p rdf:parseType="Resource"><e:q>a</e:q></e:p></rdf:Description>""", """f:x e:p _:1 ; _:1 e:q "a" """, TestName = "ParseTypeResource")]
    [TestCase("""<rdf:Description rdf:about="x"><e:p rdf:parseType="Collection"><e:T rdf:about="y"/><e:T rdf:about="z"/></e:p><e:q rdf:parseType="Collection"/></rdf:Description>""", "f:x e:p _:1 ; _:1 r:first f:y ; f:y r:type e:T ; _:1 r:rest _:2 ; _:2 r:first f:z ; f:z r:type e:T ; _:2 r:rest r:nil ; f:x e:q r:nil", TestName = "Collections")]
    [TestCase("""<rdf:Bag rdf:about="x"><rdf:li>a</rdf:li><rdf:_7>b</rdf:_7><rdf:li rdf:resource="y"/></rdf:Bag>""", """f:x r:type r:Bag ; f:x r:_1 "a" ; f:x r:_7 "b" ; f:x r:_2 f:y""", TestName = "Containers")]
    [TestCase("""<rdf:Description rdf:about="x"><e:p rdf:ID="i">a</e:p></rdf:Description>""", """f:x e:p "a" ; f:file#i r:type r:Statement ; f:file#i r:subject f:x ; f:file#i r:predicate e:p ; f:file#i r:object "a" """, TestName = "Reification")]
    [TestCase("""<rdf:Description xml:base="http://e.example/" rdf:about="a"><e:p xml:base="/b/c?d" rdf:resource="?e"/><e:p rdf:resource="#f"/></rdf:Description>""", "e:a e:p e:b/c?e ; e:a e:p e:#f", TestName = "XmlBase")]
    [TestCase("""<rdf:Description about="x" type="http://e.example/T"><e:p resource="y"/></rdf:Description>""", "f:x r:type e:T ; f:x e:p f:y", TestName = "OldUnprefixedAttributes")]
    [TestCase("""<rdf:Description rdf:about="x" xml:space="preserve"><e:p xmlfoo="1">a</e:p></rdf:Description>""", """f:x e:p "a" """, TestName = "ReservedAttributes")]
    public void Construct_GivesItsTriples(string body, string triples) =>
        RdfGraphs.AssertSame(Read(Root + body + "</rdf:RDF>").Quads, Triples(triples));

    [TestCase("<a/>", "<a></a>", TestName = "EmptyElement")]
    [TestCase("""a<e:b z="1" a='"&lt;2&#9;'>&lt;&gt;"&amp;&#xD;</e:b>""", """a<e:b xmlns:e="http://e.example/" a="&quot;&lt;2&#x9;" z="1">&lt;&gt;"&amp;&#xD;</e:b>""", TestName = "AttributesInOrder")]
    [TestCase("""<e:a><e:b xmlns:f="http://f.example/"/><x xmlns="http://d.example/"><y xmlns=""/></x></e:a>""", """<e:a xmlns:e="http://e.example/"><e:b></e:b><x xmlns="http://d.example/"><y xmlns=""></y></x></e:a>""", TestName = "NamespacesWhereUsed")]
    [TestCase("""<e:a/><e:b e:c="1" xml:lang="es"/>""", """<e:a xmlns:e="http://e.example/"></e:a><e:b xmlns:e="http://e.example/" e:c="1" xml:lang="es"></e:b>""", TestName = "NamespacesAgainInSiblings")]
    [TestCase("""<!-- c --><?pi  data ?><![CDATA[<]]>""", """<!-- c --><?pi data ?>&lt;""", TestName = "CommentsAndInstructions")]
    public void XmlLiteral_IsCanonical(string content, string expected)
    {
        var read = Read($"{Root}<rdf:Description rdf:about=\"x\"><e:p rdf:parseType=\"Literal\">{content}</e:p></rdf:Description></rdf:RDF>");
        Assert.That(read.Quads.Single().Object, Is.EqualTo(RdfNode.OfTyped(expected, RdfNames.XmlLiteral)));
    }

    [TestCase("""<e:T rdf:about="a b"/>""", RdfErrorCodes.BadIri, 1, 95)]
    [TestCase("<e:T>\n<e:p/>text</e:T>", RdfErrorCodes.Syntax, 2, 7)]
    [TestCase("<e:T>\n<p/></e:T>", RdfErrorCodes.Syntax, 2, 2)]
    [TestCase("<e:T>\n<e:p>text<e:U/></e:p></e:T>", RdfErrorCodes.Syntax, 2, 11)]
    [TestCase("<e:T>\n<e:p><e:U/><e:U/></e:p></e:T>", RdfErrorCodes.Syntax, 2, 13)]
    [TestCase("<e:T>\n<e:p rdf:datatype='x'><e:U/></e:p></e:T>", RdfErrorCodes.Syntax, 2, 24)]
    [TestCase("<e:T>\n<e:p rdf:resource='x'>text</e:p></e:T>", RdfErrorCodes.Syntax, 2, 23)]
    [TestCase("<e:T>\n<e:p rdf:about='x'/></e:T>", RdfErrorCodes.Syntax, 2, 6)]
    [TestCase("<e:T>\n<e:p foo='x'/></e:T>", RdfErrorCodes.Syntax, 2, 6)]
    [TestCase("<e:T>\n<u:p/></e:T>", RdfErrorCodes.Syntax, 2, 2)]
    [TestCase("<e:T>\n&foo;</e:T>", RdfErrorCodes.Syntax, 2, 2)]
    [TestCase("<e:T>", RdfErrorCodes.Syntax, 1, 101)]
    public void StrictReading_EndsAtTheFirstErrorAndSaysWhere(string body, string code, int line, int column)
    {
        var failure = Read(Root + body + "</rdf:RDF>").Result.Failure;
        Assert.That((failure?.Code, failure?.Line, failure?.Column), Is.EqualTo((code, (long?)line, (long?)column)), failure?.ToString());
    }

    [Test]
    public void RelativeIriWithoutBase_IsAnError() =>
        Assert.That(Read(Root + """<e:T rdf:about="x"/></rdf:RDF>""", new RdfReadOptions()).Result.Failure!.Code, Is.EqualTo(RdfErrorCodes.BadIri));

    [TestCase("""<e:T rdf:about="a b"/><e:T rdf:about="y"/>""", 1, "f:a+b r:type e:T ; f:y r:type e:T", TestName = "OddIri_IsHandedOn")]
    [TestCase("""<T rdf:about="x"><e:p>a</e:p></T><e:T rdf:about="y"/>""", 1, "f:y r:type e:T", TestName = "BrokenNode_IsPassedOver")]
    [TestCase("""<e:T rdf:about="y"><p>a<q/></p>text<e:p>b</e:p></e:T>""", 2, """f:y r:type e:T ; f:y e:p "b" """, TestName = "BrokenProperty_IsPassedOver")]
    [TestCase("""<e:T rdf:about="y"><e:p><e:U rdf:about="1"/><e:U rdf:about="2"/></e:p></e:T>""", 1, "f:y r:type e:T ; f:y e:p f:1 ; f:1 r:type e:U ; f:y e:p f:2 ; f:2 r:type e:U", TestName = "SeveralNodesInAProperty_AreAllRead")]
    [TestCase("""<e:T rdf:ID="i"/><e:T rdf:ID="i"/>""", 1, "f:file#i r:type e:T", TestName = "RepeatedId_IsHandedOn")]
    [TestCase("""<e:T rdf:about="y" foo="1" e:p="2"/>""", 1, """f:y r:type e:T ; f:y e:p "2" """, TestName = "UnknownAttribute_IsPassedOver")]
    [TestCase("""<e:T rdf:about="y"><e:p rdf:resource="x" rdf:nodeID="n"/><e:p rdf:resource="x">text<e:U/></e:p></e:T>""", 3, "f:y r:type e:T ; f:y e:p f:x", TestName = "ContradictoryProperty_IsPassedOver")]
    public void LenientReading_GoesOn(string body, int errors, string triples)
    {
        var read = Read(Root + body + "</rdf:RDF>", Lenient);
        RdfGraphs.AssertSame(read.Quads, Triples(triples));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Result.SkippedCount, Is.EqualTo(errors), string.Join('\n', read.Result.Skipped));
            Assert.That(read.Result.Failure, Is.Null);
            Assert.That(read.Result.Skipped.Select(e => e.Line), Is.All.GreaterThan(0));
        }
    }

    [Test]
    public void LenientReading_EndsWhereTheXmlBreaks()
    {
        var read = Read(Root + """<e:T rdf:about="x"/><e:T rdf:about="y"></e:U></rdf:RDF>""", Lenient);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Result.Failure!.Code, Is.EqualTo(RdfErrorCodes.Syntax));
            Assert.That(read.Result.Quads, Is.EqualTo(2));
        }
    }

    [Test]
    public void RdfInOtherXml_IsReadFragmentByFragment()
    {
        const string Wrapped = """
            <csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:e="http://e.example/">
              <csw:SearchStatus timestamp="2026-01-01"/>
              <csw:SearchResults xml:base="http://e.example/">
                <rdf:RDF><dcat:Dataset rdf:ID="a"><e:p rdf:nodeID="n"/></dcat:Dataset></rdf:RDF>
                <rdf:RDF><dcat:Dataset rdf:ID="a"><e:p rdf:nodeID="n"/></dcat:Dataset></rdf:RDF>
                <dcat:Dataset rdf:about="b"/>
                <other xmlns=""><rdf:Description rdf:about="c"><e:p>text</e:p></rdf:Description></other>
              </csw:SearchResults>
            </csw:GetRecordsResponse>
            """;
        var read = Read(Wrapped, Lenient);
        RdfGraphs.AssertSame(read.Quads, Triples("e:#a r:type http://www.w3.org/ns/dcat#Dataset ; e:#a e:p _:1 ; e:#a e:p _:2 ; e:b r:type http://www.w3.org/ns/dcat#Dataset ; e:c e:p \"text\" "));
        Assert.That(read.Result.SkippedCount, Is.Zero);
    }

    [Test]
    public void XmlWithoutRdf_IsAFailure() =>
        Assert.That(Read("<html xmlns='http://www.w3.org/1999/xhtml'><body><p>404</p></body></html>", Lenient).Result.Failure!.Code, Is.EqualTo(RdfErrorCodes.Syntax));

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("iso-8859-1")]
    [TestCase("windows-1252")]
    public void DeclaredEncoding_IsUsed(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var document = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>{Root}<rdf:Description rdf:about=\"x\"><e:p>ñ</e:p></rdf:Description></rdf:RDF>";
        var codec = Encoding.GetEncoding(encoding);
        using var stream = new MemoryStream([.. codec.GetPreamble(), .. codec.GetBytes(document)]);
        Assert.That(Read(stream, Strict).Quads.Single().Object.Value, Is.EqualTo("ñ"));
    }

    [Test]
    public void WrongEncoding_IsSaid()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.GetBytes(Root + "<e:T e:p=\""), 0xE9, .. "\"/></rdf:RDF>"u8]);
        Assert.That(Read(stream, Strict).Result.Failure!.Code, Is.EqualTo(RdfErrorCodes.BadEncoding));
    }

    internal static RdfReadOptions Strict { get; } = new() { BaseIri = Base };

    internal static RdfReadOptions Lenient { get; } = new() { BaseIri = Base, Lenient = true };

    internal static (List<Quad> Quads, RdfReadResult Result) Read(string document, RdfReadOptions? options = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(document));
        return Read(stream, options ?? Strict);
    }

    private static (List<Quad> Quads, RdfReadResult Result) Read(Stream stream, RdfReadOptions options)
    {
        var quads = new List<Quad>();
        var result = RdfReader.Read(stream, RdfSyntax.RdfXml, options, quads.Add, CancellationToken.None);
        if (!options.Lenient && result.Failure is null) Assert.That(result.SkippedCount, Is.Zero);
        return (quads, result);
    }

    private static List<Quad> Triples(string text) =>
        [.. text.Split(" ; ").Select(t => t.Trim().Split(' ', 3)).Select(t => new Quad(Node(t[0]), Node(t[1]), Node(t[2])))];

    private static RdfNode Node(string text)
    {
        if (text.StartsWith("_:", StringComparison.Ordinal)) return RdfNode.OfBlank(text[2..]);
        if (text[0] != '"') return RdfNode.OfIri(Iri(text));
        var end = text.LastIndexOf('"');
        var value = text[1..end].Replace("\\r", "\r", StringComparison.Ordinal);
        return text[(end + 1)..] switch
        {
            ['@', .. var language] => RdfNode.OfText(value, language),
            ['^', '^', .. var type] => RdfNode.OfTyped(value, Iri(type)),
            _ => RdfNode.OfText(value),
        };
    }

    private static string Iri(string text) => text[..2] switch
    {
        "r:" => RdfNames.Rdf + text[2..],
        "e:" => "http://e.example/" + text[2..],
        "f:" => "http://example.org/dir/" + text[2..].Replace('+', ' '),
        _ => text,
    };
}
