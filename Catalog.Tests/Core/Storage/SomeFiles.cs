using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Storage;

/// <summary>Files of datasets, as a harvest records them.</summary>
internal static class SomeFiles
{
    /// <summary>Records bytes of a distribution; their SHA-256 is whatever the test calls it.</summary>
    public static bool Record(this TempCatalog catalog, Dataset dataset, Guid distribution, string sha256, DateTimeOffset? at = null)
    {
        var fetched = new FileVersion
        {
            DistributionId = distribution, Number = 0, Sha256 = sha256, Size = 1, FileName = "a.csv", SourceUrl = "https://e.example/a.csv", FetchedAt = at ?? SomeStored.Day,
        };
        var check = new FileCheck { DistributionId = distribution, Url = fetched.SourceUrl, CheckedAt = fetched.FetchedAt, Code = FileCheck.Ok };
        return catalog.Database.Write(session => DistributionFiles.Record(session, dataset.Id, check, fetched));
    }
}
