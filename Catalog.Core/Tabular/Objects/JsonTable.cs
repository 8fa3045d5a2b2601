using System.Text.Json;
using Catalog.Core.Tabular.Delimited;

namespace Catalog.Core.Tabular.Objects;

/// <summary>
/// A list of objects as a table: a column for every member that any of them has, in the order in which they first
/// appear. What is nested stays JSON. Of GeoJSON, the properties are columns, and the geometry is one more.
/// </summary>
internal sealed class JsonTable : FoundTable
{
    private readonly JsonItems _items;
    private readonly Dictionary<string, int> _places;
    private readonly bool _geo;
    private readonly int _headerRows;

    private JsonTable(JsonItems items, string name, Dictionary<string, int> places, string[] columns, bool geo, int headerRows, TableReport report)
    {
        _items = items;
        Name = name;
        Columns = columns;
        Report = report;
        _places = places;
        _geo = geo;
        _headerRows = headerRows;
    }

    /// <summary>The objects or lists that its rows are.</summary>
    public JsonItems Items => _items;

    public override string Name { get; }

    public override IReadOnlyList<string> Columns { get; }

    public override TableDialect? Dialect => null;

    public override TableReport Report { get; }

    /// <summary>The table of a list; null when it holds neither objects nor lists.</summary>
    public static JsonTable? Open(JsonItems items, string format, string name, Limits limits, CancellationToken ct)
    {
        var geo = format == "geojson";
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var lists = new List<string[]>();
        var log = new RepairLog(limits.MaxRepairExamples);
        long rows = 0;
        int widest = 0, objects = 0;
        var whole = items.Read((item, offset) =>
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                rows++;
                objects++;
                foreach (var member in MembersOf(item, geo)) if (places.Count < limits.MaxTableColumns) places.TryAdd(member.Name, places.Count);
            }
            else if (item.ValueKind == JsonValueKind.Array && objects == 0)
            {
                rows++;
                widest = Math.Max(widest, item.GetArrayLength());
                if (lists.Count < 200) lists.Add([.. item.EnumerateArray().Select(Text)]);
            }
            else
            {
                rows++;
                log.Add(TableRepairCodes.OddItem, rows, 0, item.GetRawText());
                if (objects > 0) places.TryAdd("value", places.Count);
            }
            return true;
        }, ct);
        if (rows == 0 || (places.Count == 0 && widest == 0)) return null;
        if (!whole) log.Add(TableRepairCodes.BreaksOff, rows, 0, "");
        var headerRows = objects > 0 ? 0 : Math.Min(1, new HeaderFinder(lists, widest).HeaderRows);
        var header = objects > 0 ? [.. places.Keys] : headerRows == 1 ? lists[0] : [];
        var (columns, changed) = ColumnNames.Distinct(header, Math.Min(limits.MaxTableColumns, objects > 0 ? places.Count : widest));
        if (changed > 0 && header.Length > 0) log.Add(TableRepairCodes.ColumnName, 0, 0, string.Join(", ", columns), changed);
        var report = new TableReport
        {
            Format = format,
            Evidence = [Evidence(format, name)],
            Repairs = log.ToList(),
            Rows = rows - headerRows,
            Columns = columns.Length,
            Header = header,
        };
        return new JsonTable(items, name is "features" ? "" : name, places, columns, geo, headerRows, report);
    }

    public override void Read(RowHandler onRow, CancellationToken ct)
    {
        var row = new TableRow();
        var cells = new string?[Columns.Count];
        long number = 0;
        var skipped = 0;
        _items.Read((item, offset) =>
        {
            if (skipped++ < _headerRows) return true;
            Array.Clear(cells);
            if (_places.Count > 0)
            {
                if (item.ValueKind == JsonValueKind.Object)
                {
                    foreach (var member in MembersOf(item, _geo)) if (_places.TryGetValue(member.Name, out var place)) cells[place] = Text(member.Value);
                }
                else if (_places.TryGetValue("value", out var place))
                {
                    cells[place] = Text(item);
                }
            }
            else if (item.ValueKind == JsonValueKind.Array)
            {
                var i = 0;
                foreach (var value in item.EnumerateArray()) if (i < cells.Length) cells[i++] = Text(value);
            }
            else
            {
                cells[0] = Text(item);
            }
            row.Clear();
            foreach (var cell in cells) row.Add(cell);
            row.Number = ++number;
            row.Offset = offset;
            onRow(row);
            return true;
        }, ct);
    }

    private static IEnumerable<(string Name, JsonElement Value)> MembersOf(JsonElement item, bool geo)
    {
        if (!geo)
        {
            foreach (var member in item.EnumerateObject()) yield return (member.Name, member.Value);
            yield break;
        }
        // RFC 7946 §3.2: a feature has properties, a geometry and maybe an id.
        if (item.TryGetProperty("id", out var id)) yield return ("id", id);
        if (item.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
            foreach (var member in properties.EnumerateObject()) yield return (member.Name == "geometry" ? "geometry_property" : member.Name, member.Value);
        if (item.TryGetProperty("geometry", out var geometry)) yield return ("geometry", geometry);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static TableEvidence Evidence(string format, string name) => format switch
    {
        "geojson" => Say.Evidence(TableEvidenceCodes.Format, "GeoJSON: una fila por elemento, las propiedades y la geometría son columnas.", "GeoJSON: a row a feature; properties and geometry are columns."),
        "jsonl" => Say.Evidence(TableEvidenceCodes.Format, "JSON Lines: un valor por línea.", "JSON Lines: a value a line."),
        _ => Say.Evidence(TableEvidenceCodes.Format, name.Length == 0 ? "Lista de JSON." : $"Lista de JSON en «{name}».", name.Length == 0 ? "A list of JSON." : $"A list of JSON at “{name}”."),
    };
}
