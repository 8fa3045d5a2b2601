using System.Text;
using Catalog.Core;
using Catalog.Core.Search;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Search;

public sealed class QueryLanguageTests
{
    private static readonly SearchEntry[] All =
    [
        Entries.Of("Agua potable", "Red de agua y sus cortes."),
        Entries.Of("Agua de lluvia", "Pluviómetros; la red mide lluvias."),
        Entries.Of("Lluvia de ideas", "Propuestas de vecinos."),
        Entries.Of("Aguas cloacales", "Red cloacal."),
        Entries.Of("La de la", "Artículos."),
    ];

    private readonly TempFolder _folder = new();
    private SearchIndex _index = null!;

    [OneTimeSetUp]
    public void FillIndex() => _index = Entries.Index(_folder.Path, All);

    [OneTimeTearDown]
    public void DeleteIndex()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private string[] Find(string? text) => [.. _index.Titles(All, new SearchQuery { Text = text }).Order(StringComparer.Ordinal)];

    [TestCase("agua lluvia", "Agua de lluvia")]
    [TestCase("agua red potable", "Agua potable")]
    [TestCase("agua -lluvia", "Agua potable", "Aguas cloacales")]
    [TestCase("agua −lluvias", "Agua potable", "Aguas cloacales")]
    [TestCase("\"agua de lluvia\"", "Agua de lluvia")]
    [TestCase("\"aguas de lluvia\"")]
    [TestCase("“lluvia de ideas”", "Lluvia de ideas")]
    [TestCase("«lluvia de", "Lluvia de ideas")]
    [TestCase("agua -\"red de agua\"", "Agua de lluvia", "Aguas cloacales")]
    [TestCase("agua AND lluvia", "Agua de lluvia")]
    [TestCase("pluv*", "Agua de lluvia")]
    [TestCase("agua cloac*", "Aguas cloacales")]
    [TestCase("agua -cloac*", "Agua de lluvia", "Agua potable")]
    [TestCase("pluv", "Agua de lluvia")]
    [TestCase("agua propu", "Agua de lluvia", "Agua potable", "Aguas cloacales", "Lluvia de ideas")]
    [TestCase("+agua +potable", "Agua potable")]
    [TestCase("de la", "Agua de lluvia", "La de la")]
    [TestCase("de la lluvia", "Agua de lluvia", "Lluvia de ideas")]
    [TestCase("inexistente")]
    [TestCase("-agua", "La de la", "Lluvia de ideas")]
    [TestCase("agua -de", "Agua de lluvia", "Agua potable", "Aguas cloacales")]
    public void Typed_FindsExactly(string typed, params string[] titles) =>
        Assert.That(Find(typed), Is.EqualTo(titles.Order(StringComparer.Ordinal)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  \t ")]
    [TestCase("***")]
    [TestCase("\" \"")]
    [TestCase("-")]
    [TestCase("¿?")]
    public void NoWords_FindEverything(string? typed) => Assert.That(Find(typed), Has.Length.EqualTo(All.Length));

    [TestCase("agua potable", false)]
    [TestCase("pluv", false)]
    [TestCase("potable ideas", true)]
    [TestCase("inexistente", false)]
    public void OnlyWideningToAnyWord_IsCalledRelaxed(string typed, bool relaxed) =>
        Assert.That(_index.Search(new SearchQuery { Text = typed }).Relaxed, Is.EqualTo(relaxed));

    [Test]
    public void Filter_NeverAddsDatasetsByWideningTheWords()
    {
        SearchEntry[] entries =
        [
            Entries.Of("Agua potable") with { License = "A" },
            Entries.Of("Agua de lluvia") with { License = "B" },
        ];
        using var folder = new TempFolder();
        using var index = Entries.Index(folder.Path, entries);
        var query = new SearchQuery { Text = "agua potable", Filters = [new(FacetField.License, "B")] };
        Assert.That(index.Search(query).Total, Is.Zero);
    }

    [Test]
    public void QueryBeyondTheLimit_IsCutThere()
    {
        var typed = new string('x', Limits.Default.MaxQueryLength - 5) + " agua inexistente";
        Assert.That(_index.Search(new SearchQuery { Text = typed }).Total, Is.EqualTo(3), "x…x or agua, nothing behind it");
    }

    [TestCase("a:b AND (c OR")]
    [TestCase("title:[* TO *]")]
    [TestCase("\\")]
    [TestCase("~ ^ ~2 ^0.5")]
    [TestCase("\"\"\"")]
    [TestCase("-\"")]
    [TestCase("+-+-*\"*\"-")]
    [TestCase("\ud83d")]
    [TestCase("agua \udc00* -\ud83d")]
    [TestCase("a* b* c* d* e* f* g* h* i* l* m* n* o* p* r* s* t* u* v*")]
    [TestCase("\0\u0001\uffff")]
    [TestCase("' OR 1=1 --")]
    public void Hostile_FindsWithoutThrowing(string typed) => Assert.That(() => _index.Search(new SearchQuery { Text = typed }), Throws.Nothing);

    [Test]
    public void AnyText_FindsWithoutThrowing()
    {
        // Any UTF-16 unit, lone surrogates too, mixed with what the query language and Lucene's own give a meaning.
        var unit = Gen.Frequency(
            (3, Gen.Char),
            (3, Gen.OneOf('"', '-', '*', '+', ' ', '~', '/', '(', ':', '.', ',', '\u0303', '\ud800', '\udc00')),
            (3, Gen.OneOf('a', 'g', 'u', 'l', 'd', 'e', 'ñ', '1')));
        unit.Array[0, 60].Sample(units =>
        {
            var text = new StringBuilder().Append(units).ToString();
            var result = _index.Search(new SearchQuery { Text = text });
            return result.Total >= 0 && result.Ids.Count <= result.Total && result.Total <= All.Length;
        }, iter: 2_000);
    }

    [Test]
    public void ManyWords_StayWithinTheClauseLimit()
    {
        var typed = string.Join(' ', Enumerable.Range(0, 250).Select(i => (char)('a' + (i % 26))));
        Assert.That(() => _index.Search(new SearchQuery { Text = typed }), Throws.Nothing);
    }

    [Test]
    public void AnyText_CanBeIndexed()
    {
        Gen.Char.Array[0, 700].Select(c => new string(c)).Select(t => Entries.Of("t", t, t) with { License = t }).Sample(entry =>
        {
            using var folder = new TempFolder();
            var hostile = entry.With(d => d with { Title = d.Description, Identifier = d.Keywords[0].Value, OtherIdentifiers = [new string('x', 40_000)] });
            using var index = Entries.Index(folder.Path, hostile);
            return index.Search(new SearchQuery()).Ids is [var id] && id == entry.Dataset.Id;
        }, iter: 25);
    }
}
