using Dapper;

namespace Catalog.Core.Storage;

/// <summary>A table that the policy of its source keeps out of service.</summary>
public sealed record HeldTable
{
    public required Guid DistributionId { get; init; }

    public required int Number { get; init; }

    /// <summary>The sheet's or member's name; empty where a file is one table.</summary>
    public required string Name { get; init; }

    public required string SourceId { get; init; }

    /// <summary>The name of its dataset in addresses.</summary>
    public required string Slug { get; init; }

    public required string FileName { get; init; }

    /// <summary>Why, in words for a log.</summary>
    public required string Message { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }
}

/// <summary>Tables that wait for an officer, and the officer's word.</summary>
public sealed class HeldTables(CatalogDatabase database)
{
    /// <summary>Held tables that are the newest of their distribution, by source and dataset. An older one has been overtaken.</summary>
    public IReadOnlyList<HeldTable> Waiting()
    {
        const string sql = """
            SELECT t.distribution_id, t.number, t.name, d.source_id, d.slug, v.file_name, t.message, v.fetched_at
            FROM table_version t
            JOIN file_version v ON v.distribution_id = t.distribution_id AND v.number = t.number
            JOIN distribution r ON r.id = t.distribution_id AND r.current = 1
            JOIN dataset d ON d.id = r.dataset_id AND d.state = 'published'
            WHERE t.state = 'held' AND t.number = (SELECT max(number) FROM table_version WHERE distribution_id = t.distribution_id)
            ORDER BY d.source_id, d.slug, r.position, t.ordinal
            """;
        using var connection = database.Connect();
        return [.. connection.Query<HeldTable>(sql)];
    }

    /// <summary>Whether a version is held because data of persons seem to be in it.</summary>
    public bool HoldsPersons(Guid distributionId, int number)
    {
        const string sql = """
            SELECT EXISTS (
                SELECT 1
                FROM table_version t, json_each(t.report, '$.heldFor') reason
                WHERE t.distribution_id = @distributionId AND t.number = @number AND t.state = 'held' AND reason.value LIKE 'personal-%')
            """;
        using var connection = database.Connect();
        return connection.ExecuteScalar<bool>(sql, new { distributionId, number });
    }

    public bool IsApproved(Guid distributionId, int number)
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM table_approval WHERE distribution_id = @distributionId AND number = @number)", new { distributionId, number });
    }

    /// <summary>Puts the held tables of one version into service; returns how many there were. Doing it twice changes nothing.</summary>
    public int Approve(Guid distributionId, int number, DateTimeOffset at) => database.Write(session =>
    {
        var approval = new { distributionId, number, at };
        const string approveSql = "INSERT OR IGNORE INTO table_approval (distribution_id, number, approved_at) VALUES (@distributionId, @number, @at)";
        const string publishSql = "UPDATE table_version SET state = 'published' WHERE distribution_id = @distributionId AND number = @number AND state = 'held'";
        var count = session.Connection.Execute(publishSql, approval, session.Transaction);
        if (count > 0) session.Connection.Execute(approveSql, approval, session.Transaction);
        return count;
    });
}
