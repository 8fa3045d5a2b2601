using System.Globalization;
using Catalog.Core.Tabular.Rows;
using Microsoft.AspNetCore.Http.Extensions;
using SortKey = Catalog.Core.Tabular.Rows.SortKey;

namespace Catalog.Web.Tables;

/// <summary>Asks what a chart shows: the rows that the page's filters leave, grouped.</summary>
public sealed class TableCharts(TableQueries queries)
{
    /// <summary>How many values a reader may ask to see one by one. 60: beyond it nobody reads them apart.</summary>
    public static readonly IReadOnlyList<int> Tops = [5, 10, 20, 60];

    /// <summary>Values shown one by one when nothing is said. 20: a column of names that can still be read.</summary>
    private const int UsualTop = 20;

    /// <summary>Points along a line. 400: years of months, or a year of days.</summary>
    private const int MaxPoints = 400;

    /// <summary>Different values of a column that a chart begins with. 60: bars that can be told apart.</summary>
    private const int FewValues = 60;

    public async Task<ChartData?> ChartAsync(TableView view, RowQuery rows, CancellationToken ct)
    {
        if ((Across(view).FirstOrDefault(c => c.Name == view.Query.X) ?? DefaultAcross(view)) is not { } across) return null;
        var part = across.Type.HasDate() ? PartOf(view.Query.By, across) : (DatePart?)null;
        var measure = MeasureOf(view);
        var top = int.TryParse(view.Query.Top, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && Tops.Contains(asked) ? asked : UsualTop;
        var timeline = part is not null || across.IsYear;
        var chart = new ChartData
        {
            Kind = view.Query.As is "bar" or "line" ? view.Query.As : timeline ? "line" : "bar",
            Across = across,
            Part = part,
            Measure = measure,
            Points = [],
            Top = top,
            ApiQuery = ApiQuery(view.Query, across, part, measure, timeline),
        };
        return timeline ? await TimelineAsync(view, rows, chart, ct) : await BarsAsync(view, rows, chart, ct);
    }

    /// <summary>The columns that a chart can have across it.</summary>
    public static IEnumerable<TableColumn> Across(TableView view) => view.Columns.Where(c => !c.IsPersonal && (c.Type.HasDate() || c.IsYear || c.IsClass));

    /// <summary>The columns that it can measure.</summary>
    public static IEnumerable<TableColumn> Measures(TableView view) => view.Columns.Where(c => c.IsMeasure);

    private async Task<ChartData> TimelineAsync(TableView view, RowQuery rows, ChartData chart, CancellationToken ct)
    {
        // The newest points are those that a cut line should have.
        var (points, total) = await AskAsync(view, Grouped(rows, chart, new SortKey("x", Descending: true)), MaxPoints, ct);
        points.Reverse();
        var dated = points.Where(p => p.Name is not null).ToList();
        return chart with
        {
            Points = Timeline.Fill(dated, chart.Part ?? DatePart.Year, chart.Measure is null ? 0 : null, MaxPoints),
            Undated = points.Find(p => p.Name is null),
            IsCut = total > points.Count,
        };
    }

    private async Task<ChartData> BarsAsync(TableView view, RowQuery rows, ChartData chart, CancellationToken ct)
    {
        var values = new List<object?>();
        var (points, total) = await AskAsync(view, Grouped(rows, chart, new SortKey("y", Descending: true)), chart.Top, ct, row => values.Add(ValueOf(row, chart.Across.Type)));
        var others = total > points.Count ? await OthersAsync(view, rows, chart, values, ct) : null;
        // A few numbered values are read in their own order; names by their size.
        if (chart.Across.Type.IsNumeric()) points.Sort((a, b) => Nullable.Compare(Parse(a.Name), Parse(b.Name)));
        return chart with { Points = points, Others = others, OtherValues = total - points.Count };
    }

    /// <summary>What is reckoned from all rows whose value is none of the shown ones: a mean of the others is no sum of means.</summary>
    private async Task<ChartPoint> OthersAsync(TableView view, RowQuery rows, ChartData chart, List<object?> shown, CancellationToken ct)
    {
        var column = chart.Across.Stored;
        var filters = new List<RowFilter>(rows.Filters) { new RowFilter.Not(new RowFilter.Compare(column, CompareOperator.In, [.. shown.OfType<object>()])) };
        if (shown.Contains(null)) filters.Add(new RowFilter.Not(new RowFilter.IsMissing(column)));
        var query = rows with { Select = [], Filters = filters, Aggregates = [chart.Measure ?? Count], Sort = [] };
        double? value = null;
        await queries.PageAsync(view.Table, query, null, 1, new RowPicker(row => value = Number(row, 0)), ct);
        return new ChartPoint(null, value);
    }

    private static readonly Aggregate Count = new("y", AggregateFunction.Count, null);

    private static RowQuery Grouped(RowQuery rows, ChartData chart, SortKey order) =>
        rows with { Select = [], GroupBy = [new GroupKey("x", chart.Across.Stored, chart.Part)], Aggregates = [chart.Measure ?? Count], Sort = [order] };

    private async Task<(List<ChartPoint> Points, long Total)> AskAsync(TableView view, RowQuery query, int most, CancellationToken ct, Action<RowReader>? more = null)
    {
        var points = new List<ChartPoint>();
        var end = await queries.PageAsync(view.Table, query, null, most, new RowPicker(row =>
        {
            points.Add(new ChartPoint(row.IsMissing(0) ? null : RowText.Of(row, 0, row.Columns[0]), Number(row, 1)));
            more?.Invoke(row);
        }), ct);
        return (points, end.Total);
    }

    private static TableColumn? DefaultAcross(TableView view) =>
        Across(view).FirstOrDefault(c => c.Type is StoredType.Text or StoredType.Boolean && c.Summary!.Distinct <= FewValues) ?? Across(view).FirstOrDefault(c => c.Type.HasDate() || c.IsYear) ?? Across(view).FirstOrDefault();

    private static Aggregate? MeasureOf(TableView view)
    {
        if (view.Query.Y is not { } asked) return null;
        var open = asked.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !asked.EndsWith(')')) return null;
        AggregateFunction? function = asked[..open] switch
        {
            "sum" => AggregateFunction.Sum,
            "avg" => AggregateFunction.Avg,
            "median" => AggregateFunction.Median,
            "min" => AggregateFunction.Min,
            "max" => AggregateFunction.Max,
            _ => null,
        };
        var column = Measures(view).FirstOrDefault(c => c.Name == asked[(open + 1)..^1]);
        return function is { } known && column is not null ? new Aggregate("y", known, column.Stored) : null;
    }

