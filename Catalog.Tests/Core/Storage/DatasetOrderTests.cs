using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Storage;

/// <summary>The order of ids, asked of the store and of a selection alike.</summary>
public sealed class DatasetOrderTests
{
    private readonly TempCatalog _catalog = new();
    private Guid[] _ids = [];

    [OneTimeSetUp]
    public void Publish()
    {
        for (var n = 0; n < 20; n++) _catalog.Database.Publish(SomeStored.Dataset($"{n}"), at: SomeStored.Day.AddHours(n));
        _catalog.Database.Remove(SomeStored.Dataset("3").Id, SomeStored.Day.AddDays(2));
        _ids = [.. _catalog.Datasets.StreamAll().Select(d => d.Id)];
    }

    [OneTimeTearDown]
    public void Delete() => _catalog.Dispose();

    private IEnumerable<IDatasetOrder> Both() => [new DatasetOrder(_catalog.Database), new DatasetSelection(_ids)];

    [Test]
    public void Order_IsThatOfTheIdsAsText() => Assert.That(_ids.Select(id => id.ToString("D")), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));

    [Test]
    public void EveryWindow_IsTheSameOfBoth()
    {
        foreach (var order in Both())
            using (Assert.EnterMultipleScope())
            {
                Assert.That(order.Count(), Is.EqualTo(19));
                Assert.That(order.After(null, 5), Is.EqualTo(_ids[..5]));
                Assert.That(order.After(_ids[4], 5), Is.EqualTo(_ids[5..10]));
                Assert.That(order.After(_ids[17], 5), Is.EqualTo(_ids[18..]));
                Assert.That(order.After(_ids[18], 5), Is.Empty);
                Assert.That(order.At(0), Is.EqualTo(_ids[0]));
                Assert.That(order.At(18), Is.EqualTo(_ids[18]));
                Assert.That(order.At(19), Is.Null);
                Assert.That(order.Before(_ids[9], 5), Is.EqualTo(_ids[4]));
                Assert.That(order.Before(_ids[4], 5), Is.Null);
            }
    }

    [Test]
    public void IdThatIsGone_StillHasItsPlace()
    {
        var gone = SomeStored.Dataset("3").Id;
        var place = _ids.Count(id => id.CompareTo(gone) < 0);
        foreach (var order in Both())
            using (Assert.EnterMultipleScope())
            {
                Assert.That(order.After(gone, 1).FirstOrDefault(), Is.EqualTo(_ids.ElementAtOrDefault(place)));
                Assert.That(order.Before(gone, 0), Is.EqualTo(place > 0 ? _ids[place - 1] : null));
            }
    }

    [Test]
    public void ChangedSince_TakesInTheInstantItself()
    {
        var order = new DatasetOrder(_catalog.Database);
        Assert.That(order.ChangedSince(SomeStored.Day.AddHours(15)), Is.EqualTo(Enumerable.Range(15, 5).Select(n => SomeStored.Dataset($"{n}").Id).Order()));
    }

    [Test]
    public void NewFile_IsAChangeOfItsDataset()
    {
        using var catalog = new TempCatalog();
        var dataset = SomeStored.Dataset();
        catalog.Database.Publish(dataset);
        catalog.Record(dataset, dataset.Distributions[0].Id, "a", SomeStored.Day.AddDays(3));
        Assert.That(new DatasetOrder(catalog.Database).ChangedSince(SomeStored.Day.AddDays(2)), Is.EqualTo(new[] { dataset.Id }));
    }

    [Test]
    public void SelectionAndSelection_IsWhatBothHave() =>
        Assert.That(new DatasetSelection(_ids[..10]).And(_ids[5..]).Ids, Is.EqualTo(_ids[5..10]));
}
