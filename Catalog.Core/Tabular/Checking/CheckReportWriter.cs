using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Checking;

/// <summary>A check report as JSON and as CSV: the same report is the same bytes.</summary>
public static class CheckReportWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Json(CheckReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json, report);
        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartObject();
        json.WriteBoolean("valid", report.IsValid);
        json.WriteNumber("rows", report.Rows);
        json.WriteNumber("errors", report.Errors);
        json.WriteStartArray("counts");
        foreach (var count in report.Counts)
        {
            json.WriteStartObject();
            json.WriteString("code", count.Code);
            json.WriteString("severity", count.Severity.ToString().ToLowerInvariant());
            if (count.Column.Length > 0) json.WriteString("column", count.Column);
            json.WriteNumber("count", count.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Findings(json, "findings", report.Findings);
        json.WriteEndObject();
    }

    /// <summary>Findings of any kind: of a check, of drift, of data of persons.</summary>
    public static void Findings(Utf8JsonWriter json, string name, IEnumerable<TableFinding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            if (finding.Column.Length > 0) json.WriteString("column", finding.Column);
            if (finding.Row > 0) json.WriteNumber("row", finding.Row);
            if (finding.Line > 0) json.WriteNumber("line", finding.Line);
            if (finding is { Row: > 0, Offset: >= 0 }) json.WriteNumber("offset", finding.Offset);
            if (finding.Value is { } value) json.WriteString("value", value);
            Text(json, "message", finding.Message);
            Text(json, "hint", finding.Hint);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>One line a finding, RFC 4180. Cells that a spreadsheet would take for a formula begin with an apostrophe.</summary>
    public static byte[] Csv(CheckReport report)
    {
        var csv = new StringBuilder("code,severity,column,row,line,offset,value,mensaje,message\r\n");
        foreach (var finding in report.Findings)
        {
            string[] cells =
            [
                finding.Code, finding.Severity.ToString().ToLowerInvariant(), finding.Column, Number(finding.Row), Number(finding.Line), finding is { Row: > 0, Offset: >= 0 } ? finding.Offset.ToString(CultureInfo.InvariantCulture) : "",
                finding.Value ?? "", finding.Message.In("es"), finding.Message.In("en"),
            ];
            csv.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static void Text(Utf8JsonWriter json, string name, Text text)
    {
        if (text.IsEmpty) return;
        json.WriteStartObject(name);
        foreach (var (lang, value) in text.Values) json.WriteString(lang, value);
        json.WriteEndObject();
    }

    private static string Number(long number) => number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "";

    private static string Quoted(string cell)
    {
        var safe = cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + cell : cell;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
