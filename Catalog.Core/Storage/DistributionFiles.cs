using Dapper;

namespace Catalog.Core.Storage;

/// <summary>One version of the bytes of a distribution.</summary>
public sealed record FileVersion
{
    public required Guid DistributionId { get; init; }
    public required int Number { get; init; }
    public required string Sha256 { get; init; }
    public required long Size { get; init; }
    public string? MediaType { get; init; }
    public required string FileName { get; init; }

    /// <summary>Where these bytes were fetched from.</summary>
    public required string SourceUrl { get; init; }
    public required DateTimeOffset FetchedAt { get; init; }
}

/// <summary>What the last look at a distribution's URL found.</summary>
public sealed record FileCheck
{
    /// <summary>The check succeeded: the stored copy is what the URL gives.</summary>
    public const string Ok = "ok";

    public required Guid DistributionId { get; init; }
    public required string Url { get; init; }
    public string? ETag { get; init; }
    public string? LastModified { get; init; }
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary><see cref="Ok"/>, or the code of what went wrong.</summary>
    public required string Code { get; init; }
    public string? Message { get; init; }
}

/// <summary>A current distribution of a source that has a URL, and what is known of its file.</summary>
public sealed record DistributionFile
{
    public required Guid DistributionId { get; init; }
    public required Guid DatasetId { get; init; }
    public required string SourceUrl { get; init; }
    public string? CheckedUrl { get; init; }
    public string? ETag { get; init; }
    public string? LastModified { get; init; }
    public string? CheckCode { get; init; }
    public string? Sha256 { get; init; }
}

/// <summary>Files and their bytes together.</summary>
public sealed record FileTotal
{
    public int Count { get; init; }
    public long Bytes { get; init; }
}

/// <summary>The files of distributions: versions, and the state of the last check.</summary>
public sealed class DistributionFiles(CatalogDatabase database)
{
    /// <summary>Every current distribution of a source that has a URL, dataset by dataset.</summary>
    public IReadOnlyList<DistributionFile> OfSource(string sourceId)
    {
        const string sql = """
            SELECT r.id AS distribution_id, r.dataset_id, r.source_url, c.url AS checked_url, c.etag AS e_tag, c.last_modified,
                c.code AS check_code,
                (SELECT v.sha256 FROM file_version v WHERE v.distribution_id = r.id ORDER BY v.number DESC LIMIT 1) AS sha256
            FROM dataset d
            JOIN distribution r ON r.dataset_id = d.id AND r.current = 1
            LEFT JOIN file_check c ON c.distribution_id = r.id
            WHERE d.source_id = @sourceId AND d.state = 'published' AND r.source_url IS NOT NULL
            ORDER BY d.id, r.position
            """;
        using var connection = database.Connect();
        return [.. connection.Query<DistributionFile>(sql, new { sourceId })];
    }

    /// <summary>The newest version of each distribution of the given datasets.</summary>
    public ILookup<Guid, FileVersion> Newest(IReadOnlyCollection<Guid> datasetIds)
    {
        const string sql = """
            SELECT v.distribution_id, v.number, v.sha256, v.size, v.media_type, v.file_name, v.source_url, v.fetched_at, r.dataset_id
            FROM distribution r JOIN file_version v ON v.distribution_id = r.id
            WHERE r.dataset_id IN @datasetIds
              AND v.number = (SELECT max(number) FROM file_version WHERE distribution_id = r.id)
            """;
        using var connection = database.Connect();
        return connection.Query<VersionOfDataset>(sql, new { datasetIds = datasetIds.Select(SqlTypes.Id) }).ToLookup(row => row.DatasetId, row => row.ToVersion());
    }

    /// <summary>When the newest copy of the given datasets' files was fetched; null when there is none.</summary>
    public DateTimeOffset? NewestCopy(IReadOnlyCollection<Guid> datasetIds)
    {
        const string sql = """
            SELECT max(v.fetched_at)
            FROM distribution r JOIN file_version v ON v.distribution_id = r.id
            WHERE r.current = 1 AND r.dataset_id IN @datasetIds
            """;
        using var connection = database.Connect();
        DateTimeOffset? newest = null;
        foreach (var batch in datasetIds.Chunk(500))
            if (connection.ExecuteScalar<DateTimeOffset?>(sql, new { datasetIds = batch.Select(SqlTypes.Id) }) is { } found && !(found <= newest)) newest = found;
        return newest;
    }

    /// <summary>How many files of the given datasets we keep, and their bytes together.</summary>
    public FileTotal TotalOf(IReadOnlyCollection<Guid> datasetIds)
    {
        const string sql = """
            SELECT count(*) AS count, coalesce(sum(v.size), 0) AS bytes
            FROM distribution r JOIN file_version v ON v.distribution_id = r.id
            WHERE r.current = 1 AND r.dataset_id IN @datasetIds
              AND v.number = (SELECT max(number) FROM file_version WHERE distribution_id = r.id)
            """;
        using var connection = database.Connect();
        var total = new FileTotal();
        foreach (var batch in datasetIds.Chunk(500))
        {
            var part = connection.QuerySingle<FileTotal>(sql, new { datasetIds = batch.Select(SqlTypes.Id) });
            total = new FileTotal { Count = total.Count + part.Count, Bytes = total.Bytes + part.Bytes };
        }
        return total;
    }

