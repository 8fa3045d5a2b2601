using Catalog.Core.Storage;
using Catalog.Tests.Support;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Catalog.Tests.Core.Storage;

public sealed class CatalogDatabaseTests
{
    private static readonly string[] Tables =
    [
        "change", "dataset", "dataset_sector", "distribution", "file_check", "file_version", "harvest_object", "harvest_run", "held_item", "revision", "run_item", "schema_document", "slug", "table_approval", "table_load", "table_version",
    ];

    [Test]
    public void EmptyFolder_GetsTheNewestSchema()
    {
        using var folder = new TempFolder();
        using var database = CatalogDatabase.Open(folder.Combine("new", "data"));
        using var connection = database.Connect();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"), Is.EqualTo(Tables));
            Assert.That(connection.ExecuteScalar<long>("PRAGMA user_version"), Is.EqualTo(NewestMigration()));
            Assert.That(connection.ExecuteScalar<string>("PRAGMA journal_mode"), Is.EqualTo("wal"));
            Assert.That(connection.ExecuteScalar<long>("PRAGMA foreign_keys"), Is.EqualTo(1));
            Assert.That(connection.Query<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'"), Is.Empty, "tables that are not STRICT");
        }
    }

    [Test]
    public void DatabaseOpenedAgain_KeepsWhatItHas()
    {
        using var folder = new TempFolder();
        using (var database = CatalogDatabase.Open(folder.Path)) database.Publish(SomeStored.Dataset());
        using var again = CatalogDatabase.Open(folder.Path);
        Assert.That(new DatasetStore(again).Count(), Is.EqualTo(1));
    }

    [Test]
    public void DatabaseOfANewerProgram_IsRefusedAndLeftAlone()
    {
        using var folder = new TempFolder();
        using (var database = CatalogDatabase.Open(folder.Path))
        using (var connection = database.Connect()) connection.Execute("PRAGMA user_version = 9999");
        Assert.That(() => CatalogDatabase.Open(folder.Path), Throws.InvalidOperationException.With.Message.Contains("9999"));
        using var raw = new SqliteConnection($"Data Source={folder.Combine(CatalogDatabase.FileName)};Pooling=false");
        raw.Open();
        Assert.That(raw.ExecuteScalar<long>("PRAGMA user_version"), Is.EqualTo(9999));
    }

    // Each Open has a writer lock of its own, so to SQLite these are as good as processes.
    [Test]
    public void OpenedManyTimesAtOnce_IsMigratedOnce()
    {
        using var folder = new TempFolder();
        var databases = new CatalogDatabase[6];
        Parallel.For(0, databases.Length, n => databases[n] = CatalogDatabase.Open(folder.Path));
        Parallel.For(0, databases.Length, n => databases[n].Publish(SomeStored.Dataset($"{n}")));
        Assert.That(new DatasetStore(databases[0]).Count(), Is.EqualTo(databases.Length));
        foreach (var database in databases) database.Dispose();
    }

    [TestCase("INSERT INTO slug (slug, dataset_id) VALUES ('x', 'no such dataset')")]
    [TestCase("INSERT INTO harvest_run (source_id, trigger, status, started_at, gathered) VALUES ('s', 't', 'done', 'now', 'many')")]
    [TestCase("INSERT INTO harvest_run (source_id, trigger, status, started_at) VALUES ('s', 't', x'00', 'now')")]
    [TestCase("INSERT INTO harvest_run (source_id, trigger, started_at) VALUES ('s', 't', 'now')")]
    [TestCase("INSERT INTO held_item (run_id, source_id, identifier, kind, fingerprint) VALUES (1, 's', 'i', 'other', '')")]
    public void WhatDoesNotFitTheSchema_IsRefused(string sql)
    {
        using var folder = new TempFolder();
        using var database = CatalogDatabase.Open(folder.Path);
        Assert.That(() => database.Write(session => session.Connection.Execute(sql, transaction: session.Transaction)), Throws.InstanceOf<SqliteException>());
    }

    private static long NewestMigration() => Directory.EnumerateFiles(Path.Combine(Fixtures.RepositoryRoot, "Catalog.Core", "Storage", "Migrations"), "*.sql")
        .Max(file => long.Parse(Path.GetFileName(file)[..4], System.Globalization.CultureInfo.InvariantCulture));
}
