using System.Globalization;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Web.Tables;

/// <summary>A repair of a table and how often it was made.</summary>
public sealed record RepairLine(string Code, long Count, Text Message, IReadOnlyList<string> Places);

/// <summary>How often a rule was broken in a column.</summary>
public sealed record RuleLine(string Code, Severity Severity, string Column, long Count);

/// <summary>The stored report of a table, for its page: how it was read, and what its contract, its past and the guard of personal data say.</summary>
public sealed record TableReportView
{
    public required IReadOnlyList<Text> Evidence { get; init; }

    public required IReadOnlyList<RepairLine> Repairs { get; init; }

    /// <summary>"none", "declared" or "frozen".</summary>
    public required string Contract { get; init; }

    /// <summary>Who declared it: "config", "document", "package" or "dictionary"; empty when nobody did.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The address or path of the document that declares it; empty for none.</summary>
    public string Place { get; init; } = "";

    /// <summary>What is odd about the contract itself, or missing of it.</summary>
    public IReadOnlyList<Finding> OfContract { get; init; } = [];

    public required IReadOnlyList<RuleLine> Rules { get; init; }

    public required IReadOnlyList<Finding> Examples { get; init; }

    public required IReadOnlyList<Finding> Drift { get; init; }

    public required IReadOnlyList<Finding> Personal { get; init; }

    /// <summary>With places as programs read them.</summary>
    public static TableReportView Read(string report) => Read(report, PlainPlace);

    /// <param name="say">A place in words, of a column, a row and a line; "" and 0 where there is none.</param>
    public static TableReportView Read(string report, Func<string, long, long, string> say)
    {
        using var document = JsonDocument.Parse(report);
        var root = document.RootElement;
        var reading = Member(root, "reading");
        var check = Member(root, "check");
        return new TableReportView
        {
            Evidence = [.. Items(reading, "evidence").Select(e => TextOf(e, "message"))],
            Repairs = [.. Items(reading, "repairs").Select(r => new RepairLine(String(r, "code"), Number(r, "count"), TextOf(r, "message"), [.. Items(r, "examples").Select(e => PlaceOf(e, say))]))],
            Contract = String(root, "contract") is { Length: > 0 } contract ? contract : "none",
            Origin = String(root, "contractOrigin"),
            Place = String(root, "contractPlace"),
            OfContract = Findings(root, "contractFindings", say),
            Rules = [.. Items(check, "counts").Select(c => new RuleLine(String(c, "code"), SeverityOf(c), String(c, "column"), Number(c, "count")))],
            Examples = Findings(check, "findings", say),
            Drift = Findings(root, "drift", say),
            Personal = Findings(root, "personal", say),
        };
    }

    private static IReadOnlyList<Finding> Findings(JsonElement? of, string name, Func<string, long, long, string> say) =>
        [.. Items(of, name).Select(f => new Finding { Code = String(f, "code"), Severity = SeverityOf(f), Pointer = String(f, "pointer") is { Length: > 0 } pointer ? pointer : PlaceOf(f, say), Value = String(f, "value") is { Length: > 0 } value ? value : null, Message = TextOf(f, "message"), Hint = TextOf(f, "hint") })];

    private static string PlaceOf(JsonElement item, Func<string, long, long, string> say) => say(String(item, "column"), Number(item, "row"), Number(item, "line"));

    /// <summary>"monto:12 (line 14)".</summary>
    private static string PlainPlace(string column, long row, long line)
    {
        var number = row > 0 ? row.ToString(CultureInfo.InvariantCulture) : "";
        return (column.Length > 0 && row > 0 ? $"{column}:{number}" : column + number) + (line > 0 ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "");
    }

    private static JsonElement? Member(JsonElement of, string name) => of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    private static IEnumerable<JsonElement> Items(JsonElement? of, string name) =>
        of is { } element && element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string String(JsonElement of, string name) => of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";

    private static long Number(JsonElement of, string name) => of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number ? member.GetInt64() : 0;

    private static Severity SeverityOf(JsonElement of) => Enum.TryParse<Severity>(String(of, "severity"), ignoreCase: true, out var severity) ? severity : Severity.Info;

    private static Text TextOf(JsonElement of, string name) => Member(of, name) is { } words
        ? new Text { Values = words.EnumerateObject().Select(w => new LangString(w.Name, w.Value.GetString() ?? "")).ToValueList() }
        : Text.Empty;
}
