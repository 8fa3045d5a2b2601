using Catalog.Core.Dcat;
using Dapper;

namespace Catalog.Core.Storage;

/// <summary>A dataset about to be published: the record and what is derived from it once.</summary>
public sealed record DatasetWrite
{
    public required Dataset Dataset { get; init; }

    /// <summary><see cref="DatasetJson.Write"/> of the dataset.</summary>
    public required string Document { get; init; }

    public required string ContentHash { get; init; }

    public string? PublisherId { get; init; }

    public string? PublisherName { get; init; }

    /// <summary>Modified, else issued; null means: when it was first published here.</summary>
    public DateTimeOffset? SortDate { get; init; }
}

/// <summary>Writes datasets, their revisions and the change log, always together.</summary>
public static class DatasetWriter
{
    /// <summary>
    /// Publishes a dataset: new, changed, or back from removal. Writing what is there already writes nothing and
    /// returns null, so a run may safely be done again.
    /// </summary>
    public static ChangeKind? Publish(WriteSession session, DatasetWrite write, long runId, DateTimeOffset now)
    {
        var dataset = write.Dataset;
        var existing = session.Connection.QueryFirstOrDefault<Existing>(
            "SELECT revision, content_hash, state, first_published_at FROM dataset WHERE id = @Id", new { dataset.Id }, session.Transaction);
        if (existing is { State: "published" } && existing.ContentHash == write.ContentHash) return null;

        var kind = existing switch
        {
            null => ChangeKind.Added,
            { State: "removed" } => ChangeKind.Restored,
            _ => ChangeKind.Changed,
        };
        var revision = (existing?.Revision ?? 0) + 1;
        var row = new
        {
            dataset.Id,
            dataset.SourceId,
            dataset.Identifier,
            slug = existing is null ? FreeSlug(session, dataset) : null,
            revision,
            title = dataset.Title.ToString(),
            write.PublisherId,
            write.PublisherName,
            sortDate = write.SortDate ?? existing?.FirstPublishedAt ?? now,
            write.Document,
            write.ContentHash,
            now,
        };
        session.Connection.Execute(existing is null ? Insert : Update, row, session.Transaction);
        if (existing is null)
            session.Connection.Execute("INSERT INTO slug (slug, dataset_id) VALUES (@slug, @Id)", row, session.Transaction);
        WriteSectors(session, dataset, replace: existing is not null);
        WriteDistributions(session, dataset, replace: existing is not null);
        WriteRevision(session, dataset.Id, revision, runId, kind, StateOf(write), now);
        return kind;
    }

    /// <summary>Takes a dataset out of the catalog; its address, last copy and history stay.</summary>
    public static bool Remove(WriteSession session, Guid id, long runId, DateTimeOffset now)
    {
        var existing = session.Connection.QueryFirstOrDefault<Existing>(
            "SELECT revision, content_hash, state, first_published_at, document, publisher_id, publisher_name FROM dataset WHERE id = @id", new { id }, session.Transaction);
        if (existing is not { State: "published" }) return false;
        var revision = existing.Revision + 1;
        const string sql = """
            UPDATE dataset
            SET state = 'removed', revision = @revision, changed_at = @now, removed_at = @now
            WHERE id = @id
            """;
        session.Connection.Execute(sql, new { id, revision, now }, session.Transaction);
        WriteRevision(session, id, revision, runId, ChangeKind.Removed, StateOf(existing), now);
        return true;
    }

    private const string Insert = """
        INSERT INTO dataset (id, source_id, identifier, slug, state, revision, title, publisher_id, publisher_name,
            sort_date, document, content_hash, first_published_at, changed_at)
        VALUES (@Id, @SourceId, @Identifier, @slug, 'published', @revision, @title, @PublisherId, @PublisherName,
            @sortDate, @Document, @ContentHash, @now, @now)
        """;

