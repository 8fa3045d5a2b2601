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

    internal static void Append(WriteSession session, ChangeKind kind, Guid datasetId, int revision, DateTimeOffset at)
    {
        const string sql = """
            INSERT INTO change (kind, dataset_id, revision, at)
            VALUES (@kind, @datasetId, @revision, @at)
            """;
        session.Connection.Execute(sql, new { kind = kind.ToString().ToLowerInvariant(), datasetId, revision, at }, session.Transaction);
    }
}
