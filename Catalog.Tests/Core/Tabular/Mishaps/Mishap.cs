using System.Text;

namespace Catalog.Tests.Core.Tabular.Mishaps;

/// <summary>A file to which something happened, and the table that somebody who reads it would write down.</summary>
/// <param name="Kind">What happened; scores are given for each.</param>
/// <param name="Header">Empty when the file has none.</param>
/// <param name="Rows">For each row the readings that are as good as one another; mostly there is but one.</param>
internal sealed record Mishap(string Kind, string Name, byte[] File, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string[]>> Rows)
{
    public static Mishap Of(string kind, string name, string text, IReadOnlyList<string> header, IEnumerable<string[]> rows) =>
        new(kind, $"{kind}/{name}", Encoding.UTF8.GetBytes(text), header, [.. rows.Select(r => (IReadOnlyList<string[]>)[r])]);

    /// <summary>All of the table is to be read.</summary>
    public static Mishap Whole(string kind, BaseTable table, FileStyle style, string name, string text) => Of(kind, $"{table.Name}-{style.Name}-{name}", text, table.Header, table.Rows);

    /// <summary>Something happened to one row; a short reading of it is filled up as the export does.</summary>
    public static Mishap InRow(string kind, BaseTable table, FileStyle style, string name, int row, string line, params string[][] readings)
    {
        var lines = style.Lines(table);
        lines[row + 1] = line;
        var whole = Whole(kind, table, style, $"{row}-{name}", style.Text(lines));
        return whole with { Rows = [.. whole.Rows.Select((r, i) => i == row ? [.. readings.Select(reading => Filled(reading, table.Header.Length))] : r)] };
    }

    private static string[] Filled(string[] cells, int width) => [.. cells, .. Enumerable.Repeat("", Math.Max(0, width - cells.Length))];
}
