using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Rdf;

/// <summary>The examples of RFC 3986 §5.4, and what RDF asks beyond them.</summary>
public sealed class IriReferenceTests
{
    private const string Base = "http://a/b/c/d;p?q";

    [TestCase("g:h", "g:h")]
    [TestCase("g", "http://a/b/c/g")]
    [TestCase("./g", "http://a/b/c/g")]
    [TestCase("g/", "http://a/b/c/g/")]
    [TestCase("/g", "http://a/g")]
    [TestCase("//g", "http://g")]
    [TestCase("?y", "http://a/b/c/d;p?y")]
    [TestCase("g?y", "http://a/b/c/g?y")]
    [TestCase("#s", "http://a/b/c/d;p?q#s")]
    [TestCase("g#s", "http://a/b/c/g#s")]
    [TestCase("g?y#s", "http://a/b/c/g?y#s")]
    [TestCase(";x", "http://a/b/c/;x")]
    [TestCase("g;x?y#s", "http://a/b/c/g;x?y#s")]
    [TestCase("", "http://a/b/c/d;p?q")]
    [TestCase(".", "http://a/b/c/")]
    [TestCase("./", "http://a/b/c/")]
    [TestCase("..", "http://a/b/")]
    [TestCase("../g", "http://a/b/g")]
    [TestCase("../..", "http://a/")]
    [TestCase("../../g", "http://a/g")]
    [TestCase("../../../g", "http://a/g")]
    [TestCase("../../../../g", "http://a/g")]
    [TestCase("/./g", "http://a/g")]
    [TestCase("/../g", "http://a/g")]
    [TestCase("g.", "http://a/b/c/g.")]
    [TestCase(".g", "http://a/b/c/.g")]
    [TestCase("g..", "http://a/b/c/g..")]
    [TestCase("..g", "http://a/b/c/..g")]
    [TestCase("./../g", "http://a/b/g")]
    [TestCase("./g/.", "http://a/b/c/g/")]
    [TestCase("g/./h", "http://a/b/c/g/h")]
    [TestCase("g/../h", "http://a/b/c/h")]
    [TestCase("g;x=1/./y", "http://a/b/c/g;x=1/y")]
    [TestCase("g;x=1/../y", "http://a/b/c/y")]
    [TestCase("g?y/./x", "http://a/b/c/g?y/./x")]
    [TestCase("g#s/../x", "http://a/b/c/g#s/../x")]
    [TestCase("http:g", "http:g")]
    [TestCase("ñandú", "http://a/b/c/ñandú")]
    public void Reference_IsResolvedAsTheStandardShows(string reference, string expected) =>
        Assert.That(IriReference.Resolve(Base, reference), Is.EqualTo(expected));

    [TestCase("http://example.org", "x", "http://example.org/x")]
    [TestCase("http://example.org/a#f", "", "http://example.org/a")]
    [TestCase("http://example.org/a?q#f", "#g", "http://example.org/a?q#g")]
    [TestCase("HTTP://Example.ORG/%7Ea/", "b", "HTTP://Example.ORG/%7Ea/b")]
    public void Base_IsTakenAsItIsWritten(string baseIri, string reference, string expected) =>
        Assert.That(IriReference.Resolve(baseIri, reference), Is.EqualTo(expected));

    [TestCase("urn:a/../b")]
    [TestCase("mailto:a@example.org")]
    public void NameThatIsNoPlace_KeepsItsDots(string iri) => Assert.That(IriReference.Resolve(Base, iri), Is.EqualTo(iri));
}
