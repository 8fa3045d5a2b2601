using Catalog.Harvest;

namespace Catalog.Tests.Web;

/// <summary>One server for all tests that only read.</summary>
[SetUpFixture]
public sealed class Portal
{
    public static PortalSeed Seed { get; private set; } = null!;

    public static PortalHost Host { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Seed = await PortalSeed.CreateAsync();
        Host = await Seed.HostAsync();
        await Host.Service<TableUpdater>().CatchUpAsync((_, _) => { }, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await Host.DisposeAsync();
        Seed.Dispose();
    }
}
