using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Storage;

public sealed class PublisherNameTests
{
    [Test]
    public void BodySpelledInTwoWays_HasOneNameEverywhere()
    {
        using var catalog = new TempCatalog();
        Publish("1", "SALUD. Hospitales");
        Publish("2", "SALUD - Hospitales");
        var published = new PublishedDatasets(catalog.Database);
        Assert.That(published.Stream().Select(d => d.PublisherName.ToString()).Distinct(), Is.EqualTo(new[] { "SALUD. Hospitales" }));

        // What is asked later sees what came since.
        Publish("3", "Salud: Hospitales");
        Assert.That(published.Stream().Select(d => d.PublisherName.ToString()).Distinct(), Is.EqualTo(new[] { "Salud: Hospitales" }));

        void Publish(string identifier, string publisher) => catalog.Database.Write(session =>
            DatasetWriter.Publish(session, SomeStored.Write(SomeStored.Dataset(identifier)) with { PublisherName = publisher }, 1, SomeStored.Day));
    }
}
