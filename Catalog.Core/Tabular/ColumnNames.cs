using System.Globalization;

namespace Catalog.Core.Tabular;

/// <summary>Names of columns, made of the cells of a header.</summary>
internal static class ColumnNames
{
    /// <summary>
    /// Joins the rows of a header, column by column. A name of an upper row that stands over several columns is written
    /// in the first of them only, so it counts for the empty ones after it.
    /// </summary>
    public static string[] Join(IReadOnlyList<string[]> rows, int width)
    {
        var columns = Math.Max(width, rows.Count == 0 ? 0 : rows.Max(r => r.Length));
        var names = new string[columns];
        for (var i = 0; i < columns; i++)
        {
            var parts = new List<string>();
            for (var r = 0; r < rows.Count; r++)
            {
                var part = Part(rows, r, i).Trim();
                if (part.Length > 0 && (parts.Count == 0 || parts[^1] != part)) parts.Add(part);
            }
            names[i] = rows.Count == 1 && i < rows[0].Length ? rows[0][i] : string.Join(' ', parts);
        }
        return names;
    }

    /// <summary>Makes names unique and never empty; says how many were changed.</summary>
    public static (string[] Names, int Changed) Distinct(IReadOnlyList<string> header, int width)
    {
        var names = new string[width];
        var changed = 0;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < width; i++)
        {
            var name = i < header.Count ? header[i].Trim().ReplaceLineEndings(" ") : "";
            if (name.Length == 0)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"column_{i + 1}");
                changed++;
            }
            var unique = name;
            for (var n = 2; !taken.Add(unique); n++) unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{n}");
            if (unique != name) changed++;
            names[i] = unique;
        }
        return (names, changed);
    }

    private static string Part(IReadOnlyList<string[]> rows, int row, int column)
    {
        var cells = rows[row];
        var own = column < cells.Length ? cells[column] : "";
        if (own.Length > 0 || row == rows.Count - 1 || rows.Count == 1) return own;
        // Under a name of its own an empty cell is nothing but empty.
        if (row > 0 && column < rows[row - 1].Length && rows[row - 1][column].Length > 0) return own;
        var below = column < rows[row + 1].Length ? rows[row + 1][column] : "";
        if (below.Length == 0) return own;
        for (var i = Math.Min(column, cells.Length) - 1; i >= 0; i--) if (cells[i].Length > 0) return cells[i];
        return own;
    }
}
