using Catalog.Core.Dcat;
using Catalog.Core.Storage;

namespace Catalog.Tests.Core.Storage;

/// <summary>Datasets for the store.</summary>
internal static class SomeStored
{
    public static readonly DateTimeOffset Day = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Dataset Dataset(string identifier = "ds", string title = "Centros de salud", params Distribution[] distributions)
    {
        var id = DeterministicId.OfDataset("salud", identifier);
        return new Dataset
        {
            Id = id,
            SourceId = "salud",
            Identifier = identifier,
            Title = Text.Of("es", title),
            Sectors = ["salud"],
            Distributions = distributions.Length > 0 ? distributions.ToValueList() : [Csv(id, "a")],
        };
    }

    public static Distribution Csv(Guid dataset, string name) =>
        new() { Id = DeterministicId.OfDistribution(dataset, name), Identifier = name, DownloadUrl = $"https://e.example/{name}.csv", Format = "CSV" };

    public static DatasetWrite Write(Dataset dataset)
    {
        var document = DatasetJson.Write(dataset);
        return new DatasetWrite { Dataset = dataset, Document = document, ContentHash = DatasetJson.Hash(document), PublisherId = "salud", PublisherName = "Ministerio" };
    }

    public static ChangeKind? Publish(this CatalogDatabase database, Dataset dataset, long run = 1, DateTimeOffset? at = null) =>
        database.Write(session => DatasetWriter.Publish(session, Write(dataset), run, at ?? Day));

    public static bool Remove(this CatalogDatabase database, Guid id, DateTimeOffset? at = null) =>
        database.Write(session => DatasetWriter.Remove(session, id, 1, at ?? Day));
}
