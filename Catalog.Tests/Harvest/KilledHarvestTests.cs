using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest;

/// <summary>kill -9 at any moment of a run: nothing lost, nothing doubled, the next run finishes the work.</summary>
public sealed class KilledHarvestTests
{
    private const int Datasets = 2000;

    /// <summary>Moments of a run: how many changes are in the log when the process is killed.</summary>
    [TestCase(1)]
    [TestCase(600)]
    [TestCase(1800)]
    public async Task KilledRun_ThenAnother_ExportsTheSameBytesAsACleanRun(int changesBeforeKill)
    {
        using var folder = new TempFolder();
        var config = Config(folder);
        var clean = folder.Combine("clean");
        var killed = folder.Combine("killed");
        await HarvestAsync(config, clean, expectedCode: 0);

        using (var process = CatalogProcess.Start("harvest", "--config", config, "--data", killed))
        {
            await WaitForChangesAsync(killed, changesBeforeKill, process);
            Assert.That(process.HasExited, Is.False, "killed too late to show anything");
            process.Kill();
        }
        var left = Count(killed);
        var again = await HarvestAsync(config, killed, expectedCode: 0);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(left, Is.InRange(1, Datasets - 1), "the kill came in the middle");
            Assert.That(Count(killed), Is.EqualTo(Datasets));
            Assert.That(again, Does.Contain($"{Datasets - left} added").And.Contain($"{left} unchanged"));
            foreach (var format in new[] { "data.json", "ttl", "jsonld" })
                Assert.That(await ExportAsync(config, killed, format), Is.EqualTo(await ExportAsync(config, clean, format)), format);
        }
    }

    private static string Config(TempFolder folder)
    {
        // Pairs of equal titles, so that addresses depend on the order of work.
        folder.Write("data.json", Some.DataJson(Datasets).Replace("Conjunto 11", "Conjunto 10", StringComparison.Ordinal));
        return folder.Write("harvest.yaml", """
            catalog: { title: Prueba, description: Prueba }
            publishers: [ { id: gobierno, name: Gobierno } ]
            sources:
              - id: ciudad
                type: datajson
                url: data.json
                publisher: gobierno
            """);
    }

    private static async Task<string> HarvestAsync(string config, string data, int expectedCode)
    {
        var (code, output, errors) = await CatalogProcess.RunAsync("harvest", "--config", config, "--data", data, "--no-files");
        Assert.That(code, Is.EqualTo(expectedCode), output + errors);
        return output;
    }

    private static async Task<byte[]> ExportAsync(string config, string data, string format)
    {
        var path = Path.Combine(data, "export");
        var (code, _, errors) = await CatalogProcess.RunAsync("export", "--config", config, "--data", data, "--format", format, "--output", path);
        Assert.That(code, Is.Zero, errors);
        return await File.ReadAllBytesAsync(path);
    }

    private static async Task WaitForChangesAsync(string data, int changes, CatalogProcess process)
    {
        while (!process.HasExited)
        {
            if (File.Exists(Path.Combine(data, CatalogDatabase.FileName)) && Changes(data) >= changes) return;
            await Task.Delay(5);
        }
    }

    private static long Changes(string data)
    {
        using var database = CatalogDatabase.Open(data);
        return new ChangeLog(database).Latest();
    }

    private static int Count(string data)
    {
        using var database = CatalogDatabase.Open(data);
        return new DatasetStore(database).Count();
    }
}