    private const string Update = """
        UPDATE dataset
        SET state = 'published', revision = @revision, title = @title, publisher_id = @PublisherId,
            publisher_name = @PublisherName, sort_date = @sortDate, document = @Document, content_hash = @ContentHash,
            changed_at = @now, removed_at = NULL
        WHERE id = @Id
        """;

    /// <summary>The title's slug, or the same with a hash of the id when another dataset has it.</summary>
    private static string FreeSlug(WriteSession session, Dataset dataset)
    {
        var slug = Slug.Of(dataset.Title.ToString());
        var free = slug;
        // A title may itself end in the hash of another's id; hashing on ends that.
        for (var id = dataset.Id; IsTaken(free); id = DeterministicId.Version5(id, slug)) free = Slug.WithHash(slug, id);
        return free;

        bool IsTaken(string name) =>
            session.Connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM slug WHERE slug = @name)", new { name }, session.Transaction);
    }

    private static void WriteSectors(WriteSession session, Dataset dataset, bool replace)
    {
        if (replace) session.Connection.Execute("DELETE FROM dataset_sector WHERE dataset_id = @Id", new { dataset.Id }, session.Transaction);
        const string sql = "INSERT OR IGNORE INTO dataset_sector (dataset_id, sector_id) VALUES (@Id, @sector)";
        foreach (var sector in dataset.Sectors) session.Connection.Execute(sql, new { dataset.Id, sector }, session.Transaction);
    }

    private static void WriteDistributions(WriteSession session, Dataset dataset, bool replace)
    {
        // A distribution that is gone keeps its row: its file versions stay addressable.
        if (replace) session.Connection.Execute("UPDATE distribution SET current = 0 WHERE dataset_id = @Id", new { dataset.Id }, session.Transaction);
        const string sql = """
            INSERT INTO distribution (id, dataset_id, position, current, source_url)
            VALUES (@Id, @datasetId, @position, 1, @sourceUrl)
            ON CONFLICT (id) DO UPDATE SET position = @position, current = 1, source_url = @sourceUrl
            """;
        for (var position = 0; position < dataset.Distributions.Count; position++)
        {
            var distribution = dataset.Distributions[position];
            var row = new { distribution.Id, datasetId = dataset.Id, position, sourceUrl = IsService(distribution) ? null : distribution.DownloadUrl };
            session.Connection.Execute(sql, row, session.Transaction);
        }
    }

    /// <summary>An API has an address to call, not a file to keep.</summary>
    private static bool IsService(Distribution distribution) => distribution.Type == "api" || distribution.Format is "API" or "WMS" or "WFS";

    private static void WriteRevision(WriteSession session, Guid datasetId, int number, long runId, ChangeKind kind, State state, DateTimeOffset at)
    {
        const string sql = """
            INSERT INTO revision (dataset_id, number, run_id, kind, document, content_hash, publisher_id, publisher_name, at)
            VALUES (@datasetId, @number, @runId, @kind, @Document, @ContentHash, @PublisherId, @PublisherName, @at)
            """;
        var row = new { datasetId, number, runId, kind = kind.ToString().ToLowerInvariant(), state.Document, state.ContentHash, state.PublisherId, state.PublisherName, at };
        session.Connection.Execute(sql, row, session.Transaction);
        ChangeLog.Append(session, kind, datasetId, number, at);
    }

    private static State StateOf(DatasetWrite write) => new(write.Document, write.ContentHash, write.PublisherId, write.PublisherName);

    private static State StateOf(Existing existing) => new(existing.Document, existing.ContentHash, existing.PublisherId, existing.PublisherName);

    /// <summary>What a revision keeps for good.</summary>
    private sealed record State(string Document, string ContentHash, string? PublisherId, string? PublisherName);

    private sealed record Existing
    {
        public required int Revision { get; init; }
        public required string ContentHash { get; init; }
        public required string State { get; init; }
        public required DateTimeOffset FirstPublishedAt { get; init; }
        public string Document { get; init; } = "";
        public string? PublisherId { get; init; }
        public string? PublisherName { get; init; }
    }
}