    /// <summary>As asked; else days within two months, months within ten years, else years.</summary>
    private static DatePart PartOf(string? asked, TableColumn column)
    {
        if (Enum.TryParse<DatePart>(asked, ignoreCase: true, out var part) && Enum.IsDefined(part)) return part;
        if (Day(column.Summary?.Min) is not { } first || Day(column.Summary?.Max) is not { } last) return DatePart.Year;
        var days = last.DayNumber - first.DayNumber;
        return days <= 62 ? DatePart.Day : days <= 3653 ? DatePart.Month : DatePart.Year;
    }

    /// <summary>The whole answer that the chart is made of, as the row API gives it.</summary>
    private static string ApiQuery(TableQuery asked, TableColumn across, DatePart? part, Aggregate? measure, bool timeline)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in (asked with { Sort = null }).Choosing()) query.Add(name, value);
        var by = part?.ToString().ToLowerInvariant();
        var function = measure?.Function.ToString().ToLowerInvariant();
        query.Add("group", by is null ? TableQuery.Quote(across.Name) : $"{by}({TableQuery.Quote(across.Name)})");
        query.Add("aggregate", measure is null ? "count" : $"{function}({TableQuery.Quote(measure.Column!.Name)})");
        // As the API names the columns of a grouped answer.
        query.Add("sort", timeline ? TableQuery.Quote(by is null ? across.Name : $"{by}_{across.Name}") : TableQuery.Quote(measure is null ? "count" : $"{function}_{measure.Column!.Name}") + ".desc");
        return query.ToString();
    }

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static object? ValueOf(RowReader row, StoredType type) => row.IsMissing(0) ? null : type switch
    {
        StoredType.Integer => row.Integer(0),
        StoredType.Boolean => row.Boolean(0),
        _ => row.Text(0),
    };

    private static double? Number(RowReader row, int column) => row.IsMissing(column) ? null : Parse(RowText.Of(row, column, row.Columns[column]));

    private static double? Parse(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
