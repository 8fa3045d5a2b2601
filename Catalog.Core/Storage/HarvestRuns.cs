using Dapper;

namespace Catalog.Core.Storage;

/// <summary>How a run stands. Stored and shown by these spellings.</summary>
public static class RunStatus
{
    public const string Running = "running";

    /// <summary>Everything planned was applied.</summary>
    public const string Done = "done";

    /// <summary>A guard held something back; the rest was applied.</summary>
    public const string Held = "held";

    /// <summary>The source could not be read; nothing was changed.</summary>
    public const string Failed = "failed";

    /// <summary>Found running by a later run: the process died. What it had applied stays; the later run finished the work.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>It was due while the source's previous run was still going.</summary>
    public const string Skipped = "skipped";
}

/// <summary>One run of one source (CKAN's harvest job).</summary>
public sealed record HarvestRun
{
    public long Id { get; init; }
    public required string SourceId { get; init; }

    /// <summary>What started it: schedule, start, command, web.</summary>
    public required string Trigger { get; init; }
    public required string Status { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public int Gathered { get; init; }
    public int Added { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }
    public int Removed { get; init; }
    public int Rejected { get; init; }
    public int Held { get; init; }

    /// <summary>Records that satisfy their profile wholly.</summary>
    public int Conforming { get; init; }

    /// <summary>Findings at error level or worse over all records of the source.</summary>
    public int Errors { get; init; }
    public int Warnings { get; init; }
    public int FilesStored { get; init; }
    public int FilesUnchanged { get; init; }
    public int FilesFailed { get; init; }

    /// <summary>Why it failed or was held: a stable code.</summary>
    public string? Code { get; init; }
    public string? Message { get; init; }

    /// <summary>Findings about the source's document itself, as JSON.</summary>
    public string? CatalogFindings { get; init; }
}

/// <summary>What a run did with one record.</summary>
public sealed record RunItem
{
    public required int Ordinal { get; init; }

    /// <summary>added, changed, restored, removed, rejected, held.</summary>
    public required string Action { get; init; }
    public required string Identifier { get; init; }
    public required Guid DatasetId { get; init; }
    public required string Title { get; init; }
    public string? Reason { get; init; }

    /// <summary>The field changes of a changed dataset, as JSON.</summary>
    public string? Fields { get; init; }
}

/// <summary>The history of runs.</summary>
public sealed class HarvestRuns(CatalogDatabase database)
{
    private const string Columns = """
        id, source_id, trigger, status, started_at, finished_at, gathered, added, changed, unchanged, removed, rejected,
        held, conforming, errors, warnings, files_stored, files_unchanged, files_failed, code, message, catalog_findings
        """;

    /// <summary>
    /// Opens a run. The caller holds the source's lock, so a row that still says "running" is of a process that died.
    /// </summary>
    public long Begin(string sourceId, string trigger, DateTimeOffset now) => database.Write(session =>
    {
        session.Connection.Execute(
            "UPDATE harvest_run SET status = 'interrupted', finished_at = @now WHERE source_id = @sourceId AND status = 'running'",
            new { sourceId, now }, session.Transaction);
        return session.Connection.ExecuteScalar<long>(
            "INSERT INTO harvest_run (source_id, trigger, status, started_at) VALUES (@sourceId, @trigger, 'running', @now) RETURNING id",
            new { sourceId, trigger, now }, session.Transaction);
    });

    /// <summary>Closes a run. Written last of all: a run without its end is done again.</summary>
    public void Finish(HarvestRun run)
    {
        const string sql = """
            UPDATE harvest_run
            SET status = @Status, finished_at = @FinishedAt, gathered = @Gathered, added = @Added, changed = @Changed,
                unchanged = @Unchanged, removed = @Removed, rejected = @Rejected, held = @Held, conforming = @Conforming,
                errors = @Errors, warnings = @Warnings, files_stored = @FilesStored, files_unchanged = @FilesUnchanged,
                files_failed = @FilesFailed, code = @Code, message = @Message, catalog_findings = @CatalogFindings
            WHERE id = @Id
            """;
        database.Write(session => session.Connection.Execute(sql, run, session.Transaction));
    }

    public void RecordSkipped(string sourceId, string trigger, string message, DateTimeOffset now)
    {
        const string sql = """
            INSERT INTO harvest_run (source_id, trigger, status, started_at, finished_at, code, message)
            VALUES (@sourceId, @trigger, 'skipped', @now, @now, 'previous-run-active', @message)
            """;
        database.Write(session => session.Connection.Execute(sql, new { sourceId, trigger, message, now }, session.Transaction));
    }

    public static void AddItem(WriteSession session, long runId, RunItem item)
    {
        const string sql = """
            INSERT OR REPLACE INTO run_item (run_id, ordinal, action, identifier, dataset_id, title, reason, fields)
            VALUES (@runId, @Ordinal, @Action, @Identifier, @DatasetId, @Title, @Reason, @Fields)
            """;
        var row = new { runId, item.Ordinal, item.Action, item.Identifier, item.DatasetId, item.Title, item.Reason, item.Fields };
        session.Connection.Execute(sql, row, session.Transaction);
    }

    public HarvestRun? Find(long id)
    {
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<HarvestRun>($"SELECT {Columns} FROM harvest_run WHERE id = @id", new { id });
    }

    /// <summary>The runs of a source, newest first.</summary>
    public IReadOnlyList<HarvestRun> Of(string sourceId, int limit)
    {
        const string sql = $"SELECT {Columns} FROM harvest_run WHERE source_id = @sourceId ORDER BY id DESC LIMIT @limit";
        using var connection = database.Connect();
        return [.. connection.Query<HarvestRun>(sql, new { sourceId, limit })];
    }

    /// <summary>The newest run of each source that was really begun.</summary>
    public IReadOnlyDictionary<string, HarvestRun> Latest()
    {
        const string sql = $"""
            SELECT {Columns} FROM harvest_run
            WHERE id IN (SELECT max(id) FROM harvest_run WHERE status <> 'skipped' GROUP BY source_id)
            """;
        using var connection = database.Connect();
        return connection.Query<HarvestRun>(sql).ToDictionary(run => run.SourceId);
    }

    public IReadOnlyList<RunItem> Items(long runId, int offset, int limit)
    {
        const string sql = """
            SELECT ordinal, action, identifier, dataset_id, title, reason, fields
            FROM run_item WHERE run_id = @runId
            ORDER BY ordinal
            LIMIT @limit OFFSET @offset
            """;
        using var connection = database.Connect();
        return [.. connection.Query<RunItem>(sql, new { runId, offset, limit })];
    }
}
