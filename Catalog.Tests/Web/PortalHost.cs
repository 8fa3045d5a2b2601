using System.Net;
using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;
using Catalog.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Tests.Web;

/// <summary>The real server on a free port, over a data folder that the real harvest filled.</summary>
public sealed class PortalHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PortalHost(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = Address,
        };
    }

    public Uri Address { get; }

    /// <summary>Follows no redirects, keeps no cookies, unpacks nothing: answers are seen as they are sent.</summary>
    public HttpClient Client { get; }

    public T Service<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Starts the server; the index is up to date when this returns.</summary>
    public static async Task<PortalHost> StartAsync(HarvestConfig config, string dataFolder, TimeProvider time, Limits? limits = null, string url = "http://127.0.0.1:0")
    {
        var app = CatalogApp.Build(new CatalogAppOptions { Config = config, DataFolder = dataFolder, Urls = [url], Time = time, Limits = limits ?? Limits.Default });
        await app.StartAsync();
        var host = new PortalHost(app);
        host.CatchUp();
        return host;
    }

    /// <summary>Lets the index follow what was harvested since.</summary>
    public void CatchUp() => Service<IndexUpdater>().CatchUp(CancellationToken.None);

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public async Task<string> PageAsync(string path, string language = "es")
    {
        using var answer = await GetAsync(path, ("Accept-Language", language));
        return await answer.Content.ReadAsStringAsync();
    }

    public StoredDataset Dataset(string title) => Service<DatasetStore>().StreamAll().First(d => d.Dataset.Title.ToString() == title);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
