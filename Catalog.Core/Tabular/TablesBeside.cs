using System.Globalization;
using Catalog.Core.Tabular.Delimited;

namespace Catalog.Core.Tabular;

/// <summary>
/// Tables that stand beside one another, with an empty column between them. That column alone may be mere air in one
/// table; two tables are what has the same names twice, or blocks of rows that end in different places. What might be
/// either stays one table, and is reported.
/// </summary>
internal static class TablesBeside
{
    /// <summary>Columns of a block. 2: a column apart is a remark.</summary>
    private const int LeastColumns = 2;

    /// <summary>Rows by which one block must be longer than another. 2: a single short row is a slip.</summary>
    private const int LeastRowsApart = 2;

    /// <summary>The tables that a table is made of; most often it alone.</summary>
    public static IReadOnlyList<FoundTable> Split(FoundTable table, Limits limits, CancellationToken ct)
    {
        var blocks = Blocks(table.Report.Header);
        if (blocks.Count < 2 || table.Report.Rows == 0) return [table];
        var ends = new long[blocks.Count];
        var holes = new long[blocks.Count];
        var apart = true;
        table.Read(row =>
        {
            for (var b = 0; b < blocks.Count && apart; b++)
            {
                if (b > 0) apart = row[blocks[b].From - 1].IsEmpty;
                if (IsEmpty(row, blocks[b])) holes[b]++;
                else ends[b] = row.Number;
            }
            for (var i = blocks[^1].To; i < row.Count && apart; i++) apart = row[i].IsEmpty;
        }, ct);
        if (!apart) return [table];
        if (!AreTables(table.Report, blocks, ends, holes))
        {
            var log = new RepairLog(limits.MaxRepairExamples);
            log.Add(TableRepairCodes.SideBySide, 0, 0, string.Join(" | ", blocks.Select(b => table.Columns[b.From])));
            return [table.With(table.Report with { Repairs = [.. table.Report.Repairs.Concat(log.ToList()).OrderBy(r => r.Code, StringComparer.Ordinal)] })];
        }
        return [.. blocks.Select((block, b) => new ColumnBlock(table, NameOf(table.Name, b), block.From, block.To, ends[b]))];
    }

    private static string NameOf(string name, int block) => block == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{(name.Length == 0 ? "table" : name)}_beside_{block + 1}");

    /// <summary>Stretches of named columns between unnamed ones; none when one of them is too narrow.</summary>
    private static List<(int From, int To)> Blocks(IReadOnlyList<string> header)
    {
        var blocks = new List<(int From, int To)>();
        for (var from = 0; from < header.Count;)
        {
            var to = from;
            while (to < header.Count && !string.IsNullOrWhiteSpace(header[to])) to++;
            if (to - from < LeastColumns) return [];
            blocks.Add((from, to));
            from = to + 1;
        }
        return blocks;
    }

    private static bool IsEmpty(TableRow row, (int From, int To) block)
    {
        for (var i = block.From; i < block.To; i++) if (!row[i].IsEmpty) return false;
        return true;
    }

    private static bool AreTables(TableReport report, List<(int From, int To)> blocks, long[] ends, long[] holes)
    {
        // Rows of one table begin together, and only its end may be missing.
        for (var b = 0; b < blocks.Count; b++) if (ends[b] == 0 || holes[b] != report.Rows - ends[b]) return false;
        var names = blocks.Select(b => report.Header.Skip(b.From).Take(b.To - b.From).ToHashSet(StringComparer.OrdinalIgnoreCase)).ToList();
        return ends.Max() - ends.Min() >= LeastRowsApart || names.Skip(1).All(n => n.Count(names[0].Contains) * 2 >= n.Count);
    }
}
