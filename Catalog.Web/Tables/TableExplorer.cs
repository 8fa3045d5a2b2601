using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Rows;
using Catalog.Web.Api;

namespace Catalog.Web.Tables;

/// <summary>Answers what the page of a table asks. Nothing in its address is an error page: what cannot be done is said on it.</summary>
public sealed class TableExplorer(TableVersions versions, TablesInService tables, TableQueries queries, Limits limits)
{
    private readonly TableCharts _charts = new(queries, limits);

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
                TableTab.Map => view with { Map = await _charts.MapAsync(view, query, ct) },
                _ => view,
            };
        }
        catch (QueryRefusedException e)
        {
            return view with { Problem = e.Message };
        }
    }

    /// <summary>Whether the newest file of a distribution is still waiting to be read.</summary>
    public bool IsBeingRead(Guid distribution, int version) => versions.FindLoad(distribution, version) is null;

    private TableView? Open(Guid distribution, TableQuery asked)
    {
        try
        {
            var (version, table, siblings) = tables.Find(distribution, null, null, asked.Sheet);
            return new TableView { Query = asked, Version = version, Table = table, Sheets = siblings };
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
        var shown = view.Table.Columns.Where(c => c.Role is ColumnRole.Value or ColumnRole.Misfits).ToList();
        var collector = new RowCollector(shown, limits);
        // The cursor is of the query that selects nothing in particular, so links of the API and of the page agree.
        var end = await queries.PageAsync(view.Table, query, after, limits.PreviewRows, collector, ct);
        return view with { Rows = collector.Rows, Total = end.Total, Next = end.Next?.Write() };
    }
}
