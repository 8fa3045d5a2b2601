using Catalog.Core.Dcat;
using Catalog.Core.Search;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Search;

public sealed class FacetTests
{
    private static readonly Gen<SearchEntry> AnEntry =
        from number in Gen.Int[0, 1_000_000]
        from words in Gen.OneOf("agua", "luz", "gas", "tren").Array[1, 3]
        from sectors in Gen.OneOf("salud", "educacion", "ambiente").Array[0, 3]
        from publisher in Gen.OneOf<string?>("hacienda", "justicia", null)
        from formats in Gen.OneOf("CSV", "JSON", "SHP").Array[0, 3]
        from license in Gen.OneOf<string?>("CC-BY-4.0", "CC0-1.0", null)
        from tags in Gen.OneOf("Agua", "agua", " agua ", "árbol", "arbol", " ", "niñez").Array[0, 5]
        from day in Gen.Int[0, 5]
        select Entries.Of(string.Join(' ', words), number.ToString(System.Globalization.CultureInfo.InvariantCulture), tags).With(d => d with
        {
            Sectors = [.. sectors],
            SourceId = number % 2 == 0 ? "even" : "odd",
        }) with { PublisherId = publisher, Formats = [.. formats], License = license, SortDate = Entries.Day.AddDays(day) };

    private static IEnumerable<string> ValuesOf(SearchEntry entry, FacetField field) => field switch
    {
        FacetField.Sector => entry.Dataset.Sectors.Distinct(),
        FacetField.Publisher => entry.PublisherId is { } p ? [p] : [],
        FacetField.Format => entry.Formats.Distinct(),
        FacetField.License => entry.License is { } l ? [l] : [],
        _ => entry.Dataset.Keywords.Select(k => k.Value.Trim()).Where(v => v.Length > 0).Distinct(),
    };

    private static List<FacetCount> Recount(IEnumerable<SearchEntry> entries, FacetField field, int limit) =>
    [
        .. entries.SelectMany(e => ValuesOf(e, field)).GroupBy(v => v)
            .Select(g => new FacetCount(g.Key, g.Count()))
            .OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(limit),
    ];

    /// <summary>
    /// Batches that overlap, so that there are segments with deleted documents, against a plain loop over the entries:
    /// total, order and every count.
    /// </summary>
    [Test]
    public void CountsAndOrder_AreThoseOfAPlainRecount()
    {
        var queries =
            from word in Gen.OneOf<string?>(null, "agua", "luz")
            from filters in (from f in Gen.Enum<FacetField>() from i in Gen.Int[0, 3] select (f, i)).Array[0, 2]
            from source in Gen.OneOf<string?>(null, null, "odd")
            from limit in Gen.Int[1, 4]
            select (word, filters, source, limit);
        Gen.Select(AnEntry.Array[1, 12].Array[1, 6], queries.Array[6]).Sample((batches, asked) =>
        {
            using var folder = new TempFolder();
            using var index = SearchIndex.Open(folder.Path, Catalog.Core.Limits.Default);
            var current = new Dictionary<Guid, SearchEntry>();
            for (var i = 0; i < batches.Length; i++)
            {
                var removed = i == 0 ? [] : batches[i - 1].Take(2).Select(e => e.Dataset.Id).ToArray();
                index.Apply(batches[i], removed, i + 1);
                foreach (var id in removed) current.Remove(id);
                foreach (var entry in batches[i]) current[entry.Dataset.Id] = entry;
            }
            foreach (var (word, filters, source, limit) in asked)
            {
                var chosen = filters.Select(f => (f.f, All: current.Values.SelectMany(e => ValuesOf(e, f.f)).Distinct().Order(StringComparer.Ordinal).ToList(), f.i))
                    .Where(f => f.All.Count > 0).Select(f => new FacetFilter(f.f, f.All[f.i % f.All.Count])).ToList();
                var expected = current.Values
                    .Where(e => word is null || e.Dataset.Title.In("es").Split(' ').Contains(word) || e.Dataset.Keywords.Any(k => k.Value.Trim().Equals(word, StringComparison.OrdinalIgnoreCase)))
                    .Where(e => source is null || e.Dataset.SourceId == source)
                    .Where(e => chosen.TrueForAll(c => ValuesOf(e, c.Field).Contains(c.Value)))
                    .OrderByDescending(e => e.SortDate).ThenBy(e => e.Dataset.Title.In("es"), StringComparer.Ordinal).ThenBy(e => e.Dataset.Id)
                    .ToList();
                var result = index.Search(new SearchQuery
                {
                    Text = word, Filters = [.. chosen], SourceId = source, FacetLimit = limit, Take = 100, Sort = SearchSort.Date,
                });
                Assert.That(result.Ids, Is.EqualTo(expected.Select(e => e.Dataset.Id)));
                Assert.That(result.Total, Is.EqualTo(expected.Count));
                foreach (var field in Enum.GetValues<FacetField>())
                    Assert.That(result.Facets[field], Is.EqualTo(Recount(expected, field, limit)), field.ToString());
            }
        }, iter: 40, threads: 1);
    }

    [Test]
    public void SeveralValuesOfOneField_AllHaveToMatch()
    {
        SearchEntry[] entries = [Entries.Of("Uno", "", "agua", "luz"), Entries.Of("Dos", "", "agua")];
        using var folder = new TempFolder();
        using var index = Entries.Index(folder.Path, entries);
        var query = new SearchQuery { Filters = [new(FacetField.Tag, "agua"), new(FacetField.Tag, "luz")] };
        Assert.That(index.Titles(entries, query), Is.EqualTo(["Uno"]));
    }

    [Test]
    public void SameValueInTwoFields_IsToldApart()
    {
        SearchEntry[] entries = [Entries.Of("Uno", "", "salud"), Entries.Of("Dos").With(d => d with { Sectors = ["salud"] })];
        using var folder = new TempFolder();
        using var index = Entries.Index(folder.Path, entries);
        Assert.That(index.Titles(entries, new SearchQuery { Filters = [new(FacetField.Sector, "salud")] }), Is.EqualTo(["Dos"]));
    }

    [Test]
    public void NoFacetsAsked_NoneGiven()
    {
        using var folder = new TempFolder();
        using var index = Entries.Index(folder.Path, Entries.Of("Uno", "", "agua"));
        Assert.That(index.Search(new SearchQuery { FacetLimit = 0 }).Facets, Is.Empty);
    }

    [Test]
    public void EndlessValue_IsCutAlikeForCountingAndFiltering()
    {
        var endless = new string('ñ', 60_000);
        using var folder = new TempFolder();
        using var index = Entries.Index(folder.Path, Entries.Of("Uno") with { License = endless });
        Assert.That(index.Search(new SearchQuery { Filters = [new(FacetField.License, endless)] }).Total, Is.EqualTo(1));
    }
}
