using Catalog.Core.Dcat;
using CsCheck;

namespace Catalog.Tests.Core.Dcat;

public sealed class WebAddressTests
{
    [TestCase("http://example.org", true)]
    [TestCase("https://example.org/a%20b?x=1#y", true)]
    [TestCase("mailto:a@example.org", true)]
    [TestCase("urn:isbn:123", true)]
    [TestCase("http://[::1]/", true)]
    [TestCase("http://example.org/a b", false)]
    [TestCase("http://example.org/ñ", false)]
    [TestCase("http://example.org/50%", false)]
    [TestCase("http://example.org/%zz", false)]
    [TestCase("http://example.org/{id}", false)]
    [TestCase("http://example.org/a[1]", false)]
    [TestCase("http://example.org/#a#b", false)]
    [TestCase("http:", false)]
    [TestCase("example.org", false)]
    [TestCase("/datos.csv", false)]
    [TestCase("c:\\datos.csv", false)]
    [TestCase("1http://example.org", false)]
    [TestCase("", false)]
    public void StrictUri_IsWhatRfc3986Allows(string text, bool expected) => Assert.That(WebAddress.IsStrictUri(text), Is.EqualTo(expected));

    [TestCase("http://example.org/a b.csv", "http://example.org/a%20b.csv")]
    [TestCase("  http://example.org/x \n", "http://example.org/x")]
    [TestCase("www.example.org/x", "http://www.example.org/x")]
    [TestCase("http://example.org/año.csv", "http://example.org/a%C3%B1o.csv")]
    [TestCase("http://example.org/50%", "http://example.org/50%25")]
    [TestCase("http://example.org/a%20b", "http://example.org/a%20b")]
    [TestCase("http://example.org/{id}[1]|\"", "http://example.org/%7Bid%7D%5B1%5D%7C%22")]
    [TestCase("http://example.org/#a#b", "http://example.org/#a%23b")]
    [TestCase("http://[::1]:8080/a", "http://[::1]:8080/a")]
    [TestCase("HTTPS://Example.org/A", "HTTPS://Example.org/A")]
    [TestCase("ftp://example.org/😀", "ftp://example.org/%F0%9F%98%80")]
    public void WhatAPersonTyped_IsMended(string text, string expected)
    {
        var mended = WebAddress.TryMend(text, out var address);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mended, Is.True);
            Assert.That(address, Is.EqualTo(expected));
        }
    }

    [TestCase("")]
    [TestCase("datos.csv")]
    [TestCase("/datos.csv")]
    [TestCase("../datos.csv")]
    [TestCase("//example.org/x")]
    [TestCase("http://")]
    [TestCase("http:///x")]
    [TestCase("javascript:alert(1)")]
    [TestCase("data:text/csv,a")]
    [TestCase("file:///etc/passwd")]
    [TestCase("mailto:a@example.org")]
    [TestCase("c:\\datos.csv")]
    [TestCase("Ver el sitio: http://example.org")]
    public void WhatIsNoWebAddress_IsRefused(string text) => Assert.That(WebAddress.TryMend(text, out _), Is.False);

    [Test]
    public void MendedAddress_IsAStrictUriAndNeedsNoFurtherMending() =>
        Gen.OneOf(
                Gen.String,
                Gen.String.Select(s => "http://example.org/" + s),
                Gen.String["htp:/?#[]@%2a0 \"<>\\^`{|}.-_~ñ\u0000\uD83D\uDE00"].Select(s => "http://" + s),
                Gen.String["htp:/?#[]@%2a0 \"<>\\^`{|}.-_~ñ\u0000\uD83D\uDE00"].Select(s => "www." + s))
            .Sample(text =>
            {
                if (!WebAddress.TryMend(text, out var address)) return true;
                return WebAddress.IsStrictUri(address) && WebAddress.TryMend(address, out var again) && again == address;
            }, iter: 2000);

    [TestCase("http://example.org/a/b.CSV?x=1.zip#y.pdf", "csv", "b.CSV")]
    [TestCase("http://example.org/a.b/", "", "")]
    [TestCase("http://example.org/.htaccess", "", ".htaccess")]
    [TestCase("datos.tar.gz", "gz", "datos.tar.gz")]
    [TestCase("http://example.org/a%C3%B1o%202019.csv", "csv", "año 2019.csv")]
    [TestCase("http://example.org/..%2F..%2Fpasswd", "", "passwd")]
    [TestCase("http://example.org/a%5Cb.csv", "csv", "b.csv")]
    [TestCase("http://example.org/a%0D%0Ab.csv", "csv", "ab.csv")]
    public void LastSegment_GivesExtensionAndFileName(string address, string extension, string name)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(WebAddress.Extension(address), Is.EqualTo(extension));
            Assert.That(WebAddress.FileName(address), Is.EqualTo(name));
        }
    }

    [TestCase("datos@ciudad.example", true)]
    [TestCase("a.b+c@sub.example.org", true)]
    [TestCase("a@localhost", true)]
    [TestCase("a@example.org\n", false)]
    [TestCase(" a@example.org", false)]
    [TestCase("a@example.org; b@example.org", false)]
    [TestCase("a@-example.org", false)]
    [TestCase("a@example..org", false)]
    [TestCase("Datos <a@example.org>", false)]
    [TestCase("@example.org", false)]
    [TestCase("", false)]
    public void EmailAddress_IsOneWholeAddress(string text, bool expected) => Assert.That(EmailAddress.IsValid(text), Is.EqualTo(expected));

    [Test]
    public void EmailAddressOverItsLimit_IsRefused() => Assert.That(EmailAddress.IsValid(new string('a', 250) + "@x.ar"), Is.False);
}
