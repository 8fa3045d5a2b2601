using System.Globalization;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Tabular.Exports;
using Catalog.Core.Tabular.Rows;
using SortKey = Catalog.Core.Tabular.Rows.SortKey;

namespace Catalog.Web.Tables;

/// <summary>Asks what a chart or a map shows: the rows that the page's filters leave, grouped or with their places.</summary>
public sealed class TableCharts(TableQueries queries, Limits limits)
{
    /// <summary>Values across a chart. 60: beyond it nobody reads them apart.</summary>
    private const int MaxBars = 60;

    /// <summary>Points along a line. 400: years of months, or a year of days.</summary>
    private const int MaxPoints = 400;

    /// <summary>Points of a map. 2,000: what a page carries in about 100 kB and a browser draws at once.</summary>
    private const int MaxPlaces = 2_000;

    /// <summary>Different values of a column that bars can tell apart.</summary>
    private const int FewValues = 60;

    public async Task<ChartData?> ChartAsync(TableView view, RowQuery rows, CancellationToken ct)
    {
        var across = view.Columns.FirstOrDefault(c => c.Name == view.Query.X) ?? DefaultAcross(view);
        if (across is null) return null;
        var part = across.Type.HasDate() ? PartOf(view, across) : (DatePart?)null;
        var measure = MeasureOf(view);
        var timeline = part is not null || IsYear(view, across);
        var most = timeline ? MaxPoints : MaxBars;
        var key = new GroupKey("x", across, part);
        var value = measure ?? new Aggregate("y", AggregateFunction.Count, null);
        var query = rows with { Select = [], GroupBy = [key], Aggregates = [value], Sort = timeline ? [new SortKey("x", Descending: false)] : [new SortKey("y", Descending: true)] };
        var points = new List<ChartPoint>();
        var end = await queries.PageAsync(view.Table, query, null, most, new RowPicker(row => points.Add(Point(row))), ct);
        // A few numbered values are read in their own order; names by their size.
        if (!timeline && across.Type.IsNumeric()) points.Sort((a, b) => Nullable.Compare(Parse(a.Name), Parse(b.Name)));
        return new ChartData { Kind = timeline ? "line" : "bar", Across = across, AcrossName = Named(across, part), Measure = measure, Points = points, Cut = end.Total > points.Count };
    }

    public async Task<MapData?> MapAsync(TableView view, RowQuery rows, CancellationToken ct)
    {
        if (TablePlace.Of(view.Table.Columns) is not { } place) return null;
        var labels = view.Columns.Where(c => c.Type == StoredType.Text && !place.Columns.Contains(c.Name)).Take(1).ToList();
        var where = place.Columns.Select(name => view.Table.Columns.First(c => c.Name == name)).ToList();
        var query = rows with { Select = [.. where, .. labels], Filters = [.. rows.Filters, .. where.Select(c => new RowFilter.Not(new RowFilter.IsMissing(c)))], Sort = [] };
        var points = new List<MapPoint>();
        var end = await queries.PageAsync(view.Table, query, null, MaxPlaces, new RowPicker(Pick), ct);
        return new MapData(points, end.Total);

        void Pick(RowReader row)
        {
            var label = labels.Count > 0 && !row.IsMissing(where.Count) ? row.Text(where.Count) : "";
            if (label.Length > limits.PreviewCellLength) label = label[..limits.PreviewCellLength] + "…";
            if (place.Geometry is null) points.Add(new MapPoint(row.Number(1), row.Number(0), label));
            else if (FirstPosition(row.Text(0)) is var (longitude, latitude)) points.Add(new MapPoint(longitude, latitude, label));
        }
    }

    /// <summary>The columns that a chart can have across it.</summary>
    public static IEnumerable<StoredColumn> Across(TableView view) => view.Columns.Where(c => c.Type.HasDate() || IsYear(view, c) || IsFew(view, c));

    /// <summary>The columns that it can measure: numbers that are no codes.</summary>
    public static IEnumerable<StoredColumn> Measures(TableView view) => view.Columns.Where(c => c.Type.IsNumeric() && !IsYear(view, c));

    private static StoredColumn? DefaultAcross(TableView view) =>
        Across(view).FirstOrDefault(c => !c.Type.HasDate() && !c.Type.IsNumeric()) ?? Across(view).FirstOrDefault();

    private static Aggregate? MeasureOf(TableView view)
    {
        if (view.Query.Y is not { } asked) return null;
        var open = asked.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !asked.EndsWith(')')) return null;
        AggregateFunction? function = asked[..open] switch { "sum" => AggregateFunction.Sum, "avg" => AggregateFunction.Avg, _ => null };
        var column = Measures(view).FirstOrDefault(c => c.Name == asked[(open + 1)..^1]);
        return function is { } known && column is not null ? new Aggregate("y", known, column) : null;
    }

    /// <summary>Days within two months, months within ten years, else years.</summary>
    private static DatePart PartOf(TableView view, StoredColumn column)
    {
        var summary = view.Summaries.FirstOrDefault(s => s.Name == column.Name);
        if (Day(summary?.Min) is not { } first || Day(summary?.Max) is not { } last) return DatePart.Year;
        var days = last.DayNumber - first.DayNumber;
        return days <= 62 ? DatePart.Day : days <= 3653 ? DatePart.Month : DatePart.Year;
    }

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool IsFew(TableView view, StoredColumn column) =>
        column.Type != StoredType.Number && view.Summaries.FirstOrDefault(s => s.Name == column.Name) is { Distinct: > 1 and <= FewValues } summary
        // A name in every row is no class of rows.
        && summary.Distinct * 2 <= view.Table.RowCount;

    private static bool IsYear(TableView view, StoredColumn column) =>
        column.Type == StoredType.Integer && view.Summaries.FirstOrDefault(s => s.Name == column.Name) is { Distinct: > 1 } summary
        && Parse(summary.Min) is >= 1800 and <= 2100 && Parse(summary.Max) is >= 1800 and <= 2100;

    private static string Named(StoredColumn column, DatePart? part) => part is null ? column.Name : $"{column.Name} ({part.ToString()!.ToLowerInvariant()})";

    private static ChartPoint Point(RowReader row) => new(
        row.IsMissing(0) ? null : RowText.Of(row, 0, row.Columns[0]),
        row.IsMissing(1) ? null : Parse(RowText.Of(row, 1, row.Columns[1])));

    private static double? Parse(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Where a GeoJSON geometry begins: enough to find it on a small map.</summary>
    private static (double Longitude, double Latitude)? FirstPosition(string geometry)
    {
        try
        {
            using var document = JsonDocument.Parse(geometry);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("coordinates", out var at)) return null;
            while (at.ValueKind == JsonValueKind.Array && at.GetArrayLength() > 0 && at[0].ValueKind == JsonValueKind.Array) at = at[0];
            return at.ValueKind == JsonValueKind.Array && at.GetArrayLength() >= 2 && at[0].TryGetDouble(out var longitude) && at[1].TryGetDouble(out var latitude) ? (longitude, latitude) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A cell that is no geometry has no place; its row is in the table all the same.
            return null;
        }
    }
}
