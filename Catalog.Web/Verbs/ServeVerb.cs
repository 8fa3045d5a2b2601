using System.CommandLine;
using Catalog.Core.Search;
using Catalog.Core.Storage;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;

namespace Catalog.Web.Verbs;

/// <summary><c>serve</c>, also the verb of a call without any: portal, APIs and scheduler in one process.</summary>
internal static class ServeVerb
{
    private const string DefaultUrl = "http://localhost:5080";

    public static void AddTo(RootCommand root)
    {
        var urls = new Option<string?>("--urls") { Description = $"Where to listen, separated by ';'. Default: the catalog's own address when it is on localhost, else {DefaultUrl}." };
        var noHarvest = new Option<bool>("--no-harvest") { Description = "Serve only: harvest neither at the start nor by schedule." };
        var command = new Command("serve", "Serve the portal and the APIs, and harvest by schedule. The verb of a call without any.") { urls, noHarvest };
        root.Add(urls);
        root.Add(noHarvest);
        root.Add(command);
        root.SetAction((arguments, ct) => RunAsync(arguments, arguments.GetValue(urls), arguments.GetValue(noHarvest), ct));
        command.SetAction((arguments, ct) => RunAsync(arguments, arguments.GetValue(urls), arguments.GetValue(noHarvest), ct));
    }

    private static async Task<int> RunAsync(ParseResult arguments, string? urls, bool noHarvest, CancellationToken ct)
    {
        if (CommonOptions.LoadConfig(arguments) is not { } config) return ExitCode.Failed;
        var options = new CatalogAppOptions
        {
            Config = config,
            DataFolder = Path.GetFullPath(arguments.GetRequiredValue(CommonOptions.Data)),
            Urls = (urls ?? ListenTo(config)).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
        try
        {
            await using var app = CatalogApp.Build(options, builder =>
            {
                builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
                if (!noHarvest) AddHarvester(builder.Services, options);
            });
            await app.StartAsync(ct);
            Announce(options, app.Urls);
            await app.WaitForShutdownAsync(ct);
            return ExitCode.Ok;
        }
        catch (SearchIndexLockedException)
        {
            Console.Error.WriteLine($"Another process serves the data folder {options.DataFolder}. Stop it, or choose another folder with --data.");
            return ExitCode.Failed;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Console.Error.WriteLine($"{e.Message} Choose another address with --urls http://localhost:PORT.");
            return ExitCode.Failed;
        }
    }

    /// <summary>The half of the program that works while nobody asks: the pipeline, its schedule, and what a start makes up for.</summary>
    private static void AddHarvester(IServiceCollection services, CatalogAppOptions options)
    {
        services.AddSingleton<HttpFetcher>();
        services.AddSingleton(provider => new HarvestPipeline(
            options.Config, provider.GetRequiredService<CatalogDatabase>(), options.DataFolder, provider.GetRequiredService<HttpFetcher>(),
            provider.GetRequiredService<FileStore>(), options.Limits, options.Time, provider.GetRequiredService<ILogger<HarvestPipeline>>()));
        services.AddSingleton<HarvestRunner>();
        services.AddHostedService<HarvestAtStart>();
        services.AddHarvestSchedule(options.Config);
    }

    private static string ListenTo(HarvestConfig config) =>
        Uri.TryCreate(config.Catalog.Url, UriKind.Absolute, out var url) && url.IsLoopback ? url.GetLeftPart(UriPartial.Authority) : DefaultUrl;

    private static void Announce(CatalogAppOptions options, IEnumerable<string> urls)
    {
        var home = urls.First();
        Console.WriteLine();
        Console.WriteLine($"  {options.Config.Catalog.Title.In("en")}");
        Console.WriteLine($"  Portal    {home}/");
        Console.WriteLine($"  Harvests  {home}/harvest");
        Console.WriteLine($"  DCAT      {home}/catalog.ttl  {home}/catalog.jsonld  {home}/data.json");
        Console.WriteLine($"  Config    {options.Config.Path}");
        Console.WriteLine($"  Data      {options.DataFolder}");
        Console.WriteLine("  Stop with Ctrl+C.");
        Console.WriteLine();
    }
}
