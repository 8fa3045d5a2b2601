using System.Collections.Concurrent;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Tables;

/// <summary>The first rows of a table in service, for the page of its dataset.</summary>
public sealed record TableGlance
{
    public required TableView View { get; init; }

    /// <summary>How the file was read.</summary>
    public required IReadOnlyList<Text> Evidence { get; init; }

    /// <summary>Null when the rows did not come in time: the page goes without.</summary>
    public IReadOnlyList<TableCell[]>? Rows { get; init; }

    /// <summary>Columns that are left out because they hold data of persons.</summary>
    public IReadOnlyList<string> Personal => [.. View.Columns.Where(c => c.IsPersonal).Select(c => c.Name)];
}

/// <summary>
/// Tables at a glance: one short query for the first rows, kept by the hash of the stored rows, which never change under
/// it. Columns with data of persons are left out: whoever wants them opens the table.
/// </summary>
public sealed class TableGlances(TableExplorer tables, TableQueries queries, Limits limits)
{
    /// <summary>Glances kept. 256: some kilobytes each.</summary>
    private const int Kept = 256;

    private readonly ConcurrentDictionary<string, IReadOnlyList<TableCell[]>> _made = new(StringComparer.Ordinal);

    /// <summary>The first table of a distribution; null when it has none in service.</summary>
    public async Task<TableGlance?> OfAsync(Guid distribution, CancellationToken ct)
    {
        if (tables.Open(distribution, new TableQuery()) is not { } view) return null;
        view = view with { Shown = [.. view.Columns.Where(c => !c.IsPersonal).Take(limits.GlanceColumns)] };
        var evidence = view.Version.Report is { } report ? TableReportView.Read(report).Evidence : [];
        return new TableGlance { View = view, Evidence = evidence, Rows = view.Shown.Count == 0 ? [] : await RowsAsync(view, ct) };
    }

    private async Task<IReadOnlyList<TableCell[]>?> RowsAsync(TableView view, CancellationToken ct)
    {
        var key = $"{view.Table.Sha256}/{string.Join(',', view.Shown.Select(c => c.Stored.Source))}";
        if (_made.TryGetValue(key, out var made)) return made;
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(ct);
        soon.CancelAfter(limits.GlanceTime);
        try
        {
            var collector = new RowCollector(view.Shown, view.Table.Columns, limits);
            var query = RowQuery.All with { Select = RowCollector.Selected(view.Shown, view.Table.Columns) };
            await queries.PageAsync(view.Table, query, null, limits.GlanceRows, collector, soon.Token);
            if (_made.Count >= Kept) _made.Clear();
            return _made[key] = collector.Rows;
        }
        catch (Exception e) when (e is QueryRefusedException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // Many ask at the moment; the rest of the page is worth more than these rows.
            return null;
        }
    }
}
