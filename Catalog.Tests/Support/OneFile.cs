using Catalog.Core.Storage;
using Catalog.Core.Tables;
using Catalog.Core.Tabular.Drift;
using Catalog.Core.Tabular.Rows;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Tests.Support;

/// <summary>A catalog of one dataset with one file, which changes from harvest to harvest: for tests of its table.</summary>
public static class OneFile
{
    /// <summary>The source, whose files come from a folder of the catalog's own.</summary>
    public static HarvestSource Source(TempCatalog catalog, TablePolicy policy) =>
        Some.DataJsonSource(catalog.Combine("data.json")) with { Mirrors = [new Mirror("https://datos.example/", catalog.Combine("files"))], Policy = new() { Tables = policy } };

    /// <summary>A day passes, and then the file is harvested.</summary>
    public static async Task HarvestAsync(TempCatalog catalog, string file, TablePolicy policy)
    {
        catalog.Write("data.json", Some.DataJson(1));
        await HarvestAsync(catalog, file, Source(catalog, policy));
    }

    /// <summary>The same of a source whose data.json is written already.</summary>
    public static async Task HarvestAsync(TempCatalog catalog, string file, HarvestSource source)
    {
        catalog.Write("files/0.csv", file);
        catalog.Time.Advance(TimeSpan.FromDays(1));
        await catalog.HarvestAsync(source, files: true);
    }

    /// <summary>Reads the tables that are to be read, as the program does; how many files that were.</summary>
    public static Task<int?> CatchUpAsync(TempCatalog catalog, TableFiles tables, QueryPool pool, HarvestSource source)
    {
        var loader = new TableLoader(catalog.Database, catalog.Store, tables, pool, catalog.Limits, catalog.Time);
        return new TableUpdater(catalog.ConfigOf(source), catalog.Database, catalog.DataFolder, catalog.Store, tables, loader, catalog.Limits, NullLogger<TableUpdater>.Instance).CatchUpAsync((_, _) => { }, CancellationToken.None);
    }

    public static Guid Distribution(TempCatalog catalog) => catalog.Datasets.StreamAll().Single().Dataset.Distributions[0].Id;
}
