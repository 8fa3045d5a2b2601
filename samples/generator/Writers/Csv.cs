using System.Text;

namespace Samples.Generator.Writers;

/// <summary>RFC 4180, with "\n" unless a defect is meant.</summary>
internal static class Csv
{
    public static string Text(Table table, char delimiter, string newLine)
    {
        var csv = new StringBuilder();
        Line(csv, table.Columns.Select(c => c.Name), delimiter, newLine);
        foreach (var row in table.Rows)
            Line(csv, row.Select(Cells.Text), delimiter, newLine);
        return csv.ToString();
    }

    private static void Line(StringBuilder csv, IEnumerable<string> cells, char delimiter, string newLine) =>
        csv.AppendJoin(delimiter, cells.Select(c => Quoted(c, delimiter))).Append(newLine);

    private static string Quoted(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny(['"', '\n', '\r', delimiter]) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
}
