using Catalog.Core.Storage;
using Catalog.Core.Tabular.Drift;
using Catalog.Harvest.Config;

namespace Catalog.Web.Downloads;

/// <summary>
/// Which copies are kept back because of data of persons: of a source that says <c>personalData: hold</c>, those in which such
/// data seem to be, and those that nobody looked into yet. Whatever else is wrong with a file, its bytes are its publisher's
/// word and stay to be had.
/// </summary>
internal sealed class WithheldFiles(HarvestConfig config, TableVersions tables, HeldTables held)
{
    public bool Contains(string sourceId, Guid distributionId, int number) =>
        config.FindSource(sourceId)?.Policy.Tables.OnPersonalData == OnPersonalData.Hold
        && (tables.FindLoad(distributionId, number) is null || held.HoldsPersons(distributionId, number));
}
