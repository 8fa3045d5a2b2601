using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Exports;

/// <summary>A finished export: whole, counted and hashed before its first byte is sent.</summary>
/// <param name="Sha256">Of its bytes.</param>
public sealed record ExportFile(string Path, string Sha256, long Size, long Rows);

/// <summary>
/// Makes exports and keeps them under the name of their question, so that a broken download goes on where it stopped and
/// a second reader does not wait. Equal questions get equal bytes, kept or made anew.
/// </summary>
public sealed class TableExports
{
    /// <summary>Raise it when the bytes of any format change, so that exports of the older way are not handed out.</summary>
    private const int WriterVersion = 2;

    private readonly string _folder;
    private readonly TableQueries _queries;
    private readonly Limits _limits;
    private readonly SharedWork<ExportFile> _running = new();
    private readonly SemaphoreSlim _turns;

    public TableExports(string tablesFolder, TableQueries queries, Limits limits)
    {
        _folder = Path.Combine(Path.GetFullPath(tablesFolder), "exports");
        _queries = queries;
        _limits = limits;
        // Half of the turns, so that whoever turns pages never waits for exports alone.
        _turns = new SemaphoreSlim(Math.Max(1, limits.QueriesAtOnce / 2));
        Directory.CreateDirectory(_folder);
        RemoveAbandoned();
    }

    /// <summary>The export of a query, made now unless it is kept. Throws <see cref="QueryRefusedException"/> past a budget.</summary>
    public Task<ExportFile> GetAsync(StoredTable table, RowQuery query, ExportFormat format, long? limit, CancellationToken ct)
    {
        // The stored file is that export already, byte for byte.
        if (format == ExportFormat.Parquet && query.IsAll && limit is null)
            return Task.FromResult(new ExportFile(table.Path, table.Sha256, new FileInfo(table.Path).Length, table.RowCount));
        var name = $"{NameOf(table, query, format, limit)}.{format.Name}";
        return Find(name) is { } kept ? Task.FromResult(kept) : _running.RunAsync(name, token => MakeAsync(name, table, query, format, limit, token), ct);
    }

    /// <summary>The name of an export, known before it is made: equal for equal bytes.</summary>
    public static string NameOf(StoredTable table, RowQuery query, ExportFormat format, long? limit)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{WriterVersion}\n{table.Sha256}\n{TableQueries.NameOf(table, query)}\n{format.Name}\n{format.Dialect}\n{limit}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }

    private async Task<ExportFile> MakeAsync(string name, StoredTable table, RowQuery query, ExportFormat format, long? limit, CancellationToken ct)
    {
        if (!await _turns.WaitAsync(_limits.QueryWait, ct)) throw new QueryRefusedException(RefusalCodes.Busy, "Other exports are being made at the moment. Ask again in some seconds.");
        var partial = Path.Combine(_folder, $"{name}.{Guid.NewGuid():N}.part");
        try
        {
            // Whoever waited for the turn may find it made.
            if (Find(name) is { } kept) return kept;
            var rows = format == ExportFormat.Parquet
                ? await _queries.ParquetAsync(table, query, limit, partial, BudgetOf(format, query), ct)
                : await WriteAsync(partial, table, query, format, limit, ct);
            string sha256;
            long size;
            await using (var file = new FileStream(partial, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true))
            {
                sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
                size = file.Length;
            }
            File.Move(partial, Path.Combine(_folder, name), overwrite: true);
            // The note comes last: an export without one is none.
            await File.WriteAllTextAsync(NoteOf(name), string.Create(CultureInfo.InvariantCulture, $"{sha256} {size} {rows}"), ct);
            Evict(name);
            return new ExportFile(Path.Combine(_folder, name), sha256, size, rows);
        }
        finally
        {
            File.Delete(partial);
            _turns.Release();
        }
    }

    private async Task<long> WriteAsync(string path, StoredTable table, RowQuery query, ExportFormat format, long? limit, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using var bounded = new BoundedStream(file, _limits.MaxExportBytes);
        var writer = ExportWriter.For(format, table.Columns, bounded);
        using (writer as IDisposable)
        {
            var rows = await _queries.AllAsync(table, query, limit, BudgetOf(format, query), writer, ct);
            writer.End();
            return rows;
        }
    }

    private QueryBudget BudgetOf(ExportFormat format, RowQuery query)
    {
        var budget = QueryBudget.OfExport(_limits);
        if (query.IsGrouped) budget = budget with { MaxRows = _limits.MaxGroups };
        return format == ExportFormat.Xlsx ? budget with { MaxRows = Math.Min(budget.MaxRows, _limits.MaxSpreadsheetRows) } : budget;
    }

    private string NoteOf(string name) => Path.Combine(_folder, name + ".note");

    private ExportFile? Find(string name)
    {
        var file = new FileInfo(Path.Combine(_folder, name));
        var note = new FileInfo(NoteOf(name));
        if (!file.Exists || !note.Exists) return null;
        var parts = File.ReadAllText(note.FullName).Split(' ');
        if (parts.Length != 3 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size != file.Length
            || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var rows)) return null;
        // The system's clock, whatever clock the program was given: it is the one that stamps files.
        note.LastWriteTimeUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new ExportFile(file.FullName, parts[0], size, rows);
    }

    /// <summary>What a killed process had not finished: an export without its note is none. One process serves a folder at a time.</summary>
    private void RemoveAbandoned()
    {
        foreach (var file in Directory.EnumerateFiles(_folder))
            if (!file.EndsWith(".note", StringComparison.Ordinal) && !File.Exists(file + ".note")) File.Delete(file);
    }

    /// <summary>Removes what was not asked for longest until the rest fits; never what was just made.</summary>
    private void Evict(string newest)
    {
        var kept = new DirectoryInfo(_folder).EnumerateFiles("*.note").OrderByDescending(note => note.Name == newest + ".note").ThenByDescending(note => note.LastWriteTimeUtc);
        long total = 0;
        foreach (var note in kept)
        {
            var file = new FileInfo(note.FullName[..^".note".Length]);
            total += file.Exists ? file.Length : 0;
            if (total <= _limits.ExportCacheBytes || note.Name == newest + ".note") continue;
            note.Delete();
            // Whoever is being sent it has it open and gets it whole.
            file.Delete();
        }
    }
}
