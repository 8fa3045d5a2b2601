using System.Text;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Sources;

/// <summary>Everything that a stranger can come to see of a source, as one text.</summary>
internal static class Published
{
    public static async Task<string> EverythingSaidAsync(TempCatalog catalog, string sourceId)
    {
        using var said = new MemoryStream();
        var datasets = new PublishedDatasets(catalog.Database);
        foreach (var syntax in new[] { RdfSyntax.Turtle, RdfSyntax.RdfXml, RdfSyntax.JsonLd, RdfSyntax.NTriples })
            foreach (var profile in CatalogProfile.All) await CatalogExport.WriteRdfAsync(said, syntax, profile, Some.Catalog(), null, datasets.Stream(), CancellationToken.None);
        foreach (var profile in Enum.GetValues<DataJsonProfile>())
            await CatalogExport.WriteDataJsonAsync(said, profile, Some.Catalog(), datasets.Stream(), CancellationToken.None);
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
