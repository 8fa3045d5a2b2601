using Catalog.Core.Tabular.Checking;

namespace Catalog.Core.Tabular.Rows;

/// <summary>What becomes of values that their column's type cannot hold. None is ever dropped.</summary>
public enum MisfitPolicy
{
    /// <summary>They go, as text, to a column of their own beside the typed one.</summary>
    Companion,

    /// <summary>A column that has any is kept as text as a whole.</summary>
    ColumnAsText,
}

/// <summary>A table as it was written.</summary>
public sealed record TypedTable
{
    /// <summary>The row number, and then the columns in the order of the file, each followed by what was added for it.</summary>
    public required IReadOnlyList<StoredColumn> Columns { get; init; }

    public required long RowCount { get; init; }

    /// <summary>For each column of the file, how many of its values its type cannot hold.</summary>
    public required IReadOnlyList<long> Misfits { get; init; }

    /// <summary>What holding it against its schema found.</summary>
    public required CheckReport Report { get; init; }
}
