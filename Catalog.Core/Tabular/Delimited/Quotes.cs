namespace Catalog.Core.Tabular.Delimited;

/// <summary>Quotes within quoted cells.</summary>
internal static class Quotes
{
    /// <summary>Undoes doubled and escaped quotes where they stand; returns the length that is left.</summary>
    public static int Undo(Span<char> cell, char quote, char? escape)
    {
        var to = 0;
        for (var from = 0; from < cell.Length; from++)
        {
            var c = cell[from];
            if (c == escape && c != quote && from + 1 < cell.Length && (cell[from + 1] == quote || cell[from + 1] == escape)) c = cell[++from];
            else if (c == quote && from + 1 < cell.Length && cell[from + 1] == quote) from++;
            cell[to++] = c;
        }
        return to;
    }
}
