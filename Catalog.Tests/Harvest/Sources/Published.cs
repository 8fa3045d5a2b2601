using System.Text;
using Catalog.Core.Formats;
using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Sources;

/// <summary>Everything that a stranger can come to see of a source, as one text.</summary>
internal static class Published
{
    public static async Task<string> EverythingSaidAsync(TempCatalog catalog, string sourceId)
    {
        using var said = new MemoryStream();
        foreach (var format in Enum.GetValues<CatalogFormat>())
            await CatalogExport.WriteAsync(said, format, Some.Catalog(), new PublishedDatasets(catalog.Database).Stream(), CancellationToken.None);
        var text = new StringBuilder(Encoding.UTF8.GetString(said.ToArray()));
        foreach (var dataset in catalog.Datasets.StreamAll())
        {
            text.AppendLine(Encoding.UTF8.GetString(catalog.Objects.FindRaw(sourceId, dataset.Dataset.Identifier)!));
            text.AppendLine(catalog.Datasets.FindDocument(dataset.Id)!.ToString());
            foreach (var check in catalog.Files.Checks(dataset.Id).Values) text.AppendLine(check.ToString());
            foreach (var distribution in dataset.Dataset.Distributions)
                foreach (var version in catalog.Files.Versions(distribution.Id)) text.AppendLine(version.ToString());
        }
        foreach (var record in catalog.Objects.List(sourceId, onlyWithFindings: false, 0, 100))
            text.AppendLine(record.Pointer).AppendLine(DatasetJson.WriteFindings(record.Findings));
        text.AppendLine(catalog.Runs.Latest()[sourceId].ToString());
        return text.ToString();
    }
}
