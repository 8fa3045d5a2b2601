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
