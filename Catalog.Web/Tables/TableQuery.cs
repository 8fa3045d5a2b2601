using Catalog.Core.Tabular.Rows;
using Microsoft.AspNetCore.Http.Extensions;

namespace Catalog.Web.Tables;

/// <summary>The ways in which the page of a table shows it.</summary>
public enum TableTab
{
    Rows,
    Columns,
    Chart,
    Map,
    Report,
    Code,
}

/// <summary>
/// What the address of a table's page asks, in the parameters of the row API, so that what a reader found by clicking is
/// what a program asks for.
/// </summary>
public sealed record TableQuery
{
    public TableTab Tab { get; init; }

    public string? Words { get; init; }

    /// <summary>Each a filter in the grammar of docs/row-api.md.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>column, or column.desc.</summary>
    public string? Sort { get; init; }

    public string? After { get; init; }

    /// <summary>The sheet; null for the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>The column across a chart.</summary>
    public string? X { get; init; }

    /// <summary>What a chart measures: "sum(column)", "avg(column)"; null for the number of rows.</summary>
    public string? Y { get; init; }

    public static TableQuery Read(IQueryCollection query) => new()
    {
        Tab = Enum.TryParse<TableTab>(One(query, "view"), ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : TableTab.Rows,
        Words = One(query, "q"),
        Filters = [.. query["filter"].OfType<string>().Where(f => f.Length > 0)],
        Sort = One(query, "sort"),
        After = One(query, "after"),
        Sheet = One(query, "table"),
        X = One(query, "x"),
        Y = One(query, "y"),
    };

    /// <summary>The filter that a form's three fields make, or null when it was not sent.</summary>
    public static string? NewFilter(IQueryCollection query)
    {
        if (One(query, "fc") is not { } column || One(query, "fo") is not { } comparison) return null;
        return comparison is "isnull" or "notnull" ? $"{Quote(column)}.{comparison}" : One(query, "fv") is { } value ? $"{Quote(column)}.{comparison}.{QuoteValue(value)}" : null;
    }

    public QueryText ToQuery() => new() { Filters = Filters, Words = Words, Sort = Sort };

    public TableQuery With(string filter) => this with { Filters = [.. Filters, filter], After = null };

    public TableQuery Without(string filter) => this with { Filters = [.. Filters.Where(f => f != filter)], After = null };

    /// <summary>Sorted by a column; by the other way round when it is sorted by it already.</summary>
    public TableQuery SortedBy(string column) => this with { Sort = Sort == Quote(column) ? Quote(column) + ".desc" : Quote(column), After = null };

    /// <summary>1 and -1 for the column that the rows are sorted by, upwards and downwards; 0 for the others.</summary>
    public int DirectionOf(string column) => Sort is null ? 0 : Sort == Quote(column) || Sort == Quote(column) + ".asc" ? 1 : Sort == Quote(column) + ".desc" ? -1 : 0;

    public TableQuery In(TableTab tab) => this with { Tab = tab, After = null };

    /// <summary>"?…" for a link of the page, or "?" for its plain form.</summary>
    public string ToAddress()
    {
        var query = Parameters();
        if (Tab != TableTab.Rows) query.Add("view", Tab.ToString().ToLowerInvariant());
        if (X is not null) query.Add("x", X);
        if (Y is not null) query.Add("y", Y);
        if (After is not null) query.Add("after", After);
        return query.ToString() is { Length: > 0 } text ? text : "?";
    }

    /// <summary>The same rows by the API: "" or "?…".</summary>
    public string ToApiQuery() => Parameters().ToString();

    /// <summary>A column's name as the grammar writes it: in quotes where its characters mean something there.</summary>
    public static string Quote(string name) =>
        name.AsSpan().IndexOfAny(".,()\"") >= 0 || name is "and" or "or" or "not" || name != name.Trim() ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;

    private static string QuoteValue(string value) =>
        value.AsSpan().IndexOfAny(",)\"") >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private QueryBuilder Parameters()
    {
        var query = new QueryBuilder();
        if (Sheet is not null) query.Add("table", Sheet);
        if (Words is not null) query.Add("q", Words);
        foreach (var filter in Filters) query.Add("filter", filter);
        if (Sort is not null) query.Add("sort", Sort);
        return query;
    }

    private static string? One(IQueryCollection query, string name) => query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
}
