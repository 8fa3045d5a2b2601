namespace Catalog.Tests.Core.Tabular.Mishaps;

/// <summary>A separator missing or one too many, a quote missing, one too many or in the wrong place: in every column of some rows.</summary>
internal static class RowMishaps
{
    public static IEnumerable<Mishap> All() =>
        from table in BaseTable.All
        from style in FileStyle.Usual
        from row in ((int[])[0, 1, 2, 3, table.Rows.Count / 2, table.Rows.Count - 1]).Distinct()
        from column in Enumerable.Range(0, table.Header.Length)
        from mishap in At(table, style, row, column)
        select mishap;

    private static IEnumerable<Mishap> At(BaseTable table, FileStyle style, int row, int column)
    {
        var cells = table.Rows[row];
        var parts = cells.Select(style.Cell).ToArray();
        var quoted = parts[column].StartsWith('"');
        string Line(IEnumerable<string> written) => string.Join(style.Delimiter, written);
        Mishap Happens(string kind, string name, string line, params string[][] readings) => Mishap.InRow(kind, table, style, $"{column}-{name}", row, line, readings);

        yield return Happens("separator-too-many", "after", Line([.. parts[..(column + 1)], "", .. parts[(column + 1)..]]), [.. cells[..(column + 1)], "", .. cells[(column + 1)..]]);
        yield return Happens("cell-missing", "cell", Line([.. parts[..column], .. parts[(column + 1)..]]), [.. cells[..column], .. cells[(column + 1)..]]);
        if (column + 1 < cells.Length)
            yield return Happens("separator-missing", "after", Line([.. parts[..column], parts[column] + parts[column + 1], .. parts[(column + 2)..]]), [.. Joined(cells, parts, style, column)]);

        if (quoted)
        {
            var inner = parts[column][1..^1];
            // What the quotes held stays a cell, or falls apart at its delimiters; the quote that is left stays, or goes.
            if (!inner.Contains('\n') && !inner.Contains('"'))
            {
                yield return Happens("quote-missing", "first", Line(Put(parts, column, inner + '"')), [.. Apart(cells, column, "", "\"", style)]);
                yield return Happens("quote-missing", "last", Line(Put(parts, column, '"' + inner)), [.. Apart(cells, column, "\"", "", style)]);
                yield return Happens("quotes-missing", "both", Line(Put(parts, column, inner)), [.. Apart(cells, column, "", "", style)]);
            }
        }
        if (cells[column].Contains('"')) yield break;
        foreach (var (name, at) in new (string, int)[] { ("first", 0), ("middle", cells[column].Length / 2), ("last", cells[column].Length) })
        {
            if (cells[column].Length < 2) continue;
            var cell = cells[column].Insert(at, "\"");
            yield return Happens("quote-stray", name, Line(Put(parts, column, parts[column].Insert(quoted ? at + 1 : at, "\""))), Put(cells, column, cell));
            if (quoted) yield return Happens("quote-doubled", name, Line(Put(parts, column, parts[column].Insert(at + 1, "\"\""))), Put(cells, column, cell));
        }
    }

    private static string[] Put(string[] cells, int column, string cell) => [.. cells[..column], cell, .. cells[(column + 1)..]];

    private static string[][] Apart(string[] cells, int column, string before, string after, FileStyle style)
    {
        var cell = before + cells[column] + after;
        string[] split = [.. cells[..column], .. cell.Split(style.Delimiter), .. cells[(column + 1)..]];
        return [split, Put(cells, column, cell), cells];
    }

    /// <summary>Two cells that ran together: one cell with what the quotes between them make of it, or the two, where the quotes still tell them apart.</summary>
    private static string[][] Joined(string[] cells, string[] parts, FileStyle style, int column)
    {
        var (left, right) = (cells[column], cells[column + 1]);
        string[] One(params string[] joined) => [.. cells[..column], .. joined, .. cells[(column + 2)..]];
        var (first, second) = (parts[column].StartsWith('"'), parts[column + 1].StartsWith('"'));
        if (!first && !second) return [One(left + right)];
        if (first && second) return [One($"{left}\"{right}"), One(left, right)];
        var raw = parts[column] + parts[column + 1];
        return first ? [One(raw), One(left + right), One(left, right)] : [One(raw), One(left, right), One([.. raw.Split(style.Delimiter)])];
    }
}
