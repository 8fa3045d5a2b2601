using Catalog.Core.Dcat;

namespace Catalog.Tests.Core.Dcat;

public sealed class TextTests
{
    private static readonly Text Both = Text.Of(new LangString("es-AR", "hola"), new LangString("en", "hello"), new LangString("", "?"));

    [TestCase("en", "hello")]
    [TestCase("EN", "hello")]
    [TestCase("es", "hola", Description = "a regional wording serves the language")]
    [TestCase("es-AR", "hola")]
    [TestCase("e", "?", Description = "the beginning of a tag is no language")]
    [TestCase("fr", "?", Description = "without the language, the wording of none")]
    public void Reader_GetsTheNearestWording(string lang, string expected) => Assert.That(Both.In(lang), Is.EqualTo(expected));

    [Test]
    public void ReaderOfAnotherLanguage_GetsTheFirstWording() => Assert.That(Text.Of("es", "hola").In("fr"), Is.EqualTo("hola"));

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \t")]
    public void BlankText_IsNothing(string? value)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text.Maybe("es", value), Is.SameAs(Text.Empty));
            Assert.That(Text.Maybe("es", value).In("es"), Is.Empty);
        }
    }

    [Test]
    public void SameWordings_AreEqual()
    {
        var same = new Text { Values = new List<LangString> { new("es", "hola") }.ToValueList() };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text.Of("es", "hola"), Is.EqualTo(same));
            Assert.That(Text.Of("en", "hola"), Is.Not.EqualTo(same));
        }
    }
}
