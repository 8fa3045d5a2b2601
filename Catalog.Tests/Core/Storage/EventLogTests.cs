using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Storage;

/// <summary>The history with its states: what happened, in which order, and what the catalog said from then on.</summary>
public sealed class EventLogTests
{
    private TempCatalog _catalog = null!;

    private EventLog Log => new(_catalog.Database);

    [SetUp]
    public void Open() => _catalog = new TempCatalog();

    [TearDown]
    public void Delete() => _catalog.Dispose();

    [Test]
    public void EachEvent_HasTheStateOfItsOwnTime()
    {
        var first = SomeStored.Dataset(title: "Antes");
        var csv = first.Distributions[0].Id;
        _catalog.Database.Publish(first);
        _catalog.Record(first, csv, "a");
        _catalog.Database.Publish(SomeStored.Dataset(title: "Después"));
        _catalog.Record(first, csv, "b");
        _catalog.Database.Remove(first.Id);
        _catalog.Database.Publish(SomeStored.Dataset(title: "De nuevo"));

        var events = Log.Read(1, 100).ToList();

        Assert.That(
            events.Select(e => (e.Sequence, e.Kind, e.Dataset?.Dataset.Title.ToString(), e.Dataset?.Files.GetValueOrDefault(csv)?.Sha256)),
            Is.EqualTo(new (long, CatalogEventKind, string?, string?)[]
            {
                (1, CatalogEventKind.Create, "Antes", null),
                (2, CatalogEventKind.Update, "Antes", "a"),
                (3, CatalogEventKind.Update, "Después", "a"),
                (4, CatalogEventKind.Update, "Después", "b"),
                (5, CatalogEventKind.Delete, null, null),
                (6, CatalogEventKind.Create, "De nuevo", "b"),
            }));
        Assert.That(events.Select(e => e.Dataset?.PublisherId).Distinct(), Is.EqualTo(new[] { "salud", null }));
    }

    [Test]
    public void LaterEvents_NeverChangeEarlierOnes()
    {
        var dataset = SomeStored.Dataset();
        _catalog.Database.Publish(dataset);
        _catalog.Record(dataset, dataset.Distributions[0].Id, "a");
        var before = Log.Read(1, 2).Select(DatasetText).ToList();
        _catalog.Record(dataset, dataset.Distributions[0].Id, "b");
        _catalog.Database.Write(session => DatasetWriter.Publish(session, SomeStored.Write(SomeStored.Dataset(title: "Otro")) with { PublisherId = "otro", PublisherName = "Otro" }, 2, SomeStored.Day));
        Assert.That(Log.Read(1, 2).Select(DatasetText), Is.EqualTo(before));

        static string DatasetText(CatalogEvent e) => $"{e.Sequence} {e.Published:O} {e.Dataset!.PublisherId} {DatasetJson.Write(e.Dataset.Dataset)} {string.Join(',', e.Dataset.Files.Values.Select(f => f.Sha256))}";
    }

    [Test]
    public void FileThatChangesNothingSaid_IsNoEvent()
    {
        var dataset = SomeStored.Dataset();
        _catalog.Database.Publish(dataset);
        var gone = dataset.Distributions[0].Id;
        _catalog.Database.Publish(SomeStored.Dataset(distributions: SomeStored.Csv(dataset.Id, "b")));
        _catalog.Record(dataset, gone, "a");
        _catalog.Database.Remove(dataset.Id);
        _catalog.Record(dataset, DeterministicId.OfDistribution(dataset.Id, "b"), "b");
        Assert.That(Log.Read(1, 100).Select(e => e.Sequence), Is.EqualTo(new[] { 1, 2, 4 }));
    }

    [Test]
    public void TimeOfPublication_RisesWhateverTheClockDoes()
    {
        _catalog.Database.Publish(SomeStored.Dataset("1"), at: SomeStored.Day);
        _catalog.Database.Publish(SomeStored.Dataset("2"), at: SomeStored.Day);
        _catalog.Database.Publish(SomeStored.Dataset("3"), at: SomeStored.Day.AddHours(-1));
        _catalog.Database.Publish(SomeStored.Dataset("4"), at: SomeStored.Day.AddSeconds(1));
        var microsecond = TimeSpan.FromMicroseconds(1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Log.Read(1, 100).Select(e => e.Published), Is.EqualTo(new[]
            {
                SomeStored.Day, SomeStored.Day + microsecond, SomeStored.Day + 2 * microsecond, SomeStored.Day.AddSeconds(1),
            }));
            Assert.That(Log.Spans([(2, 3), (5, 9)]), Is.EqualTo(new[] { new EventLog.Span(SomeStored.Day + microsecond, SomeStored.Day + 2 * microsecond), null }));
        }
    }
}
