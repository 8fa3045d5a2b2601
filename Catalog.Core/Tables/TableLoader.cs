using System.Text;
using System.Text.Json;
using Catalog.Core.Storage;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Rows;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Core.Tables;

/// <summary>
/// From the bytes of a file version to its tables in service: found, typed, written, summed up, and noted last of all.
/// Killed at any moment, it leaves a Parquet file that the next reading finds or makes again, and nothing half-noted.
/// </summary>
public sealed class TableLoader(CatalogDatabase database, FileStore files, TableFiles tables, QueryPool pool, Limits limits, TimeProvider time)
{
    /// <summary>Raise it when files are to be read anew: better sniffing, other types, another layout.</summary>
    public const string Recipe = "1";

    private readonly TableSummaries _summaries = new(pool, limits);

    /// <summary>Reads one file version and puts what it holds into service. A file that is no table is noted as that.</summary>
    public async Task<TableLoad> LoadAsync(LoadableFile file, CancellationToken ct)
    {
        var hints = new TableHints { FileName = file.FileName, MediaType = file.MediaType };
        var found = TableFile.Open(files.PathOf(file.Sha256), hints, limits, ct);
        var versions = new List<TableVersion>();
        if (found is TableResult.Found { Tables: var several })
            foreach (var table in several.Take(limits.MaxTablesPerFile))
                versions.Add(await LoadAsync(file, table, versions.Count + 1, ct));
        var failure = (found as TableResult.Failed)?.Failure;
        var load = new TableLoad
        {
            DistributionId = file.DistributionId,
            Number = file.Number,
            FileSha256 = file.Sha256,
            Recipe = Recipe,
            Tables = versions.Count,
            Code = failure?.Code,
            Message = failure?.Message.In("en"),
            LoadedAt = time.GetUtcNow(),
        };
        database.Write(session => TableVersions.Record(session, load, versions));
        return load;
    }

    private async Task<TableVersion> LoadAsync(LoadableFile file, FoundTable table, int ordinal, CancellationToken ct)
    {
        // The types come from all of the cells, so the table is read twice; what was inferred reads every cell of it.
        var profile = TableProfiler.Profile(table, limits, ct);
        var schema = Encoding.UTF8.GetString(TableSchemaWriter.Write(profile.Schema));
        var path = tables.NewPath();
        var typed = TypedTableWriter.Write(
            table, profile.Schema, MisfitPolicy.Companion, path, [("catalog:source", file.Sha256), ("catalog:table", table.Name), ("catalog:schema", schema)], _ => null, limits, ct);
        var bytes = await tables.KeepAsync(path, ct);
        var stored = new StoredTable { Path = tables.PathOf(bytes.Sha256), Sha256 = bytes.Sha256, Version = file.Number, RowCount = typed.RowCount, Columns = typed.Columns };
        return new TableVersion
        {
            DistributionId = file.DistributionId,
            Number = file.Number,
            Ordinal = ordinal,
            Name = table.Name,
            State = TableState.Published,
            RowCount = typed.RowCount,
            ColumnCount = table.Columns.Count,
            Misfits = typed.Misfits.Sum(),
            Errors = typed.Report.Errors,
            Warnings = typed.Report.Counts.Where(count => count.Severity == Severity.Warning).Sum(count => count.Count),
            ParquetSha256 = bytes.Sha256,
            ParquetSize = bytes.Size,
            Columns = StoredColumnJson.Write(typed.Columns),
            Schema = schema,
            Profile = ColumnSummaryJson.Write(await _summaries.OfAsync(stored, ct)),
            Dialect = table.Dialect is null ? null : JsonSerializer.Serialize(table.Dialect, TableDocuments.Options),
            Report = TableDocuments.Report(table.Report, typed.Report),
        };
    }
}
