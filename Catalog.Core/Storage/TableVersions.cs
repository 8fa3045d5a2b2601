using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Catalog.Core.Storage;

/// <summary>The tables of distributions, version by version.</summary>
public sealed class TableVersions(CatalogDatabase database)
{
    private const string Columns = """
        t.distribution_id, t.number, t.ordinal, t.name, t.state, t.code, t.message, t.row_count, t.column_count, t.misfits,
        t.errors, t.warnings, t.parquet_sha256, t.parquet_size, t.columns, t.schema, t.profile, t.dialect, t.report, v.fetched_at
        """;

    private const string Tables = "table_version t JOIN file_version v ON v.distribution_id = t.distribution_id AND v.number = t.number";

    /// <summary>Every file version of published datasets, oldest version first, with the recipe by which it was read.</summary>
    public IReadOnlyList<LoadableFile> Files()
    {
        const string sql = """
            SELECT r.dataset_id, d.source_id, d.revision, v.distribution_id, v.number, v.sha256, v.size, v.media_type, v.file_name, l.recipe
            FROM file_version v
            JOIN distribution r ON r.id = v.distribution_id AND r.current = 1
            JOIN dataset d ON d.id = r.dataset_id AND d.state = 'published'
            LEFT JOIN table_load l ON l.distribution_id = v.distribution_id AND l.number = v.number AND l.file_sha256 = v.sha256
            ORDER BY d.id, r.position, v.number
            """;
        using var connection = database.Connect();
        return [.. connection.Query<LoadableFile>(sql)];
    }

    /// <summary>The stored rows that tables refer to, each with the file version that it was read from.</summary>
    public IReadOnlyList<StoredRows> Stored()
    {
        const string sql = "SELECT distribution_id, number, parquet_sha256 AS sha256 FROM table_version WHERE parquet_sha256 IS NOT NULL";
        using var connection = database.Connect();
        return [.. connection.Query<StoredRows>(sql)];
    }

