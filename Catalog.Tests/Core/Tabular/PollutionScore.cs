using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Tests.Core.Tabular.Mishaps;

namespace Catalog.Tests.Core.Tabular;

/// <summary>How much of a table was had back: the F1 of its header's cells, of its rows as wholes and of all its cells, as multisets.</summary>
internal sealed record PollutionScore(double Header, double Rows, double Cells)
{
    public bool IsPerfect => Header == 1 && Rows == 1 && Cells == 1;

    public double Mean => (Header + Rows + Cells) / 3;

    public static PollutionScore Of(Pollution pollution)
    {
        var (header, rows) = Read(pollution.File);
        return new PollutionScore(
            F1(pollution.Header, header),
            F1(pollution.Rows.Select(Joined), rows.Select(Joined)),
            F1(pollution.Rows.SelectMany(r => r), rows.SelectMany(r => r)));
    }

    /// <summary>What an export of the file writes.</summary>
    public static (IReadOnlyList<string> Header, List<string[]> Rows) Read(byte[] file)
    {
        if (TableFile.Open(new MemoryStream(file), TableHints.None, Limits.Default, CancellationToken.None) is not TableResult.Found found) return ([], []);
        var lines = MishapScore.Exported(found.Tables[0]);
        return found.Tables[0].Report.Header.Count > 0 ? (lines[0], lines[1..]) : ([], lines);
    }

    private static string Joined(IReadOnlyList<string> row) => string.Join('\u0001', row);

    private static double F1(IEnumerable<string> expected, IEnumerable<string> found)
    {
        var counts = expected.GroupBy(e => e, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
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
