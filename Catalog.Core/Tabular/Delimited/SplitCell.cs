namespace Catalog.Core.Tabular.Delimited;

/// <summary>
/// Tells a row that has a cell too many because a delimiter stands in one of its cells without quotes ("10,5" in a file of
/// commas) from one that really has more. The look of its columns tells, where it leaves but one way.
/// </summary>
internal static class SplitCell
{
    /// <summary>Whether the row misfits its columns as it is, and joining exactly one pair of neighbours makes it fit.</summary>
    /// <param name="kinds">The look of the columns, one fewer than the row has cells.</param>
    public static bool IsIn(RowReader row, IReadOnlyList<CellKind?> kinds, string delimiter)
    {
        if (row.Count != kinds.Count + 1 || Fits(row, kinds, kinds.Count, delimiter)) return false;
        var ways = 0;
        for (var at = 0; at < kinds.Count && ways < 2; at++)
            // Words and numbers have delimiters in them, dates and addresses have none.
            if (kinds[at] is null or CellKind.Number && !row[at].IsEmpty && !row[at + 1].IsEmpty && Fits(row, kinds, at, delimiter)) ways++;
        return ways == 1;
    }

    private static bool Fits(RowReader row, IReadOnlyList<CellKind?> kinds, int joined, string delimiter)
    {
        for (var i = 0; i < kinds.Count; i++)
        {
            if (kinds[i] is not { } kind) continue;
            var own = i == joined ? CellKinds.Of(string.Concat(row[i], delimiter, row[i + 1])) : CellKinds.Of(row[i < joined ? i : i + 1]);
            if (own != kind && own != CellKind.Empty) return false;
        }
        return true;
    }
}
