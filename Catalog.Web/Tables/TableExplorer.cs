using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Rows;
using Catalog.Web.Api;
using Catalog.Web.Language;

namespace Catalog.Web.Tables;

/// <summary>Answers what the page of a table asks. Nothing in its address is an error page: what cannot be done is said on it.</summary>
public sealed class TableExplorer(TableVersions versions, TablesInService tables, TableQueries queries, Limits limits)
{
    private readonly TableCharts _charts = new(queries);
    private readonly TableMaps _maps = new(queries, limits);

    /// <summary>Null when the distribution has no table in service.</summary>
    public async Task<TableView?> ViewAsync(Guid distribution, TableQuery asked, CancellationToken ct)
    {
        if (Open(distribution, asked) is not { } view) return null;
        var (query, error) = QueryReader.Read(asked.ToQuery(), view.Table.Columns, limits);
        if (query is null) return view with { Problem = $"{error!.Parameter}: {error.Hint}" };
        view = view with { Filters = query.Filters };
        try
        {
            return asked.Tab switch
            {
                TableTab.Rows => await RowsAsync(view, query, ct),
                TableTab.Chart => view with { Chart = await _charts.ChartAsync(view, query, ct) },
                TableTab.Map => view with { Map = await _maps.MapAsync(view, query, ct) },
                _ => view,
            };
        }
        catch (QueryRefusedException e)
        {
            return view with { Problem = e.Message };
        }
    }

    /// <summary>How the tables of a dataset's distributions stand, by distribution.</summary>
    public IReadOnlyDictionary<Guid, TableStanding> Standings(Guid dataset) => versions.Standings(dataset).ToDictionary(s => s.DistributionId);

    /// <summary>What a reader wrote for a column's value, as the API writes it: numbers on our pages have the marks of the reader's language.</summary>
    public string ValueOf(Guid distribution, TableQuery asked, string column, string written, Reader reader) =>
        Open(distribution, asked)?.Columns.FirstOrDefault(c => c.Name == column) is { } found ? TableText.Written(written, found.Type, reader) : written;

    /// <summary>The table in service, without any of its rows; null when there is none.</summary>
    internal TableView? Open(Guid distribution, TableQuery asked)
    {
        try
        {
            var (version, table, siblings) = tables.Find(distribution, null, null, asked.Sheet);
            return TableView.Of(asked, version, table, siblings);
        }
        catch (ApiProblemException)
        {
            return asked.Sheet is null ? null : Open(distribution, asked with { Sheet = null });
        }
    }

    private async Task<TableView> RowsAsync(TableView view, RowQuery query, CancellationToken ct)
    {
        var after = view.Query.After is { } token ? PageCursor.Read(token) : null;
        // A cursor of another version or order begins anew rather than fail.
        if (after is not null && !TableQueries.Belongs(after, view.Table, query)) after = null;
        view = view with { Shown = [.. view.Columns.Take(limits.TableColumnsShown)] };
        var collector = new RowCollector(view.Shown, view.Table.Columns, limits);
        // The cursor is of the query that selects nothing in particular, so links of the API and of the page agree.
        var end = await queries.PageAsync(view.Table, query, after, limits.TableRowsShown, collector, ct);
        return view with { Rows = collector.Rows, Total = end.Total, Next = end.Next?.Write() };
    }
}
