using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Tests.Support;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Catalog.Tests.Core.Storage;

/// <summary>Data folders of earlier versions of the program, opened by this one.</summary>
public sealed class MigrationTests
{
    [Test]
    public void FolderOfTheFirstSchema_GetsAnOrderInTimeAndTheStatesOfItsEvents()
    {
        using var folder = new TempFolder();
        var dataset = SomeStored.Dataset();
        var row = new { id = dataset.Id.ToString("D"), distribution = dataset.Distributions[0].Id.ToString("D"), document = DatasetJson.Write(dataset) };
        using (var old = new SqliteConnection($"Data Source={folder.Combine(CatalogDatabase.FileName)};Pooling=false"))
        {
            old.Open();
            old.Execute(File.ReadAllText(Path.Combine(Fixtures.RepositoryRoot, "Catalog.Core", "Storage", "Migrations", "0001_create_catalog.sql")));
            old.Execute("PRAGMA user_version = 1");
            old.Execute(Rows, row);
        }

        using var database = CatalogDatabase.Open(folder.Path);
        var events = new EventLog(database).Read(1, 10).ToList();
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(events.Select(e => e.Dataset!.PublisherName.ToString()), Is.All.EqualTo("Ministerio"));
            Assert.That(events.Select(e => e.Dataset!.Files.Values.SingleOrDefault()?.Sha256), Is.EqualTo(new[] { null, "uno", "dos" }));
            Assert.That(events.Select(e => e.Published), Is.EqualTo(new[] { at, at.AddMicroseconds(1), at.AddMicroseconds(2) }));
            Assert.That(new DatasetOrder(database).ChangedSince(at.AddSeconds(1)), Is.Empty);
            Assert.That(new DatasetOrder(database).ChangedSince(at), Is.EqualTo(new[] { dataset.Id }), "its file came after its metadata");
        }
    }

    private const string Rows = """
        INSERT INTO dataset (id, source_id, identifier, slug, state, revision, title, publisher_id, publisher_name, sort_date, document, content_hash, first_published_at, changed_at)
        VALUES (@id, 's', 'i', 'slug', 'published', 1, 't', 'salud', 'Ministerio', '2026-01-01T00:00:00Z', @document, 'h', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
        INSERT INTO slug (slug, dataset_id) VALUES ('slug', @id);
        INSERT INTO revision (dataset_id, number, run_id, kind, document, content_hash, at) VALUES (@id, 1, 1, 'added', @document, 'h', '2026-01-02T03:04:05Z');
        INSERT INTO distribution (id, dataset_id, position, current) VALUES (@distribution, @id, 0, 1);
        INSERT INTO change (kind, dataset_id, revision, at) VALUES ('added', @id, 1, '2026-01-02T03:04:05Z');
        INSERT INTO change (kind, dataset_id, revision, at) VALUES ('file', @id, 1, '2026-01-02T03:04:03Z');
        INSERT INTO change (kind, dataset_id, revision, at) VALUES ('file', @id, 1, '2026-01-02T03:04:05Z');
        INSERT INTO file_version (distribution_id, number, sha256, size, file_name, source_url, fetched_at) VALUES (@distribution, 1, 'uno', 1, 'a', 'u', '2026-01-02T03:04:03Z');
        INSERT INTO file_version (distribution_id, number, sha256, size, file_name, source_url, fetched_at) VALUES (@distribution, 2, 'dos', 1, 'a', 'u', '2026-01-02T03:04:05Z');
        """;
}