    /// <summary>How many current distributions the published datasets have.</summary>
    public int CountPublished()
    {
        const string sql = """
            SELECT count(*)
            FROM distribution r JOIN dataset d ON d.id = r.dataset_id
            WHERE r.current = 1 AND d.state = 'published'
            """;
        using var connection = database.Connect();
        return connection.ExecuteScalar<int>(sql);
    }

    /// <summary>Whether a distribution is, or once was, one of a dataset's.</summary>
    public bool BelongsTo(Guid distributionId, Guid datasetId)
    {
        const string sql = "SELECT EXISTS (SELECT 1 FROM distribution WHERE id = @distributionId AND dataset_id = @datasetId)";
        using var connection = database.Connect();
        return connection.ExecuteScalar<bool>(sql, new { distributionId, datasetId });
    }

    /// <summary>Every version of one distribution's file, newest first.</summary>
    public IReadOnlyList<FileVersion> Versions(Guid distributionId)
    {
        const string sql = """
            SELECT distribution_id, number, sha256, size, media_type, file_name, source_url, fetched_at
            FROM file_version
            WHERE distribution_id = @distributionId
            ORDER BY number DESC
            """;
        using var connection = database.Connect();
        return [.. connection.Query<FileVersion>(sql, new { distributionId })];
    }

    public IReadOnlyDictionary<Guid, FileCheck> Checks(Guid datasetId)
    {
        const string sql = """
            SELECT c.distribution_id, c.url, c.etag AS e_tag, c.last_modified, c.checked_at, c.code, c.message
            FROM file_check c JOIN distribution r ON r.id = c.distribution_id
            WHERE r.dataset_id = @datasetId
            """;
        using var connection = database.Connect();
        return connection.Query<FileCheck>(sql, new { datasetId }).ToDictionary(check => check.DistributionId);
    }

    /// <summary>The failed checks of a source's current distributions, for its report.</summary>
    public IReadOnlyList<FileCheck> Failures(string sourceId, int limit)
    {
        const string sql = """
            SELECT c.distribution_id, c.url, c.etag AS e_tag, c.last_modified, c.checked_at, c.code, c.message
            FROM file_check c
            JOIN distribution r ON r.id = c.distribution_id AND r.current = 1
            JOIN dataset d ON d.id = r.dataset_id AND d.state = 'published'
            WHERE d.source_id = @sourceId AND c.code <> 'ok'
            ORDER BY d.title, r.position
            LIMIT @limit
            """;
        using var connection = database.Connect();
        return [.. connection.Query<FileCheck>(sql, new { sourceId, limit })];
    }

    /// <summary>Records a check, and a new version when the bytes are not the newest ones already. True when they were new.</summary>
    public static bool Record(WriteSession session, Guid datasetId, FileCheck check, FileVersion? fetched)
    {
        const string checkSql = """
            INSERT OR REPLACE INTO file_check (distribution_id, url, etag, last_modified, checked_at, code, message)
            VALUES (@DistributionId, @Url, @ETag, @LastModified, @CheckedAt, @Code, @Message)
            """;
        session.Connection.Execute(checkSql, check, session.Transaction);
        if (fetched is null) return false;

        var newest = session.Connection.QueryFirstOrDefault<NewestVersion>(
            "SELECT number, sha256 FROM file_version WHERE distribution_id = @DistributionId ORDER BY number DESC LIMIT 1",
            new { check.DistributionId }, session.Transaction);
        if (newest?.Sha256 == fetched.Sha256) return false;

        // New bytes change what the dataset's documents say of it.
        const string datasetSql = "UPDATE dataset SET changed_at = max(changed_at, @FetchedAt) WHERE id = @datasetId AND state = 'published' RETURNING revision";
        var revision = session.Connection.ExecuteScalar<int?>(datasetSql, new { datasetId, fetched.FetchedAt }, session.Transaction)
            ?? session.Connection.ExecuteScalar<int>("SELECT revision FROM dataset WHERE id = @datasetId", new { datasetId }, session.Transaction);
        var sequence = ChangeLog.Append(session, ChangeKind.File, datasetId, revision, fetched.FetchedAt);
        const string versionSql = """
            INSERT INTO file_version (distribution_id, number, sha256, size, media_type, file_name, source_url, fetched_at, sequence)
            VALUES (@DistributionId, @number, @Sha256, @Size, @MediaType, @FileName, @SourceUrl, @FetchedAt, @sequence)
            """;
        var version = new
        {
            fetched.DistributionId, number = (newest?.Number ?? 0) + 1, fetched.Sha256, fetched.Size, fetched.MediaType,
            fetched.FileName, fetched.SourceUrl, fetched.FetchedAt, sequence,
        };
        session.Connection.Execute(versionSql, version, session.Transaction);
        return true;
    }

    private sealed record NewestVersion
    {
        public required int Number { get; init; }
        public required string Sha256 { get; init; }
    }

    private sealed record VersionOfDataset
    {
        public required Guid DatasetId { get; init; }
        public required Guid DistributionId { get; init; }
        public required int Number { get; init; }
        public required string Sha256 { get; init; }
        public required long Size { get; init; }
        public string? MediaType { get; init; }
        public required string FileName { get; init; }
        public required string SourceUrl { get; init; }
        public required DateTimeOffset FetchedAt { get; init; }

        public FileVersion ToVersion() => new()
        {
            DistributionId = DistributionId, Number = Number, Sha256 = Sha256, Size = Size, MediaType = MediaType,
            FileName = FileName, SourceUrl = SourceUrl, FetchedAt = FetchedAt,
        };
    }
}
