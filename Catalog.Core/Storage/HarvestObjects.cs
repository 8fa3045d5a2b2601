using System.IO.Compression;
using Catalog.Core.Validation;
using Dapper;

namespace Catalog.Core.Storage;

/// <summary>The state of a harvested record. Stored and shown by these spellings.</summary>
public static class ObjectState
{
    public const string Published = "published";

    /// <summary>Cannot be published; an earlier good revision, if there is one, stays public.</summary>
    public const string Rejected = "rejected";

    /// <summary>Breaks its profile and the source's policy holds such records until they are mended or approved.</summary>
    public const string Held = "held";

    public const string Removed = "removed";
}

/// <summary>The last state of one record of a source (CKAN's harvest object).</summary>
public sealed record HarvestObject
{
    public required string SourceId { get; init; }
    public required string Identifier { get; init; }
    public required Guid DatasetId { get; init; }
    public required string State { get; init; }
    public required string Title { get; init; }

    /// <summary>Hash of the record and of all settings that its mapping depends on: equal means nothing to do.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Where the record stood in the source's document.</summary>
    public required string Pointer { get; init; }

    /// <summary>The profile's verdict: no finding of the profile's schema at error level.</summary>
    public required bool Conforms { get; init; }

    /// <summary>The worst of its findings; null when there are none.</summary>
    public Severity? Worst { get; init; }

