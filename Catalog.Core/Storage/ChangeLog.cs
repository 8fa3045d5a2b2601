using Catalog.Core.Dcat;
using Dapper;

namespace Catalog.Core.Storage;

/// <summary>What happened to a dataset.</summary>
public enum ChangeKind
{
    Added,
    Changed,
    Removed,

    /// <summary>Published again after it had been removed.</summary>
    Restored,

    /// <summary>The metadata stayed; the bytes of a distribution are new.</summary>
    File,
}

/// <summary>One entry of the change log.</summary>
public sealed record Change
{
    public required long Sequence { get; init; }

    public required ChangeKind Kind { get; init; }

    public required Guid DatasetId { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The order in which everything became public. Followers keep their own position in it.</summary>
public sealed class ChangeLog(CatalogDatabase database)
{
    /// <summary>The newest position; 0 while nothing was ever published.</summary>
    public long Latest()
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<long>("SELECT coalesce(max(sequence), 0) FROM change");
    }

    /// <summary>The next entries after a position, oldest first.</summary>
    public IReadOnlyList<Change> ReadAfter(long sequence, int limit)
    {
        const string sql = """
            SELECT sequence, kind, dataset_id, revision, at
            FROM change
            WHERE sequence > @sequence
            ORDER BY sequence
            LIMIT @limit
            """;
        using var connection = database.Connect();
        return [.. connection.Query<Change>(sql, new { sequence, limit })];
    }

    /// <summary>
    /// Adds an entry and returns its position. Its time of publication, in microseconds, is its own or just after that
    /// of the entry before it: the order of the log is then an order in time, without ties.
    /// </summary>
    internal static long Append(WriteSession session, ChangeKind kind, Guid datasetId, int revision, DateTimeOffset at)
    {
        const string sql = """
            INSERT INTO change (kind, dataset_id, revision, at, published)
            VALUES (@kind, @datasetId, @revision, @at, max(@published, coalesce((SELECT published + 1 FROM change ORDER BY sequence DESC LIMIT 1), 0)))
            RETURNING sequence
            """;
        var row = new { kind = kind.ToString().ToLowerInvariant(), datasetId, revision, at, published = at.ToUnixTimeSeconds() * 1_000_000 };
        return session.Connection.ExecuteScalar<long>(sql, row, session.Transaction);
    }
}
