using System.Text;
using System.Xml.Linq;
using Catalog.Core.Rdf;
using CsCheck;

namespace Catalog.Tests.Core.Rdf;

public sealed class RdfXmlWriterTests
{
    private static readonly Iri Subject = Iri.Of("http://example.org/s?a=1&b=2");
    private static readonly Iri Name = Iri.Of("http://ns.example/name");
    private static readonly Iri Thing = Iri.Of("http://ns.example/Thing");
    private static readonly RdfContext Context = new([new("ns", "http://ns.example/")], []);

    [Test]
    public async Task Subject_IsAnElementOfItsType()
    {
        var text = await Write(sink =>
        {
            sink.BeginSubject(Subject, Thing, Iri.Of("http://other.example/ns/Thing"));
            sink.Literal(Name, "uno", "ES");
            sink.Literal(Name, "one", "not a language");
            sink.Typed(Name, "1", Iri.Of("http://www.w3.org/2001/XMLSchema#integer"));
            sink.Link(Iri.Of("http://other.example/p?x=1&y#knows"), Subject);
            sink.EndSubject();
        });
        Assert.That(text, Is.EqualTo("""
            <?xml version="1.0" encoding="utf-8"?>
            <rdf:RDF
                xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns:ns="http://ns.example/">
              <ns:Thing rdf:about="http://example.org/s?a=1&amp;b=2">
                <rdf:type rdf:resource="http://other.example/ns/Thing"/>
                <ns:name xml:lang="es">uno</ns:name>
                <ns:name>one</ns:name>
                <ns:name rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</ns:name>
                <ns1:knows xmlns:ns1="http://other.example/p?x=1&amp;y#" rdf:resource="http://example.org/s?a=1&amp;b=2"/>
              </ns:Thing>
            </rdf:RDF>

            """));
    }

    [TestCase("plain", "plain")]
    [TestCase("ñ \U0001F600", "ñ \U0001F600")]
    [TestCase("a<b & c>d ]]> \"'", "a&lt;b &amp; c&gt;d ]]&gt; \"'")]
    [TestCase(" a\n\tb ", " a\n\tb ")]
    [TestCase("a\r\nb", "a&#xD;\nb")]
    [TestCase("\u007F\u0085\u2028\u202E\uFEFF", "&#x7F;&#x85;&#x2028;&#x202E;&#xFEFF;")]
    [TestCase("", "")]
    public async Task Literal_IsEscaped(string value, string expected)
    {
        var text = await Write(sink =>
        {
            sink.BeginSubject(Subject);
            sink.Literal(Name, value);
            sink.EndSubject();
        });
        Assert.That(text, Does.EndWith($"\n    <ns:name>{expected}</ns:name>\n  </rdf:Description>\n</rdf:RDF>\n"));
    }

    [Test]
    public async Task WhatXmlCannotHold_IsLeftOut()
    {
        var text = await Write(sink =>
        {
            sink.BeginSubject(Subject);
            sink.Literal(Name, "a\u0000\uFFFEb\uD800");
            sink.EndSubject();
        });
        Assert.That(text, Does.Contain("<ns:name>ab\uFFFD</ns:name>"));
    }

    [Test]
    public async Task AnyLiteral_ComesBackFromAnXmlReader() =>
        await Gen.Char.Array[0, 20].SampleAsync(async chars =>
        {
            var value = new string(chars);
            var text = await Write(sink =>
            {
                sink.BeginSubject(Subject);
                sink.Literal(Name, value);
                sink.EndSubject();
            });
            return XDocument.Parse(text, LoadOptions.PreserveWhitespace).Root!.Elements().Single().Elements().Single().Value == RdfText.Clean(value);
        });

    [Test]
    public async Task TypeThatIsNoElement_IsAProperty()
    {
        var text = await Write(sink =>
        {
            sink.BeginSubject(Subject, Iri.Of("http://example.org/classes/1"), Iri.Of(RdfNames.Rdf + "Seq"), Thing);
            sink.EndSubject();
        });
        Assert.That(text, Does.Contain("""
              <rdf:Description rdf:about="http://example.org/s?a=1&amp;b=2">
                <rdf:type rdf:resource="http://example.org/classes/1"/>
                <rdf:type rdf:resource="http://www.w3.org/1999/02/22-rdf-syntax-ns#Seq"/>
                <rdf:type rdf:resource="http://ns.example/Thing"/>
              </rdf:Description>
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
        Assert.That(text, Does.EndWith("xmlns:ns=\"http://ns.example/\">\n</rdf:RDF>\n"));
    }

    [Test]
    public async Task GeneratedPrefix_IsNeverOneOfTheContext()
    {
        var context = new RdfContext([new("ns1", "http://ns.example/"), new("rdf", RdfNames.Rdf)], []);
        var text = await Write(context, sink =>
        {
            sink.BeginSubject(Subject);
            sink.Literal(Iri.Of("http://other.example/p"), "x");
            sink.EndSubject();
        });
        Assert.That(XDocument.Parse(text).Descendants(XName.Get("p", "http://other.example/")).Single().Value, Is.EqualTo("x"));
    }

    [Test]
    public void PropertyThatIsNoName_IsABugOfTheCaller() =>
        Assert.That(
            () => Write(sink =>
            {
                sink.BeginSubject(Subject);
                sink.Literal(Iri.Of("http://example.org/1"), "x");
            }),
            Throws.ArgumentException);

    private static Task<string> Write(Action<IRdfSink> body) => Write(Context, body);

    private static async Task<string> Write(RdfContext context, Action<IRdfSink> body)
    {
        using var stream = new MemoryStream();
        var sink = new RdfXmlWriter(stream, context);
        body(sink);
        await sink.CompleteAsync(CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
