using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Search;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Search;

public sealed class SearchIndexTests
{
    private readonly TempFolder _folder = new();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void EmptyFolder_OpensEmptyAtCursorZero()
    {
        using var index = SearchIndex.Open(_folder.Path, Limits.Default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(index.Cursor, Is.Zero);
            Assert.That(index.Search(new SearchQuery()).Total, Is.Zero);
            Assert.That(index.ResetReason, Is.Not.Null);
        }
    }

    [Test]
    public void Batch_IsFoundWithItsCursorAndSurvivesReopening()
    {
        using (Entries.Index(_folder.Path, Entries.Of("Arbolado público")))
        {
        }
        using var index = SearchIndex.Open(_folder.Path, Limits.Default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(index.Cursor, Is.EqualTo(1));
            Assert.That(index.ResetReason, Is.Null);
            Assert.That(index.Search(new SearchQuery { Text = "arbolado" }).Total, Is.EqualTo(1));
        }
    }

    [Test]
    public void SameBatchTwice_ChangesNothing()
    {
        SearchEntry[] entries = [Entries.Of("Arbolado"), Entries.Of("Veredas", "", "calle")];
        using var index = Entries.Index(_folder.Path, entries);
        var before = index.Search(new SearchQuery());
        index.Apply(entries, [Guid.NewGuid()], 1);
        var after = index.Search(new SearchQuery());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Ids, Is.EqualTo(before.Ids));
            Assert.That(after.Facets[FacetField.Tag], Is.EqualTo(before.Facets[FacetField.Tag]));
            Assert.That(index.Cursor, Is.EqualTo(1));
        }
    }

    [Test]
    public void ChangedEntry_ReplacesTheOldWords()
    {
        var entry = Entries.Of("Arbolado");
        using var index = Entries.Index(_folder.Path, entry);
        index.Apply([entry.With(d => d with { Title = Text.Of("es", "Veredas") }) with { Slug = "veredas" }], [], 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(index.Search(new SearchQuery { Text = "arbolado", FacetLimit = 0 }).Total, Is.Zero);
            Assert.That(index.Search(new SearchQuery { Text = "veredas" }).Ids, Is.EqualTo([entry.Dataset.Id]));
            Assert.That(index.Cursor, Is.EqualTo(2));
        }
    }

    [Test]
    public void TwoEntriesOfOneDataset_TheLaterStays()
    {
        var entry = Entries.Of("Arbolado");
        using var index = Entries.Index(_folder.Path, entry, entry with { License = "CC0-1.0" });
        Assert.That(index.Search(new SearchQuery()).Facets[FacetField.License], Is.EqualTo([new FacetCount("CC0-1.0", 1)]));
    }

    [Test]
    public void Removal_TakesTheDatasetOutAndItsFacetValues()
    {
        var gone = Entries.Of("Arbolado", "", "verde");
        using var index = Entries.Index(_folder.Path, gone, Entries.Of("Veredas"));
        index.Apply([], [gone.Dataset.Id], 2);
        var result = index.Search(new SearchQuery());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Total, Is.EqualTo(1));
            Assert.That(result.Facets[FacetField.Tag], Is.Empty);
        }
    }

    [Test]
    public void BatchThatFailsHalfway_LeavesIndexAndCursorAsTheyWere()
    {
        using var index = Entries.Index(_folder.Path, Entries.Of("Arbolado"));
        static IEnumerable<SearchEntry> Failing()
        {
            for (var i = 0; i < 500; i++) yield return Entries.Of("Veredas " + i);
            throw new IOException("the store went away");
        }
        Assert.That(() => index.Apply(Failing(), [Entries.Of("Arbolado").Dataset.Id], 2), Throws.InstanceOf<IOException>());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(index.Cursor, Is.EqualTo(1));
            Assert.That(index.Search(new SearchQuery()).Total, Is.EqualTo(1));
        }
        index.Apply([Entries.Of("Veredas")], [], 3);
        Assert.That((index.Cursor, index.Search(new SearchQuery()).Total), Is.EqualTo((3L, 2)));
    }

    [Test]
    public void Clear_EmptiesAndPutsTheCursorAtZero()
    {
        using var index = Entries.Index(_folder.Path, Entries.Of("Arbolado"));
        index.Clear();
        Assert.That((index.Cursor, index.Search(new SearchQuery()).Total), Is.EqualTo((0L, 0)));
    }

    [TestCase("id")]
    [TestCase("slug")]
    [TestCase("identifier")]
    [TestCase("other")]
    public void ExactName_FindsTheDatasetFirst(string kind)
    {
        var wanted = Entries.Of("Presupuesto").With(d => d with { Identifier = "GCBA/Hacienda 30-99903208-3", OtherIdentifiers = ["doi:10.5072/xyz"] })
            with { Slug = "presupuesto-sancionado" };
        var name = kind switch
        {
            "id" => wanted.Dataset.Id.ToString(),
            "slug" => "presupuesto-sancionado",
            "identifier" => "gcba/hacienda 30-99903208-3",
            _ => "doi:10.5072/XYZ",
        };
        using var index = Entries.Index(_folder.Path, Entries.Of(name + " sancionado"), wanted, Entries.Of("Otra", name));
        Assert.That(index.Search(new SearchQuery { Text = $" {name} " }).Ids[0], Is.EqualTo(wanted.Dataset.Id));
    }

    [Test]
    public async Task SearchesDuringWrites_SeeWholeBatchesOnly()
    {
        using var index = SearchIndex.Open(_folder.Path, Limits.Default);
        const int Batches = 40;
        const int Size = 25;
        var writing = Task.Run(() =>
        {
            // Each batch takes out the one before it: a search between two may see either, never a mixture.
            for (var batch = 1; batch <= Batches; batch++)
            {
                index.Apply(
                    Enumerable.Range(0, Size).Select(i => Entries.Of($"Serie {batch} parte {i}", "", "lote" + batch)),
                    Enumerable.Range(0, Size).Select(i => Entries.Of($"Serie {batch - 1} parte {i}").Dataset.Id),
                    batch);
            }
        });
        var seen = new HashSet<string>();
        var mixed = 0;
        while (!writing.IsCompleted)
        {
            var result = index.Search(new SearchQuery { Text = "serie parte" });
            if (result.Total == 0) continue;
            var tags = result.Facets[FacetField.Tag];
            if (result.Total != Size || tags.Count != 1 || tags[0].Count != Size) mixed++;
            seen.Add(tags[0].Value);
        }
        await writing;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mixed, Is.Zero);
            Assert.That(seen, Is.Not.Empty);
            Assert.That(index.Cursor, Is.EqualTo(Batches));
        }
    }

    [Test]
    public void FindAll_GivesEveryMatchInTheOrderOfIdsAndNothingNear()
    {
        var entries = Enumerable.Range(1, 1500).Select(n => Entries.Of($"Hospital {n}", n % 3 == 0 ? "agua potable" : "luz", n % 2 == 0 ? "par" : "impar")).ToArray();
        using var index = Entries.Index(_folder.Path, entries);
        var (found, cursor) = index.FindAll(new SearchQuery { Text = "agua", Filters = [new FacetFilter(FacetField.Tag, "par")] });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.EqualTo(entries.Where((_, n) => (n + 1) % 6 == 0).Select(e => e.Dataset.Id).Order()));
            Assert.That(cursor, Is.EqualTo(1));
            Assert.That(index.FindAll(new SearchQuery()).Ids, Has.Length.EqualTo(1500));
            Assert.That(index.Search(new SearchQuery { Text = "agua inexistente" }).Relaxed, Is.True, "a person is shown what is near");
            Assert.That(index.FindAll(new SearchQuery { Text = "agua inexistente" }).Ids, Is.Empty, "a program is not");
        }
    }
}
