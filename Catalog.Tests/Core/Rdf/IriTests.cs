using System.Text.RegularExpressions;
using Catalog.Core.Rdf;
using CsCheck;

namespace Catalog.Tests.Core.Rdf;

public sealed partial class IriTests
{
    [TestCase("http://example.org/")]
    [TestCase("https://user:pass@example.org:8443/a/b;c=1?q=1&r=2#f")]
    [TestCase("http://[2001:db8::1]:80/")]
    [TestCase("http://españa.example/ñandú?q=ü#ö")]
    [TestCase("urn:isbn:9780000000000")]
    [TestCase("mailto:a@example.org")]
    [TestCase("http://example.org/a%20b")]
    [TestCase("http://example.org/\U00010400")]
    [TestCase("http://example.org/?private=\uE000")]
    public void LegalIri_IsTakenAsItIs(string text)
    {
        var taken = Iri.TryClean(text, out var iri);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken, Is.True);
            Assert.That(iri.Value, Is.EqualTo(text));
            Assert.That(Iri.IsValid(text), Is.True);
        }
    }

    [TestCase("  http://example.org/a  ", "http://example.org/a")]
    [TestCase("http://example.org/a b", "http://example.org/a%20b")]
    [TestCase("http://example.org/\"<>\\^`{|}", "http://example.org/%22%3C%3E%5C%5E%60%7B%7C%7D")]
    [TestCase("http://example.org/a\tb\u0085\u0001\u007F", "http://example.org/a%09b%C2%85%01%7F")]
    [TestCase("http://example.org/100%", "http://example.org/100%25")]
    [TestCase("http://example.org/%zz%4", "http://example.org/%25zz%254")]
    [TestCase("http://example.org/[1]?q=[2]#[3]", "http://example.org/%5B1%5D?q=%5B2%5D#%5B3%5D")]
    [TestCase("http://example.org/#a#b", "http://example.org/#a%23b")]
    [TestCase("http://example.org/\u202Etxt.exe", "http://example.org/%E2%80%AEtxt.exe")]
    [TestCase("http://example.org/\uE000", "http://example.org/%EE%80%80")]
    [TestCase("http://example.org/a/../b/./c?d=/../e", "http://example.org/b/c?d=/../e")]
    public void MendableIri_IsPercentEncoded(string text, string expected)
    {
        var taken = Iri.TryClean(text, out var iri);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken, Is.True);
            Assert.That(iri.Value, Is.EqualTo(expected));
            Assert.That(Iri.IsValid(text), Is.False);
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("example.org/a")]
    [TestCase("/relative")]
    [TestCase("//example.org/")]
    [TestCase("1http://example.org/")]
    [TestCase("ht tp://example.org/")]
    [TestCase(":a")]
    [TestCase("mailto:")]
    [TestCase("http:")]
    [TestCase("http://")]
    [TestCase("http:///path")]
    [TestCase("http:example.org")]
    [TestCase("HTTP:example.org")]
    [TestCase("http:\\\\example.org")]
    [TestCase("http://exa mple.org/")]
    [TestCase("http://exam<ple.org/")]
    [TestCase("http://example.org:port/")]
    [TestCase("http://[::1/")]
    [TestCase("http://[nonsense]/")]
    [TestCase("http://[1.2.3.4]/")]
    [TestCase("http://example\u202E.org/")]
    [TestCase("http://u\uF03Ax@example.org/")]
    public void WhatNamesNothing_IsRefused(string? text) => Assert.That(Iri.TryClean(text, out _), Is.False);

    [Test]
    public void AnyText_IsRefusedOrMadeLegal() =>
        Gen.OneOf(Gen.String, Gen.String.Select(s => "http://example.org/" + s), Gen.String.Select(s => "http://" + s + "/"), Near)
            .Sample(text =>
            {
                if (!Iri.TryClean(text, out var iri)) return true;
                return Iri.IsValid(iri.Value) && Legal().IsMatch(iri.Value) && Iri.TryClean(iri.Value, out var again) && again == iri
                    && Legal().IsMatch(iri.ToUri()) && iri.ToUri().All(char.IsAscii);
            });

    // Not a test case above: an attribute cannot hold half a surrogate pair.
    [Test]
    public void HalfASurrogatePair_IsReplacedInAPathAndRefusedInAHost()
    {
        var taken = Iri.TryClean("http://example.org/\uD800", out var iri);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken, Is.True);
            Assert.That(iri.Value, Is.EqualTo("http://example.org/%EF%BF%BD"));
            Assert.That(Iri.TryClean("http://\uD800/", out _), Is.False);
        }
    }

    [Test]
    public void Fragment_ReplacesTheOneThereAndIsEncoded()
    {
        var iri = Iri.Of("http://example.org/a#old");
        Assert.That(iri.WithFragment("a b#ñ\uD800").Value, Is.EqualTo("http://example.org/a#a%20b%23%C3%B1%EF%BF%BD"));
    }

    [TestCase("http://example.org/a", "http://example.org/a")]
    [TestCase("http://example.org/ñ?ü%20#ö", "http://example.org/%C3%B1?%C3%BC%20#%C3%B6")]
    [TestCase("http://ñ@españa.example:80/españa.example", "http://%C3%B1@xn--espaa-rta.example:80/espa%C3%B1a.example")]
    [TestCase("http://ñ..example/", "http://%C3%B1..example/")]
    [TestCase("urn:x:ñ", "urn:x:%C3%B1")]
    public void Uri_IsTheIriInAscii(string iri, string expected) => Assert.That(Iri.Of(iri).ToUri(), Is.EqualTo(expected));

    [Test]
    public void IllegalConstant_Throws() => Assert.That(() => Iri.Of("not an iri"), Throws.ArgumentException);

    [Test]
    public void DefaultIri_HasNoValue() => Assert.That(() => default(Iri).Value, Throws.InvalidOperationException);

    /// <summary>Text made of the characters that decide.</summary>
    private static Gen<string> Near =>
        Gen.String["htp:/?#[]@%2a0 \"<>\\^`{|}.-_~ñ\u0000\u202E\uD83D\uDE00\uE000"].Select(s => "http:" + s);

    // Written apart from the class under test: the characters that Turtle's IRIREF (§6.4) and RFC 3986 rule out, and
    // every % with its two digits.
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:([^\u0000-\u0020""<>\\^`{|}%\u007F-\u009F\uD800-\uDFFF]|%[0-9A-Fa-f]{2}|[\uD800-\uDBFF][\uDC00-\uDFFF])+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Legal();

    [Test]
    public void LongFragment_IsBoundedAndStillItsOwn()
    {
        var catalog = Iri.Of("https://e.example/catalog");
        var (one, other) = (catalog.WithFragment(new string('ñ', 50_000)), catalog.WithFragment(new string('ñ', 50_001)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.Value, Has.Length.LessThan(16 * 1024));
            Assert.That(one, Is.Not.EqualTo(other));
        }
    }
}
