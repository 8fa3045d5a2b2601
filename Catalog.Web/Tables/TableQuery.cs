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

    /// <summary>What a chart measures: "sum(column)", "avg(column)" …; null for the number of rows.</summary>
    public string? Y { get; init; }

    /// <summary>How dates are cut off: "year", "quarter", "month", "day"; null for what fits.</summary>
    public string? By { get; init; }

    /// <summary>"bar" or "line"; null for what fits.</summary>
    public string? As { get; init; }

    /// <summary>How many values a chart shows one by one; null for what fits.</summary>
    public string? Top { get; init; }

    /// <summary>The column that names the places of a map, the one that colours them, and the one that sizes them.</summary>
    public string? Label { get; init; }

    public string? Colour { get; init; }

    public string? Size { get; init; }

    public static TableQuery Read(IQueryCollection query) => new()
    {
        Tab = Enum.TryParse<TableTab>(One(query, "view"), ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : TableTab.Rows,
        Words = One(query, "q"),
        Filters = [.. query["filter"].OfType<string>().Where(f => f.Length > 0)],
        Sort = One(query, "sort"),
        After = One(query, "after"),
        Sheet = One(query, "table"),
        X = One(query, "x"),
        // A form has a field for the function and one for its column; links say both in one.
        Y = One(query, "fn") is { } function ? One(query, "of") is { } column && function != "count" ? $"{function}({column})" : null : One(query, "y"),
        By = One(query, "by"),
        As = One(query, "as"),
        Top = One(query, "top"),
        Label = One(query, "label"),
        Colour = One(query, "color"),
        Size = One(query, "size"),
    };

    /// <summary>The filter that a form's three fields make, or null when it was not sent.</summary>
    /// <param name="valueOf">The value for a column as the API writes it, of what a reader wrote.</param>
    public static string? NewFilter(IQueryCollection query, Func<string, string, string> valueOf)
    {
        if (One(query, "fc") is not { } column || One(query, "fo") is not { } comparison) return null;
        return comparison is "isnull" or "notnull" ? $"{Quote(column)}.{comparison}" : One(query, "fv") is { } value ? $"{Quote(column)}.{comparison}.{QuoteValue(valueOf(column, value))}" : null;
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
        foreach (var (name, value) in Drawing()) query.Add(name, value);
        if (After is not null) query.Add("after", After);
        return query.ToString() is { Length: > 0 } text ? text : "?";
    }

    /// <summary>What says how a chart and a map are drawn: parameters that other forms of the page hand on.</summary>
    public IEnumerable<(string Name, string Value)> Drawing() =>
        from parameter in new[] { ("x", X), ("y", Y), ("by", By), ("as", As), ("top", Top), ("label", Label), ("color", Colour), ("size", Size) }
        where parameter.Item2 is not null
        select (parameter.Item1, parameter.Item2);

    /// <summary>What says which rows: parameters that forms about the drawing hand on.</summary>
    public IEnumerable<(string Name, string Value)> Choosing()
    {
        if (Sheet is not null) yield return ("table", Sheet);
        if (Words is not null) yield return ("q", Words);
        foreach (var filter in Filters) yield return ("filter", filter);
        if (Sort is not null) yield return ("sort", Sort);
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
        foreach (var (name, value) in Choosing()) query.Add(name, value);
        return query;
    }

    private static string? One(IQueryCollection query, string name) => query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
}
