using System.Globalization;
using System.Text;
using System.Text.Json;
using Catalog.Core.Storage;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;
using Catalog.Tests.Web;
using Dapper;

namespace Catalog.Tests.Harvest;

/// <summary>kill -9 at any moment while tables are read: nothing lost, nothing doubled, nothing left lying about.</summary>
public sealed class KilledTablesTests
{
    private const int Files = 32;

    /// <summary>Rows of a file. 6,000: long enough in the making that a kill finds it half-written.</summary>
    private const int Rows = 6_000;

    private const string Loads = "SELECT count(*) FROM table_load";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private TempCatalog _catalog = null!;
    private string _config = "";

    [SetUp]
    public async Task OpenAsync()
    {
        _catalog = new TempCatalog();
        Directory.CreateDirectory(_catalog.Combine("files"));
        for (var n = 0; n < Files; n++) await File.WriteAllTextAsync(_catalog.Combine("files", $"{n}.csv"), Csv(n));
        _catalog.Write("data.json", Some.DataJson(Files));
        _config = _catalog.Write("harvest.yaml", """
            catalog: { title: Prueba, description: Prueba }
            publishers: [ { id: gobierno, name: Gobierno } ]
            sources:
              - id: ciudad
                type: datajson
                url: data.json
                publisher: gobierno
                mirrors: [ { from: "https://datos.example/", to: ./files } ]
            """);
        // The files are there; none of their tables was read.
        var config = HarvestConfigLoader.Load(_config).Config!;
        await _catalog.Pipeline(config).RunAsync(config.Sources[0], new HarvestOptions { Trigger = "test", Files = true }, _ => { }, CancellationToken.None);
    }

    [TearDown]
    public void Close() => _catalog.Dispose();

