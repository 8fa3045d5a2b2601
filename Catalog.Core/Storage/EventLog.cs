using Catalog.Core.Dcat;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Catalog.Core.Storage;

/// <summary>
/// The change log with the states that it led to. What it says of a position never changes: revisions and file versions
/// are kept for good, and each is taken as it was at that position.
/// </summary>
public sealed class EventLog(CatalogDatabase database)
{
    /// <summary>When the first and the last of some positions were published; null where there is none.</summary>
    public sealed record Span(DateTimeOffset First, DateTimeOffset Last);

    /// <summary>The times of publication of each range of positions, both ends taken in; null for one that is empty.</summary>
    public IReadOnlyList<Span?> Spans(IEnumerable<(long From, long To)> ranges)
    {
        const string sql = """
            SELECT (SELECT published FROM change WHERE sequence BETWEEN @from AND @to ORDER BY sequence LIMIT 1) AS first,
                   (SELECT published FROM change WHERE sequence BETWEEN @from AND @to ORDER BY sequence DESC LIMIT 1) AS last
            """;
        using var connection = database.Connect();
        var spans = new List<Span?>();
        foreach (var (from, to) in ranges)
        {
            var row = connection.QuerySingle<SpanRow>(sql, new { from, to });
            spans.Add(row is { First: { } first, Last: { } last } ? new Span(Instant(first), Instant(last)) : null);
        }
        return spans;
    }

    /// <summary>
    /// The events of a range of positions, both ends taken in, read as they are asked for. A position at which nothing
    /// changed that the catalog says is passed over: the file of a distribution that was gone, or of a dataset that was.
    /// </summary>
    public IEnumerable<CatalogEvent> Read(long from, long to)
    {
        const string sql = """
            SELECT c.sequence, c.kind, c.published, c.dataset_id, c.revision, d.slug, r.kind = 'removed' AS removed
            FROM change c
            JOIN dataset d ON d.id = c.dataset_id
            JOIN revision r ON r.dataset_id = c.dataset_id AND r.number = c.revision
            WHERE c.sequence BETWEEN @from AND @to
            ORDER BY c.sequence
            """;
        using var connection = database.Connect();
        foreach (var entry in connection.Query<Entry>(sql, new { from, to }).ToList())
        {
            if (entry.Kind == ChangeKind.Removed) yield return Event(entry, CatalogEventKind.Delete, null);
            else if (!entry.Removed && StateAt(connection, entry) is { } state)
                yield return Event(entry, entry.Kind is ChangeKind.Added or ChangeKind.Restored ? CatalogEventKind.Create : CatalogEventKind.Update, state);
        }
    }

    private static CatalogEvent Event(Entry entry, CatalogEventKind kind, PublishedDataset? dataset) => new()
    {
        Sequence = entry.Sequence,
        Kind = kind,
        Published = Instant(entry.Published),
        Slug = entry.Slug,
        Dataset = dataset,
    };

    private static PublishedDataset? StateAt(SqliteConnection connection, Entry entry)
    {
        const string revisionSql = "SELECT document, publisher_id, publisher_name FROM revision WHERE dataset_id = @DatasetId AND number = @Revision";
        const string filesSql = """
            SELECT v.distribution_id, v.number, v.sha256, v.size, v.media_type, v.file_name, v.source_url, v.fetched_at
            FROM distribution r JOIN file_version v ON v.distribution_id = r.id
            WHERE r.dataset_id = @DatasetId
              AND v.number = (SELECT max(number) FROM file_version WHERE distribution_id = r.id AND sequence <= @Sequence)
            """;
        var revision = connection.QuerySingle<RevisionRow>(revisionSql, entry);
        var dataset = DatasetJson.Read(revision.Document);
        if (entry.Kind == ChangeKind.File && !IsOfCurrent(connection, entry, dataset)) return null;
        return new PublishedDataset
        {
            Dataset = dataset,
            Slug = entry.Slug,
            PublisherId = revision.PublisherId,
            PublisherName = revision.PublisherName is null ? Text.Empty : Text.Of("", revision.PublisherName),
            Files = PublishedDatasets.FilesOf(connection.Query<FileVersion>(filesSql, entry)),
        };
    }

    private static bool IsOfCurrent(SqliteConnection connection, Entry entry, Dataset dataset)
    {
        const string sql = """
            SELECT r.id
            FROM distribution r JOIN file_version v ON v.distribution_id = r.id
            WHERE r.dataset_id = @DatasetId AND v.sequence = @Sequence
            """;
        var changed = connection.Query<Guid>(sql, entry).ToHashSet();
        return dataset.Distributions.Any(d => changed.Contains(d.Id));
    }

    private static DateTimeOffset Instant(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    private sealed record SpanRow
    {
        public long? First { get; init; }
        public long? Last { get; init; }
    }

    private sealed record Entry
    {
        public required long Sequence { get; init; }
        public required ChangeKind Kind { get; init; }
        public required long Published { get; init; }
        public required Guid DatasetId { get; init; }
        public required int Revision { get; init; }
        public required string Slug { get; init; }
        public required bool Removed { get; init; }
    }

    private sealed record RevisionRow
    {
        public required string Document { get; init; }
        public string? PublisherId { get; init; }
        public string? PublisherName { get; init; }
    }
}
