using System.Globalization;
using System.Text;
using DuckDB.NET.Data;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Writes rows to a Parquet file in their order, in constant memory: one thread reads and converts, DuckDB encodes and
/// compresses on another. Equal rows give equal bytes as long as DuckDB's version is the same.
/// </summary>
internal static class ParquetWriter
{
    /// <summary>
    /// Rows of a row group, the unit that a filter can skip by its statistics. 61,440 (30 vectors): half of DuckDB's
    /// default halves what a page or a narrow filter reads, and costs under 2 % in size.
    /// </summary>
    public const int RowGroupRows = 61_440;

    /// <summary>
    /// Of stored tables. LZ4: sorting a million rows takes 132 ms of processor time with it, 158 with Snappy and 189
    /// with Zstandard; the file is 55 MB, 53 and 35. It is read far more often than kept; what is exported is Zstandard.
    /// </summary>
    private const string Compression = "lz4_raw";

    /// <summary>Memory of DuckDB while it writes. 192 MiB: a row group of wide rows and its compressed form.</summary>
    private const string Memory = "192MiB";

    /// <summary>
    /// Writes a file that is not there yet. <paramref name="fill"/> runs on a thread of its own and puts every row into
    /// the sink; what it throws is thrown here.
    /// </summary>
    /// <param name="metadata">Key and value texts of the file's footer.</param>
    public static long Write(
        string path, IReadOnlyList<(string Name, StoredType Type)> columns, IReadOnlyList<(string Key, string Value)> metadata, Action<RowSink, CancellationToken> fill, CancellationToken ct)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Execute(connection, $"SET memory_limit = '{Memory}'");
        Execute(connection, "SET threads = 1");
        Execute(connection, $"SET temp_directory = {SqlText.Literal(Path.GetDirectoryName(path)!)}");
        using var feed = new RowFeed([.. columns.Select(column => column.Type)], ct);
        using var function = FeedFunction.Register(connection, columns, feed);
        var reading = Task.Factory.StartNew(() => Fill(feed, fill, ct), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            Execute(connection, Statement(path, metadata));
        }
        catch (Exception e) when (e is DuckDBException or OperationCanceledException)
        {
            feed.Abort();
            Settle(reading, ct);
            throw new IOException($"The table cannot be written: {e.Message}", e);
        }
        return reading.GetAwaiter().GetResult();
    }

    /// <summary>
    /// Waits for the reading side, and throws what broke it: then the database only saw its feed end. When it was the
    /// database that failed, the reader merely stopped.
    /// </summary>
    private static void Settle(Task<long> reading, CancellationToken ct)
    {
        try
        {
            reading.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Aborted by us, above.
        }
    }

    private static long Fill(RowFeed feed, Action<RowSink, CancellationToken> fill, CancellationToken ct)
    {
        try
        {
            var sink = new RowSink(feed);
            fill(sink, ct);
            sink.Flush();
            return sink.Count;
        }
        catch
        {
            feed.Abort();
            throw;
        }
    }

    private static string Statement(string path, IReadOnlyList<(string Key, string Value)> metadata)
    {
        var statement = new StringBuilder();
        statement.Append(CultureInfo.InvariantCulture, $"COPY (SELECT * FROM {FeedFunction.Name}()) TO {SqlText.Literal(path)} (FORMAT parquet, COMPRESSION {Compression}, ROW_GROUP_SIZE {RowGroupRows}");
        if (metadata.Count > 0)
        {
            var pairs = metadata.Select(pair => $"{SqlText.Identifier(pair.Key)}: {SqlText.Literal(pair.Value)}");
            statement.Append(CultureInfo.InvariantCulture, $", KV_METADATA {{{string.Join(", ", pairs)}}}");
        }
        return statement.Append(')').ToString();
    }

    private static void Execute(DuckDBConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
