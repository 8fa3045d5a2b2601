using Microsoft.Data.Sqlite;

namespace Catalog.Core.Storage;

/// <summary>
/// The SQLite file of a data folder: many readers, one writer. WAL lets readers go on while a harvest writes;
/// synchronous FULL keeps the database from ever being older than an index that already followed it.
/// </summary>
public sealed class CatalogDatabase : IDisposable
{
    public const string FileName = "catalog.db";

    private readonly string _connectionString;
    private readonly SemaphoreSlim _writer = new(1, 1);

    private CatalogDatabase(string connectionString) => _connectionString = connectionString;

    /// <summary>Opens the database of a data folder, creating and migrating it as needed.</summary>
    public static CatalogDatabase Open(string dataFolder)
    {
        SqlTypes.Register();
        Directory.CreateDirectory(dataFolder);
        var database = new CatalogDatabase(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataFolder, FileName),
            ForeignKeys = true,
            // Seconds to wait for another process's write: a batch of a harvest takes well under one.
            DefaultTimeout = 30,
        }.ToString());
        using var connection = database.Connect();
        Migrator.Migrate(connection);
        return database;
    }

    /// <summary>A connection for reading; a snapshot begins with its first statement in a transaction.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Everything written in <paramref name="write"/> is there, or nothing is.</summary>
    public T Write<T>(Func<WriteSession, T> write)
    {
        _writer.Wait();
        try
        {
            using var connection = Connect();
            // Immediate: takes the write lock now, so two processes queue here instead of failing half-way.
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = write(new WriteSession(connection, transaction));
            transaction.Commit();
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Write(Action<WriteSession> write) => Write(session =>
    {
        write(session);
        return true;
    });

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
    }
}

/// <summary>One transaction of the one writer; the stores' writing methods ask for it so that they can share it.</summary>
public sealed record WriteSession(SqliteConnection Connection, SqliteTransaction Transaction);
