using System.Text;
using Catalog.Core;
using Catalog.Core.Tabular;

namespace Catalog.Tests.Core.Tabular.Mishaps;

/// <summary>
/// How much of a table an export gives back: whether there is one, and the F1 of its header's cells, of its rows as wholes
/// and of all its cells, as multisets. It judges the bytes of the export, read by a reader of nothing but RFC 4180.
/// </summary>
internal sealed record MishapScore(bool Success, double Header, double Rows, double Cells)
{
    /// <summary>Out of 4.</summary>
    public double Sum => (Success ? 1 : 0) + Header + Rows + Cells;

    public static MishapScore Of(Mishap mishap)
    {
        List<string[]> lines = [];
        var hasHeader = false;
        var success = true;
        switch (TableFile.Open(new MemoryStream(mishap.File), TableHints.None, Limits.Default, CancellationToken.None))
        {
            case TableResult.Found found:
                lines = Exported(found.Tables[0]);
                hasHeader = found.Tables[0].Report.Header.Count > 0;
                break;
            case TableResult.Failed { Failure.Code: TableFailureCodes.Empty }:
                break;
            default:
                success = false;
                break;
        }
        string[] header = hasHeader ? lines[0] : [];
        var rows = hasHeader ? lines[1..] : lines;
        // Of several good readings the one that was taken, if it was.
        var read = rows.Select(Joined).ToHashSet(StringComparer.Ordinal);
        var expected = mishap.Rows.Select(r => r.FirstOrDefault(reading => read.Contains(Joined(reading))) ?? r[0]).ToList();
        return new MishapScore(success, F1(mishap.Header, header), F1(expected.Select(Joined), rows.Select(Joined)), F1(expected.SelectMany(r => r), rows.SelectMany(r => r)));
    }

    /// <summary>The lines of a table's export.</summary>
    public static List<string[]> Exported(FoundTable table, bool rectangular = false)
    {
        using var stream = new MemoryStream();
        CsvExport.Write(table, stream, new CsvExportOptions { Rectangular = rectangular }, CancellationToken.None);
        return Read(Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>RFC 4180 and nothing else.</summary>
    public static List<string[]> Read(string text)
    {
        var lines = new List<string[]>();
        var at = 0;
        while (at < text.Length)
        {
            var cells = new List<string>();
            while (true)
            {
                var cell = new StringBuilder();
                if (at < text.Length && text[at] == '"')
                {
                    for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
                    {
                        if (text[at] == '"') at++;
                        cell.Append(text[at]);
                    }
                    at++;
                }
                else
                {
                    while (text[at] != ',' && text[at] != '\r') cell.Append(text[at] == '"' ? throw new InvalidDataException("a quote in a cell without quotes") : text[at++]);
                }
                cells.Add(cell.ToString());
                if (text[at] == ',')
                {
                    at++;
                    continue;
                }
                if (text[at] != '\r' || text[at + 1] != '\n') throw new InvalidDataException($"'{text[at]}' after a cell");
                at += 2;
                break;
            }
            lines.Add([.. cells]);
        }
        return lines;
    }

    private static string Joined(string[] row) => string.Join('\u0002', row);

    private static double F1(IEnumerable<string> expected, IEnumerable<string> found)
    {
        var counts = expected.CountBy(e => e, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        int total = counts.Values.Sum(), all = 0, right = 0;
        foreach (var item in found)
        {
            all++;
            if (!counts.TryGetValue(item, out var left) || left == 0) continue;
            counts[item] = left - 1;
            right++;
        }
        return total + all == 0 ? 1 : 2.0 * right / (total + all);
    }
}
