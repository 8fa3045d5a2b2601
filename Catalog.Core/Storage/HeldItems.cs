using Dapper;

namespace Catalog.Core.Storage;

/// <summary>Something a guard held back in a run.</summary>
public sealed record HeldItem
{
    public required string SourceId { get; init; }
    public required string Identifier { get; init; }

    /// <summary>"removal" of a published dataset, or a "record" that its source's policy does not publish.</summary>
    public required string Kind { get; init; }

    /// <summary>Of a held record: approval is of this very content. Empty for a removal.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>What waits for an officer's approval.</summary>
public sealed class HeldItems(CatalogDatabase database)
{
    public static void Add(WriteSession session, long runId, HeldItem item)
    {
        const string sql = """
            INSERT OR REPLACE INTO held_item (run_id, source_id, identifier, kind, fingerprint)
            VALUES (@runId, @SourceId, @Identifier, @Kind, @Fingerprint)
            """;
        session.Connection.Execute(sql, new { runId, item.SourceId, item.Identifier, item.Kind, item.Fingerprint }, session.Transaction);
    }

    public IReadOnlyList<HeldItem> Of(long runId)
    {
        const string sql = "SELECT source_id, identifier, kind, fingerprint FROM held_item WHERE run_id = @runId ORDER BY identifier";
        using var connection = database.Connect();
        return [.. connection.Query<HeldItem>(sql, new { runId })];
    }
}
