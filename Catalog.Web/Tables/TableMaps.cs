using System.Globalization;
using Catalog.Core;
using Catalog.Core.Tabular.Exports;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Tables;

/// <summary>Asks what a map shows: the rows that the page's filters leave, with their places.</summary>
public sealed class TableMaps(TableQueries queries, Limits limits)
{
    /// <summary>Values with a colour of their own. 7: as many as can be told apart, by the colour-blind too.</summary>
    public const int Colours = 7;

    /// <summary>Different values of a column that is offered for colours. 60: beyond it nearly all places would be among the others.</summary>
    private const int FewValues = 60;

    /// <summary>How much finer than the whole map lines are drawn at first: half a point of a large screen.</summary>
    private const double Fineness = 4_000;

    private static readonly string[] Names = ["nombre", "name", "titulo", "title", "denominacion", "descripcion"];

    /// <summary>The columns that can name places.</summary>
    public static IEnumerable<TableColumn> Labels(TableView view) => view.Columns.Where(c => c.Type == StoredType.Text && IsFree(view, c));

    /// <summary>The columns whose values can be colours.</summary>
    public static IEnumerable<TableColumn> ColourColumns(TableView view) => view.Columns.Where(c => c.IsClass && c.Summary!.Distinct <= FewValues && IsFree(view, c));

    /// <summary>The columns that can give sizes.</summary>
    public static IEnumerable<TableColumn> SizeColumns(TableView view) => view.Columns.Where(c => c.IsMeasure && IsFree(view, c));

    public async Task<MapData?> MapAsync(TableView view, RowQuery rows, CancellationToken ct)
    {
        if (view.Place is not { } place) return null;
        var where = place.Columns.Select(name => view.Table.Columns.First(c => c.Name == name)).ToList();
        var labels = Labels(view).ToList();
        var label = labels.Find(c => c.Name == view.Query.Label) ?? labels.Find(c => new NameWords(c.Name).Has(Names)) ?? labels.FirstOrDefault();
        var colour = ColourColumns(view).FirstOrDefault(c => c.Name == view.Query.Colour);
        var size = SizeColumns(view).FirstOrDefault(c => c.Name == view.Query.Size);
        // A column may be asked for twice; an answer has it once.
        var select = new[] { StoredColumn.Rows }.Concat(where).Concat(new[] { label, colour, size }.OfType<TableColumn>().Select(c => c.Stored)).Distinct().ToList();
        var query = rows with { Select = select, Filters = [.. rows.Filters, .. where.Select(c => new RowFilter.Not(new RowFilter.IsMissing(c)))], Sort = [] };
        var (places, positions, unreadable) = (new List<MapPlace>(), 0L, 0);
        var end = await queries.PageAsync(view.Table, query, null, limits.MapRows, new RowPicker(Pick), ct);
        var coarse = Coarser(places);
        var categories = places.Where(p => p.Category is not null).GroupBy(p => p.Category!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Colours).Select(g => g.Key).ToList();
        return new MapData
        {
            Places = places,
            Total = end.Total,
            Unreadable = unreadable,
            IsCoarse = coarse,
            Label = label,
            Colour = colour,
            Size = size,
            Categories = categories,
            HasOthers = colour is not null && places.Exists(p => p.Category is null || !categories.Contains(p.Category)),
        };

        void Pick(RowReader row)
        {
            if (positions >= limits.MapPositionsRead) return;
            var shape = place.Geometry is null ? PointOf(row.Number(2), row.Number(1)) : GeoJsonShapes.Read(row.Text(1));
            if (shape is null)
            {
                unreadable++;
                return;
            }
            positions += shape.Positions;
            places.Add(new MapPlace(row.Integer(0), shape, TextOf(row, label), TextOf(row, colour), NumberOf(row, size)));
        }

        string? TextOf(RowReader row, TableColumn? column) =>
            column is null || select.IndexOf(column.Stored) is var at && row.IsMissing(at) ? null
            : RowText.Of(row, at, row.Columns[at]) is var text && text.Length > limits.TableCellShown ? text[..limits.TableCellShown] + "…" : text;

        double? NumberOf(RowReader row, TableColumn? column) =>
            TextOf(row, column) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    private static bool IsFree(TableView view, TableColumn column) => !column.IsPersonal && view.Place?.Columns.Contains(column.Name) != true;

    private static MapShape? PointOf(double longitude, double latitude) =>
        Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90 ? MapShape.PointAt(longitude, latitude) : null;

    /// <summary>Draws all places coarser and coarser until a page has room for them; says whether it had to.</summary>
    private bool Coarser(List<MapPlace> places)
    {
        if (places.Sum(p => p.Shape.Positions) <= limits.MapPositions || new MapData { Places = places, Total = 0, Unreadable = 0 }.Box is not { } box) return false;
        var whole = places.ToList();
        for (var degrees = box.Extent / Fineness; degrees <= box.Extent && places.Sum(p => p.Shape.Positions) > limits.MapPositions; degrees *= 2)
            for (var i = 0; i < places.Count; i++) places[i] = whole[i] with { Shape = whole[i].Shape.Coarser(degrees) };
        // Thousands of specks can still be too many: the last ones go, and the page says how many are drawn.
        var positions = 0;
        var last = places.FindIndex(p => (positions += p.Shape.Positions) > limits.MapPositions);
        if (last >= 0) places.RemoveRange(last, places.Count - last);
        return true;
    }
}
