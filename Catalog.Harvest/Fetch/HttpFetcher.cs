using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;

namespace Catalog.Harvest.Fetch;

/// <summary>
/// HTTP with the manners and the caution that a harvester needs: conditional requests, a bound on everything, few
/// connections to one host, and no way into private networks.
/// </summary>
public sealed class HttpFetcher : IDisposable
{
    /// <summary>Requests at once to one host. 2: what a browser of old used; small servers of departments bear it.</summary>
    private const int PerHost = 2;

    private readonly Limits _limits;
    private readonly HttpClient _client;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public HttpFetcher(Limits limits)
    {
        _limits = limits;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            ConnectCallback = NetworkGuard.ConnectAsync,
            MaxConnectionsPerServer = PerHost,
            UseCookies = false,
            // The guard must see the real host; a proxy would connect for us.
            UseProxy = false,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("CatalogHarvester", "0.1"));
    }

    /// <summary>Fetches a document to a file of its own.</summary>
    public Task<FetchResult> DownloadAsync(Uri address, HarvestSource source, string path, long maxBytes, CancellationToken ct) =>
        GetAsync(address, source, null, null, async (body, token) =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
            await CopyAsync(body, file, maxBytes, token);
        }, ct);

    /// <summary>
    /// Fetches an address unless it still has the given validators, and hands the body to <paramref name="receive"/>.
    /// </summary>
    public async Task<FetchResult> GetAsync(
        Uri address, HarvestSource source, string? etag, string? lastModified, Func<Stream, CancellationToken, Task> receive, CancellationToken ct)
    {
        var gate = _hosts.GetOrAdd(address.Host, _ => new SemaphoreSlim(PerHost));
        await gate.WaitAsync(ct);
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                if (address.Scheme is not ("http" or "https")) return new FetchResult.Failed(FetchCodes.UnsupportedScheme, $"{address.Scheme}: is neither http nor https");
                using var request = Request(address, source, trusted: Trusted(address, source, redirects), etag, lastModified);
                using var response = await SendAsync(request, ct);
                if (response.StatusCode == HttpStatusCode.NotModified) return new FetchResult.NotModified();
                if ((int)response.StatusCode is >= 300 and < 400)
                {
                    if (redirects == _limits.MaxRedirects) return new FetchResult.Failed(FetchCodes.BadRedirect, $"more than {_limits.MaxRedirects} redirects");
                    if (response.Headers.Location is not { } location) return new FetchResult.Failed(FetchCodes.BadRedirect, "a redirect without a location");
                    address = new Uri(address, location);
                    continue;
                }
                if (!response.IsSuccessStatusCode) return new FetchResult.Failed(FetchCodes.HttpStatus, $"{(int)response.StatusCode} {response.ReasonPhrase}");
                await using var body = await response.Content.ReadAsStreamAsync(ct);
                await receive(body, ct);
                return new FetchResult.Done(
                    response.Headers.ETag?.ToString(),
                    response.Content.Headers.LastModified?.ToString("R"),
                    response.Content.Headers.ContentType?.MediaType,
                    response.Content.Headers.ContentDisposition is { } disposition ? (disposition.FileNameStar ?? disposition.FileName)?.Trim('"') : null);
            }
        }
        catch (Exception e) when (Describe(e, ct) is { } failed)
        {
            return failed;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(_limits.ResponseTimeout);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
    }

    private static HttpRequestMessage Request(Uri address, HarvestSource source, bool trusted, string? etag, string? lastModified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(NetworkGuard.AllowedHosts, source.AllowPrivateHosts);
        if (trusted)
            foreach (var header in source.Headers) request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        else if (lastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        return request;
    }

    /// <summary>
    /// May the source's headers go there? A secret is for the source's own host: neither a redirect nor an address that
    /// a harvested record names gets it. Addresses written in the config itself are trusted as they stand.
    /// </summary>
    private static bool Trusted(Uri address, HarvestSource source, int redirects) =>
        source.Url is null ? redirects == 0 : Uri.TryCreate(source.Url, UriKind.Absolute, out var own) && own.Authority == address.Authority && own.Scheme == address.Scheme;

    private async Task CopyAsync(Stream from, Stream to, long maxBytes, CancellationToken ct)
    {
        var buffer = new byte[128 * 1024];
        long total = 0;
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(ct);
        while (true)
        {
            stall.CancelAfter(_limits.StallTimeout);
            var read = await from.ReadAsync(buffer, stall.Token);
            if (read == 0) return;
            total += read;
            if (total > maxBytes) throw new FileTooLargeException(maxBytes);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }
    }

    /// <summary>The network's failures as results; anything else, and the caller's own cancelling, goes on as it is.</summary>
    private static FetchResult.Failed? Describe(Exception e, CancellationToken ct) => e switch
    {
        OperationCanceledException when !ct.IsCancellationRequested => new(FetchCodes.Timeout, "no answer, or no further byte, within the time allowed"),
        FileTooLargeException tooLarge => new(FetchCodes.TooLarge, tooLarge.Message),
        HttpRequestException { InnerException: PrivateAddressException inner } => new(FetchCodes.PrivateAddress, $"{inner.Message}; allow it by name in allowPrivateHosts if that is meant"),
        HttpRequestException { InnerException: AuthenticationException inner } => new(FetchCodes.BadCertificate, inner.Message),
        HttpRequestException http => new(FetchCodes.Unreachable, http.InnerException?.Message ?? http.Message),
        HttpIOException io => new(FetchCodes.Unreachable, io.Message),
        _ => null,
    };
}
