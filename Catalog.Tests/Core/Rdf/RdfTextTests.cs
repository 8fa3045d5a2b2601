using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Rdf;

public sealed class RdfTextTests
{
    [TestCase("", "")]
    [TestCase("ñandú \U0001F600", "ñandú \U0001F600")]
    [TestCase("a\tb\nc\rd", "a\tb\nc\rd")]
    [TestCase("a\u0000b\u0001c\u001Fd", "abcd")]
    [TestCase("a\uFFFEb\uFFFFc", "abc")]
    [TestCase("\u0001", "")]
    public void Text_HoldsWhatEverySyntaxCanWrite(string text, string expected) =>
        Assert.That(RdfText.Clean(text), Is.EqualTo(expected));

    [Test]
    public void HalfASurrogatePair_BecomesTheReplacementCharacter()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RdfText.Clean("a\uD800b"), Is.EqualTo("a\uFFFDb"));
            Assert.That(RdfText.Clean("\uDC00\uD800"), Is.EqualTo("\uFFFD\uFFFD"));
        }
    }

    [TestCase("es", "es")]
    [TestCase(" ES ", "es")]
    [TestCase("es-AR", "es-ar")]
    [TestCase("es_AR", "es-ar")]
    [TestCase("zh-Hant-TW", "zh-hant-tw")]
    [TestCase("x-lunfardo", "x-lunfardo")]
    [TestCase("de-1901", "de-1901")]
    [TestCase(null, null)]
    [TestCase("", null)]
    [TestCase("e", null)]
    [TestCase("x", null)]
    [TestCase("1901", null)]
    [TestCase("es-", null)]
    [TestCase("es--ar", null)]
    [TestCase("castellano", null)]
    [TestCase("español", null)]
    [TestCase("es> .", null)]
    [TestCase("not a language", null)]
    public void LanguageTag_HasItsShapeOrIsDropped(string? tag, string? expected) =>
        Assert.That(LanguageTag.Clean(tag), Is.EqualTo(expected));
}
