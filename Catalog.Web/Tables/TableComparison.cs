using System.Collections.Concurrent;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Changes;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Tables;

/// <summary>Two versions of a table, and what they differ in.</summary>
public sealed record Comparison
{
    public required TableVersion Older { get; init; }

    public required TableVersion Newer { get; init; }

    public required DiffSummary Summary { get; init; }

    internal DiffSide OlderSide { get; init; } = null!;

    internal DiffSide NewerSide { get; init; } = null!;
}

/// <summary>Compares versions of tables. Versions never change, so a summary once made stays right.</summary>
public sealed class TableComparison(TableVersions versions, TableFiles store, TableDiffs diffs, Limits limits)
{
    /// <summary>Summaries kept. 1,000: some hundred bytes each.</summary>
    private const int Kept = 1_000;

    private readonly ConcurrentDictionary<string, DiffSummary> _made = new();

    /// <summary>The versions of one table of a distribution that are in service, newest first.</summary>
    public IReadOnlyList<TableVersion> Comparable(Guid distribution, string? sheet)
    {
        var all = versions.List(distribution).Where(v => v.State == TableState.Published && v.ParquetSha256 is { } sha256 && store.Contains(sha256)).ToList();
        var name = sheet ?? all.FirstOrDefault()?.Name;
        return [.. all.Where(v => v.Name == name).DistinctBy(v => v.Number)];
    }

    /// <summary>Every version of every table of a distribution, in service or not, newest first.</summary>
    public IReadOnlyList<TableVersion> All(Guid distribution) => versions.List(distribution);

    /// <summary>The comparison of two versions by number; of the newest and the one before it where none is named. Null when they are not both in service.</summary>
    public async Task<Comparison?> CompareAsync(Guid distribution, string? sheet, int? from, int? to, CancellationToken ct)
    {
        var comparable = Comparable(distribution, sheet);
        var newer = to is null ? comparable.FirstOrDefault() : comparable.FirstOrDefault(v => v.Number == to);
        var older = from is null ? comparable.FirstOrDefault(v => v.Number < newer?.Number) : comparable.FirstOrDefault(v => v.Number == from);
        if (newer is null || older is null) return null;
        var (olderSide, newerSide) = (SideOf(older), SideOf(newer));
        var key = DiffKey.Of(olderSide, newerSide, PrimaryKey(newer.Schema));
        var name = $"{older.ParquetSha256}/{newer.ParquetSha256}/{string.Join('\u001F', key.Columns)}";
        if (!_made.TryGetValue(name, out var summary))
        {
            summary = await diffs.SummarizeAsync(olderSide, newerSide, key, ct);
            if (_made.Count >= Kept) _made.Clear();
            _made[name] = summary;
        }
        return new Comparison { Older = older, Newer = newer, Summary = summary, OlderSide = olderSide, NewerSide = newerSide };
    }

    public Task<DiffPage> PageAsync(Comparison comparison, DiffPlace? after, int? limit, CancellationToken ct) =>
        diffs.PageAsync(comparison.OlderSide, comparison.NewerSide, comparison.Summary.Key, after, limit ?? limits.RowsPerPage, ct);

    public Task<long> ReadAllAsync(Comparison comparison, Action<DiffRow> onRow, CancellationToken ct) =>
        diffs.ReadAllAsync(comparison.OlderSide, comparison.NewerSide, comparison.Summary.Key, onRow, ct);

    private DiffSide SideOf(TableVersion version) => new(
        new StoredTable
        {
            Path = store.PathOf(version.ParquetSha256!),
            Sha256 = version.ParquetSha256!,
            Version = version.Number,
            RowCount = version.RowCount,
            Columns = StoredColumnJson.Read(version.Columns),
        },
        version.Profile is { } profile ? ColumnSummaryJson.Read(profile) : []);

    /// <summary>primaryKey of a Table Schema: one name, or a list of them.</summary>
    private static string[] PrimaryKey(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("primaryKey", out var key)) return [];
        return key.ValueKind switch
        {
            JsonValueKind.String => [key.GetString()!],
            JsonValueKind.Array => [.. key.EnumerateArray().Where(k => k.ValueKind == JsonValueKind.String).Select(k => k.GetString()!)],
            _ => [],
        };
    }
}
