namespace Catalog.Core.Tabular.Rows;

/// <summary>Takes a table row by row, a value for each column, and hands it on in batches.</summary>
internal sealed class RowSink(RowFeed feed)
{
    private RowBatch _batch = feed.Rent();

    /// <summary>Rows taken so far.</summary>
    public long Count { get; private set; }

    /// <summary>Where the value of a column goes; the row is complete with <see cref="EndRow"/>.</summary>
    public ColumnBuffer this[int column] => _batch.Columns[column];

    public void EndRow()
    {
        Count++;
        if (++_batch.Count < RowBatch.Capacity) return;
        feed.Send(_batch);
        _batch = feed.Rent();
    }

    /// <summary>Hands on what the last batch holds.</summary>
    public void Flush()
    {
        if (_batch.Count > 0) feed.Send(_batch);
        feed.Complete();
    }
}
