using Dapper;

namespace Catalog.Core.Storage;

/// <summary>A document that describes tables, named by the metadata or the config of a source.</summary>
public sealed record SchemaDocument
{
    public required string SourceId { get; init; }

    /// <summary>A web address, or a path in the source's folder.</summary>
    public required string Place { get; init; }

    /// <summary>The last good copy, in the file store; null when there never was one.</summary>
    public string? Sha256 { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary><see cref="FileCheck.Ok"/>, or the code of what went wrong at the last look.</summary>
    public required string Code { get; init; }

    public string? Message { get; init; }
}

/// <summary>The schemas that sources name: copies of them, which stay when an address no longer answers.</summary>
public sealed class SchemaDocuments(CatalogDatabase database)
{
    private const string Columns = "source_id, place, sha256, etag AS e_tag, last_modified, checked_at, code, message";

    public SchemaDocument? Find(string sourceId, string place)
    {
        const string sql = $"SELECT {Columns} FROM schema_document WHERE source_id = @sourceId AND place = @place";
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<SchemaDocument>(sql, new { sourceId, place });
    }

    /// <summary>How far the copies have changed; 0 when there are none.</summary>
    public long Position()
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<long>("SELECT coalesce(max(position), 0) FROM schema_document");
    }

    /// <summary>Notes a look at a document. A failed one leaves the last good copy where it is.</summary>
    public static void Record(WriteSession session, SchemaDocument document)
    {
        const string sql = """
            INSERT INTO schema_document (source_id, place, sha256, etag, last_modified, checked_at, code, message, position)
            VALUES (@SourceId, @Place, @Sha256, @ETag, @LastModified, @CheckedAt, @Code, @Message, (SELECT coalesce(max(position), 0) + 1 FROM schema_document))
            ON CONFLICT (source_id, place) DO UPDATE SET
                position = CASE WHEN coalesce(excluded.sha256, sha256) IS sha256 AND excluded.code = code THEN position ELSE excluded.position END,
                sha256 = coalesce(excluded.sha256, sha256), etag = excluded.etag, last_modified = excluded.last_modified,
                checked_at = excluded.checked_at, code = excluded.code, message = excluded.message
            """;
        session.Connection.Execute(sql, document, session.Transaction);
    }
}
