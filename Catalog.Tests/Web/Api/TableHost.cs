using System.Globalization;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tables;
using Catalog.Core.Tabular.Rows;
using Catalog.Tests.Core.Storage;
using Catalog.Tests.Core.Tabular.Rows;
using Catalog.Tests.Support;

namespace Catalog.Tests.Web.Api;

/// <summary>The real server over a catalog with a table of two versions, whose rows a test can reckon from their numbers.</summary>
public sealed class TableHost : IAsyncDisposable
{
    /// <summary>More than a row group, so that orders and pages cross one.</summary>
    public const int Rows = 70_000;

    public const int FormerRows = 10;

    private static readonly string[] Quarters = ["Palermo", "Núñez", "La Boca", "San \"Telmo\""];

    private readonly TempCatalog _catalog = new();
    private PortalHost? _host;

    public static readonly IReadOnlyList<StoredColumn> Columns =
    [
        StoredColumn.Rows,
        new() { Name = "barrio", Source = 0, Type = StoredType.Text },
        new() { Name = "comuna", Source = 1, Type = StoredType.Integer },
        new() { Name = "monto", Source = 2, Type = StoredType.Number, Decimals = 2, Magnitude = 1_000_000 },
        new() { Name = "monto__text", Source = 2, Type = StoredType.Text, Role = ColumnRole.Misfits },
        new() { Name = "fecha", Source = 3, Type = StoredType.Date },
        new() { Name = "lat", Source = 4, Type = StoredType.Number, Magnitude = 35 },
        new() { Name = "lon", Source = 5, Type = StoredType.Number, Magnitude = 59 },
        new() { Name = "nota", Source = 6, Type = StoredType.Text },
    ];

    public Guid Id { get; private set; }

    public string Address => $"/api/tables/{Id:D}";

    public PortalHost Host => _host!;

    public TempCatalog Catalog => _catalog;

    public static object?[] Row(int number) =>
    [
        Quarters[number % Quarters.Length],
        (long)(number % 15 + 1),
        number % 10 == 0 ? null : number * 7 % 100_000 + 0.25,
        number % 10 == 0 ? "a definir" : null,
        new DateOnly(2020, 1, 1).AddDays(number % 1000),
        number % 100 == 0 ? null : Math.Round(-34.5 - number % 97 / 1000.0, 3),
        number % 100 == 0 ? null : Math.Round(-58.4 - number % 89 / 1000.0, 3),
        (number % 5) switch { 0 => "=1+1", 1 => "-5", 2 => "dos; \"y\" tres\nlíneas", 3 => "", _ => null },
    ];

    public static async Task<TableHost> StartAsync(Catalog.Core.Limits? limits = null, int rows = Rows)
    {
        var seed = new TableHost();
        var dataset = SomeStored.Dataset("obras", "Obras");
        seed.Id = dataset.Distributions[0].Id;
        seed._catalog.Database.Publish(dataset);
        await seed.AddVersionAsync(1, FormerRows, SomeStored.Day);
        await seed.AddVersionAsync(2, rows, SomeStored.Day.AddDays(10));
        seed._host = await PortalHost.StartAsync(seed._catalog.ConfigOf(), seed._catalog.DataFolder, seed._catalog.Time, limits);
        return seed;
    }

    public async Task<JsonElement> JsonAsync(string query)
    {
        using var answer = await Host.GetAsync(Address + query);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The problem that a request gets, with its status.</summary>
    public async Task<(int Status, JsonElement Problem)> ProblemAsync(string pathAndQuery)
    {
        using var answer = await Host.GetAsync(pathAndQuery.StartsWith('/') && pathAndQuery.Contains("/api/", StringComparison.Ordinal) ? pathAndQuery : Address + pathAndQuery);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _catalog.Dispose();
    }

    /// <summary>A version as the loader would note it: bytes of its own, typed rows, the note of the load.</summary>
    private async Task AddVersionAsync(int number, int rows, DateTimeOffset at)
    {
        using var original = new MemoryStream([.. System.Text.Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))]);
        var bytes = await _catalog.Store.StoreAsync(original, 100, TimeSpan.FromMinutes(1), CancellationToken.None);
        var dataset = _catalog.Datasets.StreamAll().Single().Id;
        var check = new FileCheck { DistributionId = Id, Url = "https://e.example/obras.csv", CheckedAt = at, Code = FileCheck.Ok };
        var file = new FileVersion { DistributionId = Id, Number = 0, Sha256 = bytes.Sha256, Size = bytes.Size, FileName = "obras año.csv", SourceUrl = check.Url, FetchedAt = at };
        _catalog.Database.Write(session => DistributionFiles.Record(session, dataset, check, file));
        var tables = new TableFiles(_catalog.DataFolder);
        var path = tables.NewPath();
        QueriedTable.Write(path, Columns, [.. Enumerable.Range(1, rows).Select(Row)]);
        var stored = await tables.KeepAsync(path, CancellationToken.None);
        var version = new TableVersion
        {
            DistributionId = Id, Number = number, Ordinal = 1, Name = "", State = TableState.Published, RowCount = rows, ColumnCount = 7, Misfits = rows / 10, Errors = 0, Warnings = 0,
            ParquetSha256 = stored.Sha256, ParquetSize = stored.Size, Columns = StoredColumnJson.Write(Columns), Schema = """{"fields":[]}""", Profile = "[]",
        };
        var load = new TableLoad { DistributionId = Id, Number = number, FileSha256 = bytes.Sha256, Recipe = TableLoader.Recipe, Tables = 1, LoadedAt = at };
        _catalog.Database.Write(session => TableVersions.Record(session, load, [version]));
    }
}
