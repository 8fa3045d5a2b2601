using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Rows;
using Catalog.Core.Tabular.Schemas;

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
        var schema = SchemaOf(table);
        var path = tables.NewPath();
        var document = System.Text.Encoding.UTF8.GetString(TableSchemaWriter.Write(schema));
        IReadOnlyList<TableField?> fields = [.. table.Columns.Select(schema.Find)];
        var typed = TypedTableWriter.Write(
            table, schema, fields, MisfitPolicy.Companion, new HashSet<int>(), path, [("catalog:source", file.Sha256), ("catalog:table", table.Name), ("catalog:schema", document)], null, ct);
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
            Errors = 0,
            Warnings = 0,
            ParquetSha256 = bytes.Sha256,
            ParquetSize = bytes.Size,
            Columns = StoredColumnJson.Write(typed.Columns),
            Schema = document,
            Profile = ColumnSummaryJson.Write(await _summaries.OfAsync(stored, ct)),
            Dialect = table.Dialect is null ? null : JsonSerializer.Serialize(table.Dialect, TableDocuments.Options),
            Report = JsonSerializer.Serialize(table.Report, TableDocuments.Options),
        };
    }

    /// <summary>Every column as text: what is always true of a file.</summary>
    private static TableSchema SchemaOf(FoundTable table) => new() { Fields = table.Columns.Select(name => new TableField { Name = name, Type = FieldType.String }).ToValueList() };
}
