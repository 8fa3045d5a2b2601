using System.Xml;
using Catalog.Core.Rdf;
using CsCheck;

namespace Catalog.Tests.Core.Rdf;

public sealed class PropertyNameTests
{
    [TestCase("http://purl.org/dc/terms/title", true)]
    [TestCase("http://example.org/a#año", true)]
    [TestCase("http://example.org/2x", true, Description = "namespace …/2")]
    [TestCase("http://example.org/x.y-z_1", true)]
    [TestCase("urn:isbn", true)]
    [TestCase("http://www.w3.org/2000/xmlns/foo", true)]
    [TestCase("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", true)]
    [TestCase("http://www.w3.org/1999/02/22-rdf-syntax-ns#_1", true)]
    [TestCase("http://www.w3.org/1999/02/22-rdf-syntax-ns#li", false)]
    [TestCase("http://www.w3.org/1999/02/22-rdf-syntax-ns#about", false)]
    [TestCase("http://www.w3.org/2000/xmlns/f", false)]
    [TestCase("http://example.org/", false)]
    [TestCase("http://example.org/a/1", false)]
    [TestCase("http://example.org/a%20", false)]
    [TestCase("urn:isbn:9780000000000", false)]
    public void Iri_IsAPropertyWhenItEndsInAName(string iri, bool expected) =>
        Assert.That(PropertyName.Is(Iri.Of(iri)), Is.EqualTo(expected));

    [TestCase("estado", "http://e.example/ns#estado")]
    [TestCase("\u0001", "http://e.example/ns#_")]
    [TestCase("año", "http://e.example/ns#año")]
    [TestCase("última fecha", "http://e.example/ns#última_x0020_fecha")]
    [TestCase("1", "http://e.example/ns#_x0031_")]
    [TestCase("dct:title", "http://e.example/ns#dct_x003A_title")]
    [TestCase("_x0020_", "http://e.example/ns#_x005F_x0020_")]
    public void Word_IsWrittenAsAName(string word, string expected) =>
        Assert.That(PropertyName.Of("http://e.example/ns#", word), Is.EqualTo(expected));

    [Test]
    public void AnyWord_MakesAPropertyAndComesBack() =>
        Gen.Char.Array[1, 12].Select(c => new string(c)).Where(w => RdfText.Clean(w).Length > 0).Sample(word =>
        {
            var property = PropertyName.Of("http://e.example/ns#", word);
            return Iri.IsValid(property) && PropertyName.Is(Iri.Of(property)) && XmlConvert.VerifyNCName(property["http://e.example/ns#".Length..]).Length > 0
                && PropertyName.WordOf("http://e.example/ns#", property) == RdfText.Clean(word);
        });
}
