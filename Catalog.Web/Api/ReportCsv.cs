using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Web.Tables;
using CsvHelper;

namespace Catalog.Web.Api;

/// <summary>What a table's report has to say, a line each: counts of every rule first, then examples, drift and data of persons.</summary>
internal static class ReportCsv
{
    public static byte[] Of(TableVersion version)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default, leaveOpen: true))
        {
            Line(csv, "kind", "code", "severity", "place", "count", "value", "mensaje", "message");
            if (version.Report is { } json)
            {
                var report = TableReportView.Read(json);
                foreach (var repair in report.Repairs) Line(csv, "repair", repair.Code, "info", "", Count(repair.Count), "", repair.Message.In("es"), repair.Message.In("en"));
                foreach (var rule in report.Rules) Line(csv, "rule", rule.Code, Name(rule.Severity), rule.Column, Count(rule.Count), "", "", "");
                foreach (var (kind, findings) in new[] { ("example", report.Examples), ("drift", report.Drift), ("personal", report.Personal) })
                    foreach (var finding in findings) Line(csv, kind, finding.Code, Name(finding.Severity), finding.Pointer, "", finding.Value ?? "", finding.Message.In("es"), finding.Message.In("en"));
            }
            csv.Flush();
        }
        return bytes.ToArray();
    }

    private static void Line(CsvWriter csv, params ReadOnlySpan<string> cells)
    {
        // A cell that a spreadsheet would run begins with an apostrophe.
        foreach (var cell in cells) csv.WriteField(cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + cell : cell);
        csv.EndRecord();
    }

    private static string Count(long count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Name(Severity severity) => severity.ToString().ToLowerInvariant();
}