    [Test]
    public async Task ReadingKilledAgainAndAgain_EndsAsAnUndisturbedOne()
    {
        var killed = _catalog.DataFolder;
        var clean = _catalog.Combine("clean");
        await ReadAllAsync(clean, "harvest");

        var moments = new Func<Moment, bool>[]
        {
            m => m.Loads > m.LoadsBefore,
            m => m.Incoming > 0,
            m => m.Named > m.Noted,
            m => m.Incoming > 0 && m.Loads > m.LoadsBefore,
            m => m.Loads >= m.LoadsBefore + 2,
            m => m.Named > m.Noted,
            m => m.Loads >= m.LoadsBefore + 3 && m.Incoming > 0,
            m => m.Loads > m.LoadsBefore && m.Incoming == 0,
            m => m.Incoming > 0,
            m => m.Named > m.Noted,
        };
        var reached = new List<int> { 0 };
        foreach (var moment in moments) reached.Add(await KillAsync(killed, moment, reached[^1]));

        Assert.That(reached, Is.Ordered, "what was noted stays");
        Assert.That(reached[^1], Is.InRange(5, Files - 1), "the kills came in the middle");
        await ReadAllAsync(killed);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Noted(killed), Is.EqualTo(Noted(clean)), "the same tables, the same Parquet, once each");
            Assert.That(FilesBelow(killed), Is.EqualTo(FilesBelow(clean)), "no half-written or unknown file");
            Assert.That(FilesBelow(killed), Is.EqualTo(Noted(killed).Select(n => n.Sha256 + ".parquet").Distinct().Order(StringComparer.Ordinal)));
        }
        await AssertAnswersAsync(killed);
    }

    /// <summary>Starts the program on a data folder and kills it at the first moment that is wanted; gives how many files were read by then.</summary>
    private async Task<int> KillAsync(string data, Func<Moment, bool> wanted, int loadsBefore)
    {
        using var database = CatalogDatabase.Open(data);
        using var process = CatalogProcess.Start("harvest", "--no-files", "--config", _config, "--data", data);
        var start = TimeProvider.System.GetTimestamp();
        while (!process.HasExited)
        {
            Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(Patience));
            // Names first: what was noted between the two looks must not seem to be missing.
            var named = Named(data);
            var moment = new Moment(Count(database, Loads), loadsBefore, Incoming(data), named, Count(database, "SELECT count(DISTINCT parquet_sha256) FROM table_version"));
            if (wanted(moment)) break;
        }
        Assert.That(process.HasExited, Is.False, "killed too late to show anything");
        process.Kill();
        return Count(database, Loads);
    }

    private async Task ReadAllAsync(string data, params string[] verb)
    {
        var (code, output, errors) = await CatalogProcess.RunAsync([.. verb.Length > 0 ? verb : ["harvest", "--no-files"], "--config", _config, "--data", data]);
        Assert.That(code, Is.Zero, output + errors);
        using var database = CatalogDatabase.Open(data);
        Assert.That(Count(database, Loads), Is.EqualTo(Files), output + errors);
    }

    private async Task AssertAnswersAsync(string data)
    {
        await using var host = await PortalHost.StartAsync(HarvestConfigLoader.Load(_config).Config!, data, _catalog.Time);
        foreach (var dataset in host.Service<DatasetStore>().StreamAll())
        {
            using var answer = await host.GetAsync($"/api/tables/{dataset.Dataset.Distributions[0].Id:D}?filter=id.eq.7");
            var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.That((page.GetProperty("total").GetInt32(), page.GetProperty("table").GetProperty("rows").GetInt32()), Is.EqualTo((1, Rows)), dataset.Slug);
        }
    }

    /// <summary>What is noted of every table, but when it was read.</summary>
    private static List<NotedTable> Noted(string data)
    {
        using var database = CatalogDatabase.Open(data);
        using var connection = database.Connect();
        return [.. connection.Query<NotedTable>("""
            SELECT distribution_id, number, ordinal, state, row_count, misfits, parquet_sha256 AS sha256, schema || coalesce(profile, '') || coalesce(dialect, '') || columns || coalesce(report, '') AS documents
            FROM table_version ORDER BY distribution_id, number, ordinal
            """)];
    }

    private static int Count(CatalogDatabase database, string sql)
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<int>(sql);
    }

    private static int Incoming(string data) => Directory.Exists(Path.Combine(data, "tables", "incoming")) ? Directory.GetFiles(Path.Combine(data, "tables", "incoming")).Length : 0;

    private static int Named(string data) => FilesBelow(data).Count(name => name.Length == 64 + ".parquet".Length);

    /// <summary>Every file of the folder of tables, without its path.</summary>
    private static List<string> FilesBelow(string data)
    {
        var folder = Path.Combine(data, "tables");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Files of different widths and types; every third has values that do not fit, so that it is written twice.</summary>
    private static string Csv(int file)
    {
        var text = new StringBuilder("id,barrio,monto,fecha" + string.Concat(Enumerable.Range(0, file % 5).Select(c => $",x{c}")) + "\n");
        for (var row = 1; row <= Rows; row++)
        {
            var amount = file % 3 == 0 && row % 3_000 == 0 ? "a definir" : (row * 7 % 100_000 / 4.0).ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{row},Barrio {(row + file) % 48},{amount},{new DateOnly(2020, 1, 1).AddDays(row % 1000):yyyy-MM-dd}");
            for (var c = 0; c < file % 5; c++) text.Append(CultureInfo.InvariantCulture, $",{row * (c + 3) % 997}");
            text.Append('\n');
        }
        return text.ToString();
    }

    private sealed record Moment(int Loads, int LoadsBefore, int Incoming, int Named, int Noted);

    private sealed record NotedTable
    {
        public required Guid DistributionId { get; init; }
        public required int Number { get; init; }
        public required int Ordinal { get; init; }
        public required string State { get; init; }
        public required long RowCount { get; init; }
        public required long Misfits { get; init; }
        public required string Sha256 { get; init; }
        public required string Documents { get; init; }
    }
}
