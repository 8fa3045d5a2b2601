using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Catalog.Core.Tabular.Objects;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Checking;

/// <summary>
/// Holds the objects that the rows of a table are against a JSON Schema, one at a time: the schema may be of the whole
/// document or of one object. Members of the document beside its list are not looked at.
/// </summary>
internal sealed class ItemChecker
{
    /// <summary>Parts of a member's path that are told apart: "address.street.name"; what is deeper counts to these.</summary>
    private const int MaxParts = 3;

    /// <summary>Places that are counted apart. 1,000: objects may have any members, and a report is read by people.</summary>
    private const int MaxPlaces = 1_000;

    private readonly FindingLog _log;
    private readonly ProfileSchema _schema;
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private long _rows;

    private ItemChecker(ProfileSchema schema, Limits limits)
    {
        _schema = schema;
        _log = new FindingLog(limits);
    }

    public static CheckReport Check(FoundTable table, string jsonSchema, Limits limits, CancellationToken ct)
    {
        var json = table as JsonTable;
        if (json is null || ProfileSchema.FromJson(jsonSchema)?.OfItems(json.Items.Member) is not { } schema) return NotChecked(table, limits);
        var checker = new ItemChecker(schema, limits);
        json.Items.Read((item, offset) =>
        {
            checker.Item(item, offset);
            return true;
        }, ct);
        return checker._log.Report(checker._rows, []);
    }

    /// <summary>The reports of two kinds of contracts on one table as one.</summary>
    public static CheckReport Join(CheckReport first, CheckReport second) => first with
    {
        Counts = [.. first.Counts, .. second.Counts],
        Findings = [.. first.Findings, .. second.Findings],
    };

    private void Item(JsonElement item, long offset)
    {
        _rows++;
        foreach (var finding in _schema.Validate(JsonMarshal.GetRawUtf8Value(item)))
        {
            var lacks = finding.Code == FindingCodes.RequiredProperty;
            var place = Place(finding.Pointer);
            if (!_places.Contains(place) && _places.Count == MaxPlaces) place = "";
            else _places.Add(place);
            var code = lacks ? TableFindingCodes.ItemLacksMember : TableFindingCodes.ItemBreaksJsonSchema;
            if (!_log.Count(code, place, Severity.Error)) continue;
            _log.Keep(new TableFinding { Code = code, Severity = Severity.Error, Column = place, Row = _rows, Offset = offset, Value = finding.Value, Message = finding.Message, Hint = finding.Hint });
        }
    }

    /// <summary>"/addresses/3/street" as "addresses[].street": whichever item of a list it is.</summary>
    private static string Place(string pointer)
    {
        var place = new StringBuilder();
        foreach (var part in pointer.Split('/').Skip(1).Take(MaxParts))
        {
            if (part.Length > 0 && part.All(char.IsAsciiDigit)) place.Append("[]");
            else place.Append(place.Length == 0 ? "" : ".").Append(part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        }
        return place.ToString();
    }

    private static CheckReport NotChecked(FoundTable table, Limits limits)
    {
        var log = new FindingLog(limits);
        log.Add(new TableFinding
        {
            Code = TableFindingCodes.ItemsNotChecked,
            Severity = Severity.Info,
            Message = Words.Both("El esquema JSON no dice nada de los objetos de esta tabla; no se verificó.", "The JSON Schema says nothing of this table's objects; it was not checked."),
        });
        return log.Report(table.Report.Rows, []);
    }
}
