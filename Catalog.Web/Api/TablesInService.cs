using System.Globalization;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Api;

/// <summary>Finds the table that a request means, and opens what the store says of it.</summary>
public sealed class TablesInService(TableVersions versions, DistributionFiles files, TableFiles store)
{
    internal (TableVersion Version, StoredTable Table, IReadOnlyList<TableVersion> Siblings) Find(Guid distribution, int? version, DateTimeOffset? asOf, string? name)
    {
        var tables = versions.Published(distribution, version, asOf);
        if (tables.Count == 0) throw Missing(WhyNone(distribution, version));
        var found = name is null ? tables[0]
            : tables.FirstOrDefault(table => table.Name == name) ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? tables.FirstOrDefault(table => table.Ordinal == ordinal) : null);
        if (found is null) throw TableRequest.Wrong(ApiCodes.NoTable, "table", name!, $"The tables of this file are {string.Join(", ", tables.Select(table => table.Name.Length > 0 ? table.Name : $"{table.Ordinal}"))}.", StatusCodes.Status404NotFound);
        if (found.ParquetSha256 is not { } sha256 || !store.Contains(sha256)) throw Missing("The rows of this table are being made anew; ask again later.");
        return (found, new StoredTable { Path = store.PathOf(sha256), Sha256 = sha256, Version = found.Number, RowCount = found.RowCount, Columns = StoredColumnJson.Read(found.Columns) }, tables);
    }

    /// <summary>Every version of every table, newest first.</summary>
    internal IReadOnlyList<TableVersion> All(Guid distribution)
    {
        var all = versions.List(distribution);
        return all.Count > 0 ? all : throw Missing(WhyNone(distribution, null));
    }

    /// <summary>The name of a distribution's file without its last part.</summary>
    internal string StemOf(Guid distribution, int version)
    {
        var name = files.Versions(distribution).FirstOrDefault(file => file.Number == version)?.FileName ?? distribution.ToString("D");
        return Path.GetFileNameWithoutExtension(name) is { Length: > 0 } stem ? stem : name;
    }

    private string WhyNone(Guid distribution, int? version)
    {
        var all = files.Versions(distribution);
        if (all.Count == 0) return "The catalog has no file of this distribution.";
        if (version is not null && all.All(file => file.Number != version)) return $"The file has versions {all[^1].Number} to {all[0].Number}.";
        return versions.FindLoad(distribution, version ?? all[0].Number) switch
        {
            null => "The file has not been read yet; ask again in some minutes.",
            { Message: { } message } => $"The file gives no table: {message}",
            _ => "No table of this file is in service.",
        };
    }

    private static ApiProblemException Missing(string detail) => new(new ApiProblem { Status = StatusCodes.Status404NotFound, Code = ApiCodes.NoTable, Detail = detail });
}
