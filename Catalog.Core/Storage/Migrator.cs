using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Catalog.Core.Storage;

/// <summary>
/// Brings a database to the newest schema: numbered files, forward only, one transaction each, the number in
/// <c>PRAGMA user_version</c>.
/// </summary>
internal static class Migrator
{
    private const string Prefix = "Catalog.Core.Storage.Migrations.";

    public static void Migrate(SqliteConnection connection)
    {
        var steps = Steps();
        var newest = steps[^1].Number;
        if (Version(connection, null) > newest) throw NewerThanProgram(Version(connection, null), newest);
        foreach (var (number, name) in steps)
        {
            if (Version(connection, null) >= number) continue;
            using var transaction = connection.BeginTransaction(deferred: false);
            // Asked again under the lock: another process may have migrated meanwhile.
            if (Version(connection, transaction) < number)
            {
                connection.Execute(Read(name), transaction: transaction);
                connection.Execute($"PRAGMA user_version = {number.ToString(CultureInfo.InvariantCulture)}", transaction: transaction);
            }
            transaction.Commit();
        }
    }

    private static InvalidOperationException NewerThanProgram(long found, long known) =>
        new($"The data folder was written by a newer version of this program (schema {found}; this program knows {known}). Use that version, or another data folder.");

    private static long Version(SqliteConnection connection, SqliteTransaction? transaction) =>
        connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction);

    private static List<(long Number, string Name)> Steps() =>
        [.. typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (long.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), name))
            .Order()];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