    /// <summary>Every version of every table of a distribution, newest first.</summary>
    public IReadOnlyList<TableVersion> List(Guid distributionId)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM {Tables}
            WHERE t.distribution_id = @distributionId
            ORDER BY t.number DESC, t.ordinal
            """;
        using var connection = database.Connect();
        return [.. connection.Query<TableVersion>(sql, new { distributionId })];
    }

    /// <summary>The tables in service: of the newest version, or the newest up to a number or instant, that has a published one.</summary>
    public IReadOnlyList<TableVersion> Published(Guid distributionId, int? version, DateTimeOffset? asOf)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM {Tables}
            WHERE t.distribution_id = @distributionId AND t.state = 'published'
              AND t.number = (
                SELECT max(p.number)
                FROM table_version p JOIN file_version f ON f.distribution_id = p.distribution_id AND f.number = p.number
                WHERE p.distribution_id = @distributionId AND p.state = 'published'
                  AND (@version IS NULL OR p.number = @version) AND (@asOf IS NULL OR f.fetched_at <= @asOf))
            ORDER BY t.ordinal
            """;
        using var connection = database.Connect();
        return [.. connection.Query<TableVersion>(sql, new { distributionId, version, asOf = asOf is { } instant ? SqlTypes.Instant(instant) : null })];
    }

    /// <summary>How the tables of a dataset's distributions stand: one look for all of them, without their documents.</summary>
    public IReadOnlyList<TableStanding> Standings(Guid datasetId)
    {
        const string sql = """
            WITH newest AS (
              SELECT v.distribution_id, max(v.number) AS number
              FROM distribution d JOIN file_version v ON v.distribution_id = d.id
              WHERE d.dataset_id = @datasetId
              GROUP BY v.distribution_id),
            served AS (
              SELECT t.distribution_id, t.number, min(t.ordinal) AS ordinal, count(*) AS tables
              FROM newest n JOIN table_version t ON t.distribution_id = n.distribution_id
              WHERE t.state = 'published' AND t.number = (
                SELECT max(p.number) FROM table_version p WHERE p.distribution_id = t.distribution_id AND p.state = 'published')
              GROUP BY t.distribution_id, t.number),
            held AS (
              SELECT h.distribution_id, h.code, min(h.ordinal) AS ordinal
              FROM newest n JOIN table_version h ON h.distribution_id = n.distribution_id AND h.number = n.number AND h.state = 'held'
              GROUP BY h.distribution_id)
            SELECT n.distribution_id, n.number AS newest, l.number IS NOT NULL AS is_read, l.code, h.distribution_id IS NOT NULL AS is_held, h.code AS held_for,
                   s.number AS in_service, coalesce(s.tables, 0) AS tables, coalesce(t.row_count, 0) AS row_count, coalesce(t.column_count, 0) AS column_count
            FROM newest n
            LEFT JOIN table_load l ON l.distribution_id = n.distribution_id AND l.number = n.number
            LEFT JOIN held h ON h.distribution_id = n.distribution_id
            LEFT JOIN served s ON s.distribution_id = n.distribution_id
            LEFT JOIN table_version t ON t.distribution_id = s.distribution_id AND t.number = s.number AND t.ordinal = s.ordinal
            """;
        using var connection = database.Connect();
        return [.. connection.Query<TableStanding>(sql, new { datasetId })];
    }

    /// <summary>The tables of a source's newest files that are held, could not be read or break their contract: those held first.</summary>
    public IReadOnlyList<TableTrouble> Troubles(string sourceId, int limit)
    {
        const string sql = """
            SELECT d.slug, d.title, t.distribution_id, v.file_name, t.number, t.name, t.state, t.code, t.errors, t.warnings
            FROM table_version t
            JOIN file_version v ON v.distribution_id = t.distribution_id AND v.number = t.number
            JOIN distribution r ON r.id = t.distribution_id AND r.current = 1
            JOIN dataset d ON d.id = r.dataset_id AND d.state = 'published'
            WHERE d.source_id = @sourceId AND (t.state <> 'published' OR t.errors > 0)
              AND t.number = (SELECT max(n.number) FROM file_version n WHERE n.distribution_id = t.distribution_id)
            ORDER BY t.state = 'published', d.title, r.position, t.ordinal
            LIMIT @limit
            """;
        using var connection = database.Connect();
        return [.. connection.Query<TableTrouble>(sql, new { sourceId, limit })];
    }

    /// <summary>
    /// The first table of a distribution's newest file, whatever became of it; null when that is not the one with these bytes,
    /// was not read yet, or is no table.
    /// </summary>
    public TableVersion? FindNewest(Guid distributionId, string fileSha256)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM {Tables}
            JOIN table_load l ON l.distribution_id = t.distribution_id AND l.number = t.number
            WHERE t.distribution_id = @distributionId AND t.ordinal = 1 AND v.sha256 = @fileSha256 AND l.file_sha256 = @fileSha256
              AND t.number = (SELECT max(number) FROM file_version WHERE distribution_id = @distributionId)
            """;
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<TableVersion>(sql, new { distributionId, fileSha256 });
    }

    /// <summary>
    /// A name for the state of the tables of the newest files of some datasets: the same as long as the same are in service, read by
    /// the same recipe. The rows' hash stands for their schema, which is written in with them.
    /// </summary>
    public string StateOf(IReadOnlyCollection<Guid> datasetIds)
    {
        const string sql = """
            SELECT l.distribution_id || ' ' || l.number || ' ' || l.recipe || ' ' || coalesce(t.ordinal || ' ' || t.state || ' ' || coalesce(t.parquet_sha256, ''), '')
            FROM distribution r
            JOIN table_load l ON l.distribution_id = r.id
            LEFT JOIN table_version t ON t.distribution_id = l.distribution_id AND t.number = l.number
            WHERE r.current = 1 AND r.dataset_id IN @datasetIds
              AND l.number = (SELECT max(number) FROM file_version WHERE distribution_id = r.id)
            ORDER BY l.distribution_id, t.ordinal
            """;
        using var connection = database.Connect();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var batch in datasetIds.Chunk(500))
            foreach (var line in connection.Query<string>(sql, new { datasetIds = batch.Select(SqlTypes.Id) })) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether a file version was read, and what came of it; null while it is still to be read.</summary>
    public TableLoad? FindLoad(Guid distributionId, int number)
    {
        const string sql = """
            SELECT distribution_id, number, file_sha256, recipe, tables, code, message, loaded_at
            FROM table_load
            WHERE distribution_id = @distributionId AND number = @number
            """;
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<TableLoad>(sql, new { distributionId, number });
    }

    /// <summary>Puts what a file version holds in place of what an earlier reading of it said.</summary>
    public static void Record(WriteSession session, TableLoad load, IReadOnlyList<TableVersion> tables)
    {
        session.Connection.Execute("DELETE FROM table_version WHERE distribution_id = @DistributionId AND number = @Number", load, session.Transaction);
        const string tableSql = """
            INSERT INTO table_version (distribution_id, number, ordinal, name, state, code, message, row_count, column_count, misfits,
                errors, warnings, parquet_sha256, parquet_size, columns, schema, profile, dialect, report)
            VALUES (@DistributionId, @Number, @Ordinal, @Name, @State, @Code, @Message, @RowCount, @ColumnCount, @Misfits,
                @Errors, @Warnings, @ParquetSha256, @ParquetSize, @Columns, @Schema, @Profile, @Dialect, @Report)
            """;
        foreach (var table in tables) session.Connection.Execute(tableSql, table, session.Transaction);
        const string loadSql = """
            INSERT OR REPLACE INTO table_load (distribution_id, number, file_sha256, recipe, tables, code, message, loaded_at)
            VALUES (@DistributionId, @Number, @FileSha256, @Recipe, @Tables, @Code, @Message, @LoadedAt)
            """;
        session.Connection.Execute(loadSql, load, session.Transaction);
    }
}
