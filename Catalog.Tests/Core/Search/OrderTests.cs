using Catalog.Core.Dcat;
using Catalog.Core.Search;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Search;

public sealed class OrderTests
{
    private readonly TempFolder _folder = new();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void ByTitle_FollowsTheSpanishAlphabetWithoutRegardToCaseAccentsAndMarks()
    {
        string[] titles = ["«Actas» del concejo", "Árboles", "arboles viejos", "Canto", "Caña", "Cañón", "Caos", "nube", "ñandú", "Oasis", "Zonas"];
        var entries = titles.Select(t => Entries.Of(t)).ToArray();
        using var index = Entries.Index(_folder.Path, [.. entries.Reverse()]);
        Assert.That(index.Titles(entries, new SearchQuery { Sort = SearchSort.Title }), Is.EqualTo(titles));
    }

    [Test]
    public void LongEqualBeginnings_AreStillOrderedByTheirEnds()
    {
        string[] titles = ["Presupuesto 2018", "Presupuesto 2019", "Presupuesto 2020"];
        var entries = titles.Select(t => Entries.Of(t)).ToArray();
        using var index = Entries.Index(_folder.Path, entries[1], entries[2], entries[0]);
        Assert.That(index.Titles(entries, new SearchQuery { Sort = SearchSort.Title, Take = 2 }), Is.EqualTo(titles[..2]));
    }

    [Test]
    public void ByDate_NewestFirstThenTitle()
    {
        SearchEntry[] entries =
        [
            Entries.Of("Zonas") with { SortDate = Entries.Day },
            Entries.Of("Barrios") with { SortDate = Entries.Day },
            Entries.Of("Comunas") with { SortDate = Entries.Day.AddYears(1) },
            Entries.Of("Mapas") with { SortDate = Entries.Day.AddYears(-900) },
        ];
        using var index = Entries.Index(_folder.Path, entries);
        string[] expected = ["Comunas", "Barrios", "Zonas", "Mapas"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(index.Titles(entries, new SearchQuery { Sort = SearchSort.Date }), Is.EqualTo(expected));
            Assert.That(index.Titles(entries, new SearchQuery()), Is.EqualTo(expected), "relevance without words");
        }
    }

    [Test]
    public void EqualRelevance_IsOrderedByDateThenTitle()
    {
        SearchEntry[] entries =
        [
            Entries.Of("Mapa viejo") with { SortDate = Entries.Day },
            Entries.Of("Mapa nuevo") with { SortDate = Entries.Day.AddDays(1) },
            Entries.Of("Mapa bello") with { SortDate = Entries.Day },
        ];
        using var index = Entries.Index(_folder.Path, entries);
        Assert.That(index.Titles(entries, new SearchQuery { Text = "mapa" }), Is.EqualTo(["Mapa nuevo", "Mapa bello", "Mapa viejo"]));
    }

    [TestCase(SearchSort.Relevance)]
    [TestCase(SearchSort.Date)]
    [TestCase(SearchSort.Title)]
    public void PagesOfEqualDatasets_NeitherOverlapNorSkip(SearchSort sort)
    {
        // Equal in all but their id, over several segments.
        var entries = Enumerable.Range(0, 95).Select(i => Entries.Of("Mapa").With(d => d with { Id = DeterministicId.OfDataset("s", "n" + i) })).ToArray();
        using var index = SearchIndex.Open(_folder.Path, Catalog.Core.Limits.Default);
        foreach (var (batch, i) in entries.Chunk(20).Select((b, i) => (b, i))) index.Apply(batch, [], i);
        var read = new List<Guid>();
        for (var skip = 0; skip < 100; skip += 10) read.AddRange(index.Search(new SearchQuery { Text = "mapa", Sort = sort, Skip = skip, Take = 10 }).Ids);
        Assert.That(read, Is.EqualTo(entries.Select(e => e.Dataset.Id).Order()));
    }

    [TestCase(0, 0, 0)]
    [TestCase(5, 20, 0)]
    [TestCase(int.MaxValue, int.MaxValue, 0)]
    [TestCase(-5, 2, 2)]
    [TestCase(2, int.MaxValue, 1)]
    [TestCase(0, -1, 0)]
    public void AnyPage_IsAnsweredWithTheTotal(int skip, int take, int given)
    {
        using var index = Entries.Index(_folder.Path, Entries.Of("Uno"), Entries.Of("Dos"), Entries.Of("Tres"));
        var result = index.Search(new SearchQuery { Skip = skip, Take = take });
        Assert.That((result.Total, result.Ids.Count), Is.EqualTo((3, given)));
    }
}
