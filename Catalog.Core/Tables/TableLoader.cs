using System.Text;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Profiling;
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
    public const string Recipe = "5";

    private readonly HeldTables _held = new(database);
    private readonly TableSummaries _summaries = new(pool, limits);

    /// <summary>Reads one file version and puts what it holds into service. A file that is no table is noted as that.</summary>
    public async Task<TableLoad> LoadAsync(LoadableFile file, TableTerms terms, CancellationToken ct)
    {
        var before = Before(file, terms, ct);
        var found = Open(file, terms, ct);
        var versions = new List<TableVersion>();
        if (TablesOf(found, file, ct) is { } several)
        {
            var meant = terms.Declared is null ? null : Meant(several, terms.Declared);
            foreach (var table in several.Take(limits.MaxTablesPerFile))
                versions.Add(await LoadAsync(file, table, versions.Count + 1, terms, table == meant ? terms.Declared : null, before.GetValueOrDefault(table.Name), ct));
        }
        var failure = found switch
        {
            TableResult.Failed failed => failed.Failure,
            TableResult.Parquet when versions.Count == 0 => new TableFailure(TableFailureCodes.Broken, "", Text.Of("en", "The Parquet file cannot be read."), Text.Empty),
            _ => null,
        };
        var load = new TableLoad
        {
            DistributionId = file.DistributionId,
            Number = file.Number,
            FileSha256 = file.Sha256,
            Recipe = terms.Recipe,
            Tables = versions.Count,
            Code = failure?.Code,
            Message = failure?.Message.In("en"),
            LoadedAt = time.GetUtcNow(),
        };
        database.Write(session => TableVersions.Record(session, load, versions));
        return load;
    }

    private TableResult Open(LoadableFile file, TableTerms terms, CancellationToken ct) =>
        TableFile.Open(files.PathOf(file.Sha256), new TableHints { FileName = file.FileName, MediaType = file.MediaType, Dialect = terms.Declared?.Contract.Dialect }, limits, ct);

    /// <summary>The table that a contract speaks of: the one it names, or else the one with the most of its columns, the first among equals.</summary>
    private static FoundTable? Meant(IReadOnlyList<FoundTable> tables, DeclaredContract declared)
    {
        if (declared.Table is { } name) return tables.FirstOrDefault(table => table.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (declared.Contract.Schema is not { } schema) return tables.FirstOrDefault();
        var promised = schema.Fields.SelectMany(field => field.Aliases.Prepend(field.Name)).ToHashSet(StringComparer.Ordinal);
        return tables.MaxBy(table => table.Columns.Count(promised.Contains));
    }

    /// <summary>The table that a foreign key goes to: the first of the newest file of the distribution of that name.</summary>
    private FoundTable? Other(string name, TableTerms terms, CancellationToken ct) =>
        terms.Siblings.TryGetValue(name, out var file) && files.Contains(file.Sha256) ? TablesOf(Open(file, TableTerms.None, ct), file, ct)?.FirstOrDefault() : null;

    /// <summary>The tables of a file; a Parquet file is one, unless it is broken.</summary>
    private IReadOnlyList<FoundTable>? TablesOf(TableResult found, LoadableFile file, CancellationToken ct) => found switch
    {
        TableResult.Found several => several.Tables,
        TableResult.Parquet => ParquetTable.Open(files.PathOf(file.Sha256), limits, ct) is { } table ? [table] : null,
        _ => null,
    };

    private TableProfile ProfileOf(FoundTable table, CancellationToken ct)
    {
        var profile = TableProfiler.Profile(table, limits, ct);
        if (table is not ParquetTable typed) return profile;
        // The file says what its columns are: that is no matter of inference.
        return profile with { Columns = profile.Columns.Zip(typed.Fields, (column, field) => column with { Field = field }).ToValueList() };
    }

    private async Task<TableVersion> LoadAsync(LoadableFile file, FoundTable table, int ordinal, TableTerms terms, DeclaredContract? declared, Earlier? before, CancellationToken ct)
    {
        // The types come from all of the cells, so the table is read twice; what was inferred reads every cell of it.
        var profile = ProfileOf(table, ct);
        var verdict = TableVerdict.Of(table, profile, terms, declared, before is null ? null : (before.Profile, before.Schema), name => Other(name, terms, ct), limits, ct);
        var typedBy = table is ParquetTable ? profile.Schema : verdict.Schema;
        var schema = Encoding.UTF8.GetString(TableSchemaWriter.Write(typedBy));
        var approved = !verdict.Decision.Publish && _held.IsApproved(file.DistributionId, file.Number);
        var path = tables.NewPath();
        var typed = TypedTableWriter.Write(
            table, typedBy, MisfitPolicy.Companion, path, [("catalog:source", file.Sha256), ("catalog:table", table.Name), ("catalog:schema", schema)], _ => null, limits, ct);
        var bytes = await tables.KeepAsync(path, ct);
        var stored = new StoredTable { Path = tables.PathOf(bytes.Sha256), Sha256 = bytes.Sha256, Version = file.Number, RowCount = typed.RowCount, Columns = typed.Columns };
        return new TableVersion
        {
            DistributionId = file.DistributionId,
            Number = file.Number,
            Ordinal = ordinal,
            Name = table.Name,
            State = verdict.Decision.Publish || approved ? TableState.Published : TableState.Held,
            Code = verdict.Decision.Reasons.FirstOrDefault(),
            Message = verdict.Decision.Publish ? null : $"Held by the source's policy: {string.Join(", ", verdict.Decision.Reasons)}.",
            RowCount = typed.RowCount,
            ColumnCount = table.Columns.Count,
            Misfits = typed.Misfits.Sum(),
            Errors = verdict.Errors,
            Warnings = verdict.Warnings,
            ParquetSha256 = bytes.Sha256,
            ParquetSize = bytes.Size,
            Columns = StoredColumnJson.Write(typed.Columns),
            Schema = schema,
            Profile = ColumnSummaryJson.Write(verdict.Guard.Public(await _summaries.OfAsync(stored, ct), stored.Columns)),
            Dialect = table.Dialect is null ? null : JsonSerializer.Serialize(table.Dialect, TableDocuments.Options),
            Report = TableDocuments.Report(table.Report, verdict),
        };
    }

    /// <summary>
    /// The tables of the version in service before this one, by name: what they hold, learnt from the original bytes, which
    /// are always kept, and the schema that was frozen then.
    /// </summary>
    private Dictionary<string, Earlier> Before(LoadableFile file, TableTerms terms, CancellationToken ct)
    {
        var earlier = new Dictionary<string, Earlier>(StringComparer.Ordinal);
        var versions = new TableVersions(database).List(file.DistributionId).Where(v => v.State == TableState.Published && v.Number < file.Number).ToList();
        if (versions.Count == 0) return earlier;
        var number = versions.Max(v => v.Number);
        var version = new DistributionFiles(database).Versions(file.DistributionId).FirstOrDefault(v => v.Number == number);
        if (version is null || !files.Contains(version.Sha256)) return earlier;
        var old = file with { Sha256 = version.Sha256, FileName = version.FileName, MediaType = version.MediaType };
        foreach (var table in TablesOf(Open(old, terms, ct), old, ct) ?? [])
        {
            if (versions.FirstOrDefault(v => v.Number == number && v.Name == table.Name) is not { } stored) continue;
            if (TableSchemaReader.Read(Encoding.UTF8.GetBytes(stored.Schema), limits).Schema is { } schema) earlier.TryAdd(table.Name, new Earlier(ProfileOf(table, ct), schema));
        }
        return earlier;
    }

    private sealed record Earlier(TableProfile Profile, TableSchema Schema);
}
