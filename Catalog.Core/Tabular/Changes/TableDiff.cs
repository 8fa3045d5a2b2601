namespace Catalog.Core.Tabular.Changes;

/// <summary>What became of a row.</summary>
public enum RowChange
{
    Added,
    Removed,
    Changed,
}

/// <summary>What two versions of a table differ in, as a whole.</summary>
public sealed record DiffSummary
{
    public required DiffKey Key { get; init; }

    /// <summary>Columns of both, which are compared, in the newer one's order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyList<string> AddedColumns { get; init; }

    public required IReadOnlyList<string> RemovedColumns { get; init; }

    public required long Added { get; init; }

    public required long Removed { get; init; }

    public required long Changed { get; init; }

    public required long Unchanged { get; init; }

    /// <summary>Cells that differ in the changed rows, by column; only columns with any.</summary>
    public required IReadOnlyDictionary<string, long> ChangedCells { get; init; }

    /// <summary>True when nothing differs: the rows are the same in whatever order.</summary>
    public bool IsEmpty => Added + Removed + Changed == 0 && AddedColumns.Count + RemovedColumns.Count == 0;
}

/// <summary>One row that differs. Values are text as the API writes them; null where a cell is missing.</summary>
public sealed record DiffRow
{
    public required RowChange Change { get; init; }

    /// <summary>Its number in the older version; null for an added row.</summary>
    public long? OldRow { get; init; }

    /// <summary>Its number in the newer version; null for a removed row.</summary>
    public long? NewRow { get; init; }

    /// <summary>The values of the compared columns before; empty for an added row.</summary>
    public required IReadOnlyList<string?> Before { get; init; }

    /// <summary>The values of the compared columns after; empty for a removed row.</summary>
    public required IReadOnlyList<string?> After { get; init; }

    public bool Differs(int column) => Change == RowChange.Changed && Before[column] != After[column];
}

/// <summary>A page of the rows that differ.</summary>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record DiffPage(IReadOnlyList<DiffRow> Rows, DiffPlace? Next);

/// <summary>A place in the order of a diff: by row of the newer version, removed rows where they stood in the older.</summary>
public sealed record DiffPlace(long Row, int Rank)
{
    public override string ToString() => FormattableString.Invariant($"{Row}.{Rank}");

    public static DiffPlace? Read(string? text) =>
        text?.Split('.') is [var row, var rank]
        && long.TryParse(row, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && int.TryParse(rank, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var order)
            ? new DiffPlace(number, order) : null;
}
