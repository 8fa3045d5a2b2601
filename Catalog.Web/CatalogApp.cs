using System.Text.Encodings.Web;
using System.Text.Unicode;
using Catalog.Core.Search;
using Catalog.Core.Storage;
using Catalog.Core.Tables;
using Catalog.Core.Tabular.Changes;
using Catalog.Harvest;
using Catalog.Web.Api;
using Catalog.Web.Browsing;
using Catalog.Web.Downloads;
using Catalog.Web.Feeds;
using Catalog.Web.Http;
using Catalog.Web.Language;
using Catalog.Web.Tables;
using Microsoft.Extensions.WebEncoders;

namespace Catalog.Web;

/// <summary>The server, put together in one place: what there is, and in which order a request meets it.</summary>
public static class CatalogApp
{
    /// <summary>Bytes of a request line. 32 KiB: a query pasted by mistake gets a page that says so, not a bare error.</summary>
    private const int MaxRequestLineBytes = 32 * 1024;

    /// <param name="more">What the caller adds: the serve verb its harvester and schedule.</param>
    public static WebApplication Build(CatalogAppOptions options, Action<WebApplicationBuilder>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Razor finds its compiled pages by the name of this assembly, whoever hosts it.
            ApplicationName = typeof(CatalogApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestLineSize) = (false, MaxRequestLineBytes));
        if (options.Urls.Count > 0) builder.WebHost.UseUrls([.. options.Urls]);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        AddServices(builder.Services, options);
        more?.Invoke(builder);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, CatalogAppOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Config);
        services.AddSingleton(options.Config.Catalog);
        services.AddSingleton(options.Limits);
        services.AddSingleton(options.Time);
        services.AddSingleton(_ => CatalogDatabase.Open(options.DataFolder));
        services.AddSingleton(_ => new FileStore(options.DataFolder));
        services.AddSingleton(_ => SearchIndex.Open(Path.Combine(options.DataFolder, "index"), options.Limits));
        services.AddSingleton<IndexUpdater>();
        // One second: one indexed query, and nobody notices the wait.
        AddFollower<IndexUpdater>(
            services, TimeSpan.FromSeconds(1), (changes, _) => (changes.Latest(), 0), (updater, ct) =>
            {
                updater.CatchUp(ct);
                return Task.FromResult(true);
            }, Log.IndexBehind);
        services.AddSingleton<DatasetStore>();
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<HarvestRuns>();
        services.AddSingleton<HarvestObjects>();
        services.AddSingleton<HeldItems>();
        services.AddSingleton<DistributionFiles>();
        services.AddSingleton<PublishedDatasets>();
        services.AddSingleton<CatalogCounts>();
        services.AddSingleton<PackageTotals>();
        services.AddSingleton<DatasetFacts>();
        services.AddSingleton<DatasetSearch>();
        services.AddSingleton<TableExplorer>();
        services.AddSingleton<TableGlances>();
        services.AddSingleton<TableComparison>();
        services.AddSingleton<TableDiffs>();
        services.AddSingleton<FeedTags>();
        services.AddSingleton<DatasetOrder>();
        services.AddSingleton<FeedWindows>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<EventTree>();
        services.AddTables(options.DataFolder, options.Limits);
        services.AddSingleton<TableLoader>();
        services.AddSingleton(provider => new TableUpdater(
            options.Config, provider.GetRequiredService<CatalogDatabase>(), options.DataFolder, provider.GetRequiredService<FileStore>(), provider.GetRequiredService<TableFiles>(),
            provider.GetRequiredService<TableLoader>(), options.Limits, provider.GetRequiredService<ILogger<TableUpdater>>()));
        // Two seconds: reading a file takes longer than nearly every wait. Another process that is at it now may have begun before the newest file came.
        AddFollower<TableUpdater>(
            services, TimeSpan.FromSeconds(2), (_, updater) => updater.Position(), async (updater, ct) => await updater.CatchUpAsync((_, _) => { }, ct) is not null, Log.TablesBehind);
        services.AddSingleton<HeldTables>();
        services.AddSingleton<WithheldFiles>();
        services.AddSingleton<PackageLengths>();
        services.AddHttpContextAccessor();
        services.AddScoped(LanguageChoice.ReaderOf);
        services.AddScoped(provider => provider.GetRequiredService<Reader>().Words);
        // Only what HTML needs is escaped: Spanish stays readable in the source of a page.
        services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "text/plain", "text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples", "application/trig", "application/json", "application/problem+json", "application/xml", "image/svg+xml"];
        });
    }

    /// <summary>Lets a service follow in the background what others write.</summary>
    private static void AddFollower<T>(
        IServiceCollection services, TimeSpan interval, Func<ChangeLog, T, (long, long)> position, Func<T, CancellationToken, Task<bool>> catchUp, Action<ILogger, Exception> behind)
        where T : notnull => services.AddSingleton<IHostedService>(provider =>
        {
            var (follower, changes) = (provider.GetRequiredService<T>(), provider.GetRequiredService<ChangeLog>());
            return new LogFollower(
                provider.GetRequiredService<TimeProvider>(), interval, () => position(changes, follower), ct => catchUp(follower, ct), cause => behind(provider.GetRequiredService<ILogger<T>>(), cause));
        });

    /// <summary>Each step wraps those after it. Tags are outside of compression: they name the bytes that are sent.</summary>
    private static void UsePipeline(WebApplication app)
    {
        app.UseMiddleware<PublicPath>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<FeedNegotiation>();
        app.UseRouting();
        app.UseMiddleware<PageTags>();
        app.UseWhen(context => context.GetEndpoint()?.Metadata.GetMetadata<AsStored>() is null, branch => branch.UseResponseCompression());
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseMiddleware<LanguageChoice>();
        app.MapRazorPages();
        app.MapAssets();
        app.MapFeeds();
        app.MapEventStream();
        app.MapSitemap();
        app.MapDownloads();
        app.MapTables();
        app.MapDiffs();
        app.MapPackages();
        app.MapHealth();
        app.Lifetime.ApplicationStopped.Register(() => app.Services.GetRequiredService<CatalogDatabase>().Dispose());
    }
}