    /// <summary>All findings counted, kept ones and those beyond the limit.</summary>
    public required int FindingCount { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>What is compared at the beginning of a run.</summary>
public sealed record ObjectFingerprint
{
    public required string Identifier { get; init; }
    public required string Fingerprint { get; init; }
    public required string State { get; init; }
    public required string Title { get; init; }
    public required bool Conforms { get; init; }
    public required int Errors { get; init; }
    public required int Warnings { get; init; }
}

/// <summary>How the records of a source stand now.</summary>
public sealed record ObjectCounts
{
    public int Published { get; init; }
    public int Rejected { get; init; }
    public int Held { get; init; }
    public int Conforming { get; init; }
    public int WithFindings { get; init; }
}

/// <summary>The records of the sources as last seen, with their findings and their raw form.</summary>
public sealed class HarvestObjects(CatalogDatabase database)
{
    public IReadOnlyDictionary<string, ObjectFingerprint> FingerprintsOf(string sourceId)
    {
        const string sql = """
            SELECT identifier, fingerprint, state, title, conforms, errors, warnings
            FROM harvest_object
            WHERE source_id = @sourceId
            """;
        using var connection = database.Connect();
        return connection.Query<ObjectFingerprint>(sql, new { sourceId }).ToDictionary(row => row.Identifier);
    }

    public static void Upsert(WriteSession session, HarvestObject record, ReadOnlySpan<byte> raw, long runId)
    {
        const string sql = """
            INSERT OR REPLACE INTO harvest_object (source_id, identifier, dataset_id, state, title, fingerprint, pointer,
                conforms, severity, errors, warnings, finding_count, findings, raw, run_id, changed_at)
            VALUES (@SourceId, @Identifier, @DatasetId, @State, @Title, @Fingerprint, @Pointer,
                @Conforms, @severity, @errors, @warnings, @FindingCount, @findings, @raw, @runId, @ChangedAt)
            """;
        var row = new
        {
            record.SourceId,
            record.Identifier,
            record.DatasetId,
            record.State,
            record.Title,
            record.Fingerprint,
            record.Pointer,
            record.Conforms,
            severity = record.Worst is { } worst ? (int)worst : -1,
            errors = record.Findings.Count(f => f.Severity >= Severity.Error),
            warnings = record.Findings.Count(f => f.Severity == Severity.Warning),
            record.FindingCount,
            findings = DatasetJson.WriteFindings(record.Findings),
            raw = Compress(raw),
            runId,
            record.ChangedAt,
        };
        session.Connection.Execute(sql, row, session.Transaction);
    }

    public static void MarkRemoved(WriteSession session, string sourceId, string identifier, long runId, DateTimeOffset now)
    {
        const string sql = """
            UPDATE harvest_object
            SET state = 'removed', fingerprint = '', run_id = @runId, changed_at = @now
            WHERE source_id = @sourceId AND identifier = @identifier
            """;
        session.Connection.Execute(sql, new { sourceId, identifier, runId, now }, session.Transaction);
    }

    /// <summary>Forgets a rejected or held record that the source no longer gives: there is nothing public to keep.</summary>
    public static void Forget(WriteSession session, string sourceId, string identifier)
    {
        const string sql = "DELETE FROM harvest_object WHERE source_id = @sourceId AND identifier = @identifier";
        session.Connection.Execute(sql, new { sourceId, identifier }, session.Transaction);
    }

    public HarvestObject? Find(string sourceId, string identifier)
    {
        const string sql = $"SELECT {Columns} FROM harvest_object WHERE source_id = @sourceId AND identifier = @identifier";
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<Row>(sql, new { sourceId, identifier })?.ToObject();
    }

    public HarvestObject? OfDataset(Guid datasetId)
    {
        const string sql = $"SELECT {Columns} FROM harvest_object WHERE dataset_id = @datasetId ORDER BY state = 'published' DESC LIMIT 1";
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<Row>(sql, new { datasetId })?.ToObject();
    }

    public ObjectCounts CountsOf(string sourceId)
    {
        const string sql = """
            SELECT coalesce(sum(state = 'published'), 0) AS published, coalesce(sum(state = 'rejected'), 0) AS rejected,
                coalesce(sum(state = 'held'), 0) AS held, coalesce(sum(conforms AND state <> 'removed'), 0) AS conforming,
                coalesce(sum(finding_count > 0 AND state <> 'removed'), 0) AS with_findings
            FROM harvest_object
            WHERE source_id = @sourceId
            """;
        using var connection = database.Connect();
        return connection.QueryFirst<ObjectCounts>(sql, new { sourceId });
    }

    /// <summary>The records of a source, the gravest first, then by title; optionally only those with findings.</summary>
    public IReadOnlyList<HarvestObject> List(string sourceId, bool onlyWithFindings, int offset, int limit)
    {
        const string sql = $"""
            SELECT {Columns} FROM harvest_object
            WHERE source_id = @sourceId AND state <> 'removed' AND (finding_count > 0 OR NOT @onlyWithFindings)
            ORDER BY severity DESC, title, identifier
            LIMIT @limit OFFSET @offset
            """;
        using var connection = database.Connect();
        return [.. connection.Query<Row>(sql, new { sourceId, onlyWithFindings, offset, limit }).Select(row => row.ToObject())];
    }

    /// <summary>The record as its source wrote it.</summary>
    public byte[]? FindRaw(string sourceId, string identifier)
    {
        const string sql = "SELECT raw FROM harvest_object WHERE source_id = @sourceId AND identifier = @identifier";
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<byte[]>(sql, new { sourceId, identifier }) is { } raw ? Decompress(raw) : null;
    }

    private const string Columns = """
        source_id, identifier, dataset_id, state, title, fingerprint, pointer, conforms, severity, finding_count, findings, changed_at
        """;

    // Metadata records compress to about a fifth, and most are never looked at again.
    private static byte[] Compress(ReadOnlySpan<byte> raw)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.Fastest)) brotli.Write(raw);
        return output.ToArray();
    }

    private static byte[] Decompress(byte[] compressed)
    {
        using var output = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        brotli.CopyTo(output);
        return output.ToArray();
    }

    private sealed record Row
    {
        public required string SourceId { get; init; }
        public required string Identifier { get; init; }
        public required Guid DatasetId { get; init; }
        public required string State { get; init; }
        public required string Title { get; init; }
        public required string Fingerprint { get; init; }
        public required string Pointer { get; init; }
        public required bool Conforms { get; init; }
        public required int Severity { get; init; }
        public required int FindingCount { get; init; }
        public required string Findings { get; init; }
        public required DateTimeOffset ChangedAt { get; init; }

        public HarvestObject ToObject() => new()
        {
            SourceId = SourceId,
            Identifier = Identifier,
            DatasetId = DatasetId,
            State = State,
            Title = Title,
            Fingerprint = Fingerprint,
            Pointer = Pointer,
            Conforms = Conforms,
            Worst = Severity < 0 ? null : (Severity)Severity,
            FindingCount = FindingCount,
            Findings = DatasetJson.ReadFindings(Findings),
            ChangedAt = ChangedAt,
        };
    }
}
