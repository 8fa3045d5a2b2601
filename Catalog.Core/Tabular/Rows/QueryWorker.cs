using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// A database of its own without data, which reads the files of one folder and can do nothing else: one query at a
/// time, so that its bounds are those of a query.
/// </summary>
internal sealed class QueryWorker : IDisposable
{
    /// <summary>Threads of one query. 2: halves the wait of a single reader; four at once share the cores anyway.</summary>
    private const int Threads = 2;

    private readonly DuckDBConnection _connection;
    private readonly string _temp;

    private QueryWorker(DuckDBConnection connection, string temp)
    {
        _connection = connection;
        _temp = temp;
    }

    /// <param name="folder">The one folder whose files may be read.</param>
    /// <param name="temp">Where what does not fit in memory is put off; gone with the worker.</param>
    public static QueryWorker Open(string folder, string temp, Limits limits)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        try
        {
            connection.Open();
            foreach (var setting in Settings(folder, temp, limits)) Execute(connection, setting);
            return new QueryWorker(connection, temp);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a SELECT; rows come as they are made.</summary>
    public T Select<T>(Statement statement, Func<RowReader, T> read, CancellationToken ct) => Run(statement, statement.Sql, ct, command =>
    {
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        return read(new RowReader(reader, statement.Columns, ct));
    });

    /// <summary>Writes the rows of a SELECT to a Parquet file below the folder; returns how many.</summary>
    public long CopyToParquet(Statement statement, string path, CancellationToken ct)
    {
        var sql = $"COPY ({statement.Sql}) TO {SqlText.Literal(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ParquetWriter.RowGroupRows.ToString(CultureInfo.InvariantCulture)})";
        return Run(statement, sql, ct, command => (long)command.ExecuteNonQuery());
    }

    public void Dispose()
    {
        _connection.Dispose();
        if (Directory.Exists(_temp)) Directory.Delete(_temp, recursive: true);
    }

    private T Run<T>(Statement statement, string sql, CancellationToken ct, Func<DuckDBCommand, T> run)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in statement.Parameters) command.Parameters.Add(new DuckDBParameter(value));
        using var stop = new QueryStop(command, ct);
        try
        {
            ct.ThrowIfCancellationRequested();
            return run(command);
        }
        catch (DuckDBException e) when (e.ErrorType == DuckDBErrorType.Interrupt || ct.IsCancellationRequested)
        {
            throw new OperationCanceledException("The query was stopped.", e, ct);
        }
        catch (DuckDBException e) when (e.ErrorType == DuckDBErrorType.OutOfMemory)
        {
            throw new QueryRefusedException(RefusalCodes.Memory, "The query needs more memory than a query may have. Filter first, group by fewer columns, or sort by fewer.");
        }
    }

    /// <summary>The order counts: once access is shut and the configuration locked, nothing opens them again.</summary>
    private static IEnumerable<string> Settings(string folder, string temp, Limits limits)
    {
        var invariant = CultureInfo.InvariantCulture;
        yield return string.Create(invariant, $"SET threads = {Threads}");
        yield return string.Create(invariant, $"SET memory_limit = '{limits.QueryMemoryBytes / 1024} KiB'");
        yield return $"SET temp_directory = {SqlText.Literal(temp)}";
        yield return string.Create(invariant, $"SET max_temp_directory_size = '{limits.QueryTempBytes / 1024} KiB'");
        // Answers come in the order of the file unless another is asked for.
        yield return "SET preserve_insertion_order = true";
        // Our files never change under their name, so what was read of their ends is good for ever.
        yield return "SET parquet_metadata_cache = true";
        yield return "SET TimeZone = 'UTC'";
        yield return "SET autoinstall_known_extensions = false";
        yield return "SET autoload_known_extensions = false";
        yield return $"SET allowed_directories = [{SqlText.Literal(folder.TrimEnd('/') + "/")}]";
        yield return "SET enable_external_access = false";
        yield return "SET lock_configuration = true";
    }

    private static void Execute(DuckDBConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
