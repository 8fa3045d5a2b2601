using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Storage;

/// <summary>The stream that feeds are written from, which reads ahead on another thread.</summary>
public sealed class PublishedDatasetsTests
{
    // Several of the largest batches.
    private const int Datasets = 700;

    private static readonly Lazy<TempCatalog> Filled = new(() =>
    {
        var catalog = new TempCatalog();
        catalog.Publish(Datasets);
        return catalog;
    });

    [OneTimeTearDown]
    public void Close()
    {
        if (Filled.IsValueCreated) Filled.Value.Dispose();
    }

    [Test]
    public void EveryDataset_ComesOnceInTheOrderOfIds()
    {
        var ids = new PublishedDatasets(Filled.Value.Database).Stream().Select(d => d.Dataset.Id.ToString("D")).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Has.Count.EqualTo(Datasets));
            Assert.That(ids, Is.EqualTo(ids.Distinct().Order(StringComparer.Ordinal)));
        }
    }

    [Test]
    public void AfterAnId_TheOthersCome()
    {
        var published = new PublishedDatasets(Filled.Value.Database);
        var ids = published.Stream().Select(d => d.Dataset.Id).ToList();
        Assert.That(published.Stream(ids[99]).Select(d => d.Dataset.Id), Is.EqualTo(ids.Skip(100)));
    }

    [Test]
    public void GivenIds_ComeInTheirOrder()
    {
        var published = new PublishedDatasets(Filled.Value.Database);
        var ids = published.Stream().Select(d => d.Dataset.Id).Reverse().ToList();
        Assert.That(published.Of(ids).Select(d => d.Dataset.Id), Is.EqualTo(ids));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(25)]
    [TestCase(26)]
    [TestCase(400)]
    public void ReaderWhoStops_LeavesNothingOpen(int taken)
    {
        using var catalog = new TempCatalog();
        catalog.Publish(taken + 100);
        Assert.That(new PublishedDatasets(catalog.Database).Stream().Take(taken).Count(), Is.EqualTo(taken));
        Assert.That(() => catalog.Database.Write(session => DatasetWriter.Remove(session, SomeStored.Dataset("ds-0").Id, 2, SomeStored.Day)), Is.True);
    }

    [Test]
    public void WhatTheStoreThrows_ReachesTheReader()
    {
        using var catalog = new TempCatalog();
        catalog.Publish(1);
        catalog.Database.Write(session => session.Run("UPDATE dataset SET document = '{}'"));
        Assert.That(() => new PublishedDatasets(catalog.Database).Stream().Count(), Throws.Exception.With.Message.Contains("lacks"));
    }
}

file static class Filling
{
    public static void Publish(this TempCatalog catalog, int datasets) => catalog.Database.Write(session =>
    {
        for (var n = 0; n < datasets; n++) DatasetWriter.Publish(session, SomeStored.Write(SomeStored.Dataset($"ds-{n}", $"Datos {n}")), 1, SomeStored.Day);
    });

    public static void Run(this WriteSession session, string sql)
    {
        using var command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
