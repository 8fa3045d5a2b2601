namespace Catalog.Core.Tabular.Rows;

/// <summary>Some rows on their way from the reader to the database, column by column. Batches are filled again and again.</summary>
internal sealed class RowBatch
{
    /// <summary>Rows of a batch. 2,048: the size of a vector of DuckDB, so that a batch is one chunk of it.</summary>
    public const int Capacity = 2048;

    public RowBatch(IEnumerable<StoredType> types)
    {
        Columns = [.. types.Select(type => new ColumnBuffer(type))];
        Clear();
    }

    public ColumnBuffer[] Columns { get; }

    /// <summary>Whole rows in it; whoever fills it counts when a row is complete.</summary>
    public int Count { get; set; }

    public void Clear()
    {
        Count = 0;
        foreach (var column in Columns) column.Clear();
    }
}
