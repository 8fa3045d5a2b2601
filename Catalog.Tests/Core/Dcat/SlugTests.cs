using System.Text.RegularExpressions;
using Catalog.Core.Dcat;
using CsCheck;

namespace Catalog.Tests.Core.Dcat;

public sealed partial class SlugTests
{
    [TestCase("Centros de salud", "centros-de-salud")]
    [TestCase("Años, niñez y Güemes", "anos-ninez-y-guemes")]
    [TestCase("  ¿Dónde votar?  (2023)  ", "donde-votar-2023")]
    [TestCase("SUBTE — línea A/B", "subte-linea-a-b")]
    [TestCase("a_b", "a-b")]
    [TestCase("10", "10")]
    [TestCase("agua\ufffepotable", "agua-potable")]
    [TestCase("agua\ud800potable", "agua-potable")]
    public void Title_IsItsWordsInAscii(string title, string slug) => Assert.That(Slug.Of(title), Is.EqualTo(slug));

    [TestCase("")]
    [TestCase("ñ")]
    [TestCase("数据")]
    [TestCase("…")]
    public void TitleWithoutLetters_GetsANameOfItsOwn(string title) =>
        Assert.That(Slug.Of(title), Does.Match("^dataset-[0-9a-f]{6}$"));

    [Test]
    public void DifferentTitlesWithoutLetters_GetDifferentNames() => Assert.That(Slug.Of("数据"), Is.Not.EqualTo(Slug.Of("資料")));

    [Test]
    public void LongTitle_IsCutAtAWord()
    {
        var slug = Slug.Of(string.Concat(Enumerable.Repeat("palabra ", 20)));
        Assert.That(slug, Is.EqualTo(string.Join('-', Enumerable.Repeat("palabra", 12))));
    }

    [Test]
    public void LongWord_IsCutAnywhere() => Assert.That(Slug.Of(new string('a', 300)), Has.Length.EqualTo(100));

    [Test]
    public void AnyTitle_GivesASlugThatCkanAllows_TheSameEachTime() =>
        Gen.OneOf(Gen.String, Gen.String["aáñ ·-_9ſK\uD800\uDC00"], Gen.Char.Array[90, 130].Select(c => new string(c))).Sample(title =>
        {
            var slug = Slug.Of(title);
            return Allowed().IsMatch(slug) && slug == Slug.Of(title) && Allowed().IsMatch(Slug.WithHash(slug, Guid.Empty));
        });

    [Test]
    public void HashOfTheId_KeepsEqualTitlesApart()
    {
        var one = Slug.WithHash("salud", DeterministicId.OfDataset("a", "1"));
        var other = Slug.WithHash("salud", DeterministicId.OfDataset("a", "2"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one, Does.Match("^salud-[0-9a-f]{6}$"));
            Assert.That(one, Is.Not.EqualTo(other));
        }
    }

    [GeneratedRegex(@"\A[a-z0-9-]{2,100}\z")]
    private static partial Regex Allowed();
}
