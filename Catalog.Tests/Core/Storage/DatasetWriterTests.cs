using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Storage;

public sealed class DatasetWriterTests
{
    private TempCatalog _catalog = null!;

    [SetUp]
    public void Open() => _catalog = new TempCatalog();

    [TearDown]
    public void Close() => _catalog.Dispose();

    [Test]
    public void NewDataset_IsAddedOnce()
    {
        var dataset = SomeStored.Dataset();
        var kinds = new[] { _catalog.Database.Publish(dataset), _catalog.Database.Publish(dataset) };
        var stored = _catalog.Datasets.Find(dataset.Id)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(kinds, Is.EqualTo(new ChangeKind?[] { ChangeKind.Added, null }));
            Assert.That(stored.Dataset, Is.EqualTo(dataset));
            Assert.That((stored.Slug, stored.Revision, stored.Published, stored.PublisherId), Is.EqualTo(("centros-de-salud", 1, true, "salud")));
            Assert.That((stored.FirstPublishedAt, stored.ChangedAt, stored.SortDate), Is.EqualTo((SomeStored.Day, SomeStored.Day, SomeStored.Day)));
            Assert.That(_catalog.Changes.Latest(), Is.EqualTo(1));
        }
    }

    [Test]
    public void LifeOfADataset_IsInItsRevisionsAndInTheLog()
    {
        var database = _catalog.Database;
        var first = SomeStored.Dataset();
        var second = first with { Title = Text.Of("es", "Otro título") };
        database.Publish(first);
        database.Publish(second, run: 2);
        var removed = database.Remove(first.Id);
        var removedAgain = database.Remove(first.Id);
        var tombstone = _catalog.Datasets.Find(first.Id)!;
        var restored = database.Publish(second, run: 3, at: SomeStored.Day.AddDays(1));
        var stored = _catalog.Datasets.FindBySlug("centros-de-salud")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((removed, removedAgain, restored), Is.EqualTo((true, false, (ChangeKind?)ChangeKind.Restored)));
            Assert.That((tombstone.Published, tombstone.RemovedAt, tombstone.Dataset), Is.EqualTo((false, (DateTimeOffset?)SomeStored.Day, second)));
            Assert.That(_catalog.Datasets.Revisions(first.Id).Select(r => (r.Number, r.Kind, r.RunId)), Is.EqualTo(new[]
            {
                (4, "restored", 3L), (3, "removed", 1L), (2, "changed", 2L), (1, "added", 1L),
            }));
            Assert.That(DatasetJson.Read(_catalog.Datasets.Revisions(first.Id)[^1].Document), Is.EqualTo(first), "the first revision stays as it was");
            Assert.That(_catalog.Changes.ReadAfter(0, 10).Select(c => (c.Sequence, c.Kind, c.Revision)), Is.EqualTo(new[]
            {
                (1L, ChangeKind.Added, 1), (2L, ChangeKind.Changed, 2), (3L, ChangeKind.Removed, 3), (4L, ChangeKind.Restored, 4),
            }));
            Assert.That((stored.Slug, stored.RemovedAt, stored.FirstPublishedAt), Is.EqualTo(("centros-de-salud", (DateTimeOffset?)null, SomeStored.Day)), "the slug never changes");
            Assert.That(_catalog.Datasets.CountBySector(), Is.EqualTo(new Dictionary<string, int> { ["salud"] = 1 }));
        }
    }

    [Test]
    public void RemovingWhatIsNotThere_WritesNothing()
    {
        var removed = _catalog.Database.Remove(Guid.NewGuid());
        Assert.That((removed, _catalog.Changes.Latest()), Is.EqualTo((false, 0L)));
    }

    [Test]
    public void EqualTitles_GetDifferentSlugs()
    {
        var one = SomeStored.Dataset("1");
        var other = SomeStored.Dataset("2");
        // A third whose own title is the slug that the second would get.
        var squatter = SomeStored.Dataset("3", Slug.WithHash("centros-de-salud", other.Id));
        foreach (var dataset in new[] { one, squatter, other }) _catalog.Database.Publish(dataset);
        var slugs = new[] { one, squatter, other }.Select(d => _catalog.Datasets.Find(d.Id)!.Slug).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(slugs, Is.Unique);
            Assert.That(slugs[2], Does.Match("^centros-de-salud-[0-9a-f]{6}$"));
            Assert.That(slugs.Select(slug => _catalog.Datasets.FindBySlug(slug)!.Slug), Is.EqualTo(slugs));
        }
    }

    [Test]
    public void DistributionThatIsGone_KeepsItsFiles()
    {
        var id = SomeStored.Dataset().Id;
        var (a, b) = (SomeStored.Csv(id, "a"), SomeStored.Csv(id, "b"));
        _catalog.Database.Publish(SomeStored.Dataset("ds", "t", a, b));
        var check = new FileCheck { DistributionId = b.Id, Url = "https://e.example/b.csv", CheckedAt = SomeStored.Day, Code = FileCheck.Ok };
        var version = new FileVersion { DistributionId = b.Id, Number = 0, Sha256 = new string('0', 64), Size = 1, FileName = "b.csv", SourceUrl = "https://e.example/b.csv", FetchedAt = SomeStored.Day };
        var recorded = _catalog.Database.Write(session => new[] { DistributionFiles.Record(session, id, check, version), DistributionFiles.Record(session, id, check, version) });
        _catalog.Database.Publish(SomeStored.Dataset("ds", "t", a));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(recorded, Is.EqualTo(new[] { true, false }), "the same bytes are no new version");
            Assert.That(_catalog.Files.OfSource("salud").Select(f => f.DistributionId), Is.EqualTo(new[] { a.Id }));
            Assert.That(_catalog.Files.Versions(b.Id).Select(v => (v.Number, v.FileName)), Is.EqualTo(new[] { (1, "b.csv") }));
            Assert.That(_catalog.Changes.ReadAfter(0, 10).Select(c => c.Kind), Is.EqualTo(new[] { ChangeKind.Added, ChangeKind.File, ChangeKind.Changed }));
        }
    }

    [Test]
    public void ExceptionInAWrite_LeavesNothing()
    {
        _catalog.Database.Publish(SomeStored.Dataset("1"));
        Assert.That(() => _catalog.Database.Write(session =>
        {
            DatasetWriter.Publish(session, SomeStored.Write(SomeStored.Dataset("2")), 1, SomeStored.Day);
            DatasetWriter.Remove(session, SomeStored.Dataset("1").Id, 1, SomeStored.Day);
            throw new InvalidOperationException("midway");
        }), Throws.InvalidOperationException);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_catalog.Datasets.StreamAll().Select(d => d.Identifier), Is.EqualTo(new[] { "1" }));
            Assert.That(_catalog.Changes.Latest(), Is.EqualTo(1));
            Assert.That(_catalog.Database.Publish(SomeStored.Dataset("2")), Is.EqualTo(ChangeKind.Added), "and the writer is free again");
        }
    }

    [Test]
    public void Stream_IsInTheOrderOfIds_AndGoesOnAfterAnyOfThem()
    {
        for (var n = 0; n < 25; n++) _catalog.Database.Publish(SomeStored.Dataset($"{n}", $"t {n}"));
        _catalog.Database.Remove(SomeStored.Dataset("7").Id);
        var all = _catalog.Datasets.StreamAll().Select(d => d.Id).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all, Has.Count.EqualTo(24));
            Assert.That(all.Select(id => id.ToString("D")), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
            Assert.That(_catalog.Datasets.StreamAll(all[9]).Select(d => d.Id), Is.EqualTo(all.Skip(10)));
            Assert.That(_catalog.Datasets.StreamAll(SomeStored.Dataset("7").Id).Select(d => d.Id), Is.EqualTo(all.Where(id => string.CompareOrdinal($"{id:D}", $"{SomeStored.Dataset("7").Id:D}") > 0)), "after an id that is gone");
            Assert.That(_catalog.Datasets.StreamAll(all[^1]), Is.Empty);
            Assert.That(_catalog.Datasets.FindAll([all[3], Guid.NewGuid(), all[1]]).Select(d => d.Id), Is.EqualTo(new[] { all[3], all[1] }));
        }
    }

    [Test]
    public void ReaderDuringALongWrite_SeesWhatWasThereBefore()
    {
        foreach (var n in new[] { "1", "2", "3" }) _catalog.Database.Publish(SomeStored.Dataset(n));
        using var reading = _catalog.Datasets.StreamAll().GetEnumerator();
        var begun = reading.MoveNext();
        var seenInside = _catalog.Database.Write(session =>
        {
            for (var n = 4; n < 50; n++) DatasetWriter.Publish(session, SomeStored.Write(SomeStored.Dataset($"{n}")), 1, SomeStored.Day);
            return (_catalog.Datasets.Count(), _catalog.Changes.Latest());
        });
        var rest = 0;
        while (reading.MoveNext()) rest++;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seenInside, Is.EqualTo((3, 3L)));
            Assert.That((begun, rest), Is.EqualTo((true, 2)), "a stream under way goes on with what it began with");
            Assert.That(_catalog.Datasets.Count(), Is.EqualTo(49));
        }
    }

    [Test]
    public void WritersAtOnce_AllGetTheirTurn()
    {
        Parallel.For(0, 20, n => _catalog.Database.Publish(SomeStored.Dataset($"{n}", "el mismo título")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_catalog.Datasets.Count(), Is.EqualTo(20));
            Assert.That(_catalog.Changes.ReadAfter(0, 100).Select(c => c.Sequence), Is.EqualTo(Enumerable.Range(1, 20).Select(n => (long)n)));
            Assert.That(_catalog.Changes.ReadAfter(15, 2).Select(c => c.Sequence), Is.EqualTo(new[] { 16L, 17L }));
        }
    }
}
