using Catalog.Core.Dcat;
using CsCheck;

namespace Catalog.Tests.Core.Dcat;

public sealed class DeterministicIdTests
{
    /// <summary>The example of RFC 9562 appendix A.4, and two that any implementation of version 5 gives.</summary>
    [TestCase("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2")]
    [TestCase("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d")]
    [TestCase("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "http://python.org/", "4c565f0d-3f5a-5890-b41b-20cf47701c5e")]
    public void KnownName_HasItsKnownId(string space, string name, string id) =>
        Assert.That(DeterministicId.Version5(Guid.Parse(space), name), Is.EqualTo(Guid.Parse(id)));

    /// <summary>These stand in the databases and addresses of every installation: they may never change.</summary>
    [Test]
    public void IdsOfDatasetsAndDistributions_NeverChange()
    {
        var dataset = DeterministicId.OfDataset("salud", "centros-2025");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dataset.ToString("D"), Is.EqualTo("6c2ec1a1-8542-5b2a-834f-a6934819ada5"));
            Assert.That(DeterministicId.OfDistribution(dataset, "centros.csv").ToString("D"), Is.EqualTo("1f2d49a4-2cd7-526d-8274-ec9c69287ba3"));
        }
    }

    [Test]
    public void SourceAndIdentifier_AreNotRunTogether() =>
        Assert.That(DeterministicId.OfDataset("a", "bc"), Is.Not.EqualTo(DeterministicId.OfDataset("ab", "c")));

    [Test]
    public void AnyName_GivesAVersion5OfVariant1() =>
        Gen.String.Sample(name => DeterministicId.Version5(Guid.Empty, name) is { Version: 5, Variant: >= 8 and <= 11 });
}
