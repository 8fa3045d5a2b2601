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
    private readonly HttpClient _outward;
    private readonly HttpClient _anywhere;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public HttpFetcher(Limits limits)
    {
        _limits = limits;
        _outward = Client(NetworkGuard.ConnectOutwardAsync);
        // Connections are kept and used again, so those that one source may open inward must not serve another source.
        _anywhere = Client(null);
    }

    /// <summary>Fetches a document into a stream. Half of it may be written when the result is a failure.</summary>
    public Task<FetchResult> DownloadAsync(Uri address, HarvestSource source, Stream target, long maxBytes, CancellationToken ct) =>
        DownloadAsync(address, source, null, target, maxBytes, ct);

    /// <param name="accept">The media types that are understood (RFC 9110 §12.5.1); a header of the source's own wins.</param>
    public Task<FetchResult> DownloadAsync(Uri address, HarvestSource source, string? accept, Stream target, long maxBytes, CancellationToken ct) =>
        GetAsync(address, source, accept, null, null, (body, token) => CopyAsync(body, target, maxBytes, token), ct);

    /// <summary>
    /// Fetches an address unless it still has the given validators, and hands the body to <paramref name="receive"/>.
    /// </summary>
    public Task<FetchResult> GetAsync(
        Uri address, HarvestSource source, string? etag, string? lastModified, Func<Stream, CancellationToken, Task> receive, CancellationToken ct) =>
        GetAsync(address, source, null, etag, lastModified, receive, ct);

    private async Task<FetchResult> GetAsync(
        Uri address, HarvestSource source, string? accept, string? etag, string? lastModified, Func<Stream, CancellationToken, Task> receive, CancellationToken ct)
    {
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                if (address.Scheme is not ("http" or "https")) return new FetchResult.Failed(FetchCodes.UnsupportedScheme, $"{address.Scheme}: is neither http nor https");
                // The queue is that of the host asked now: many hosts may redirect to one.
                var gate = _hosts.GetOrAdd(address.IdnHost, _ => new SemaphoreSlim(PerHost));
                await gate.WaitAsync(ct);
                try
                {
                    using var request = Request(address, source, trusted: Trusted(address, source, redirects), etag, lastModified);
                    if (accept is not null && !request.Headers.Contains("Accept")) request.Headers.TryAddWithoutValidation("Accept", accept);
                    using var response = await SendAsync(request, source, ct);
                    if (!IsRedirect(response.StatusCode)) return await ReceiveAsync(response, address, conditional: etag ?? lastModified, receive, ct);
                    if (redirects == _limits.MaxRedirects) return new FetchResult.Failed(FetchCodes.BadRedirect, $"more than {_limits.MaxRedirects} redirects");
                    if (response.Headers.Location is not { } location || !Uri.TryCreate(address, location, out var next))
                        return new FetchResult.Failed(FetchCodes.BadRedirect, "a redirect without a location that can be understood");
                    address = next;
                }
                finally
                {
                    gate.Release();
                }
            }
        }
        catch (Exception e) when (Describe(e, ct) is { } failed)
        {
            return failed;
        }
    }

    public void Dispose()
    {
        _outward.Dispose();
        _anywhere.Dispose();
    }

    private static HttpClient Client(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            ConnectCallback = connect,
            MaxConnectionsPerServer = PerHost,
            UseCookies = false,
            // The guard must see the real host; a proxy would connect for us.
            UseProxy = false,
        };
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("CatalogHarvester", "0.1"));
        return client;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HarvestSource source, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(_limits.ResponseTimeout);
        var client = source.AllowPrivateHosts.Contains(request.RequestUri!.IdnHost, StringComparer.OrdinalIgnoreCase)
            || source.AllowPrivateHosts.Contains(request.RequestUri.Host, StringComparer.OrdinalIgnoreCase) ? _anywhere : _outward;
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is >= 300 and < 400 and not 304;

    /// <summary>
    /// Takes the body in. 200 alone brings the whole of it (203 after a proxy's hand): a 202 or 204 has nothing yet, a
    /// 206 a part, and a 304 that nobody asked for would pass for bytes that are not here (RFC 9110 §15).
    /// </summary>
    private static async Task<FetchResult> ReceiveAsync(HttpResponseMessage response, Uri address, string? conditional, Func<Stream, CancellationToken, Task> receive, CancellationToken ct)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && conditional is not null) return new FetchResult.NotModified();
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation))
            return new FetchResult.Failed(FetchCodes.HttpStatus, $"{(int)response.StatusCode} {response.ReasonPhrase}");
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        await receive(new ResponseBody(body), ct);
        return new FetchResult.Done(
            response.Headers.ETag?.ToString(),
            response.Content.Headers.LastModified?.ToString("R"),
            response.Content.Headers.ContentType?.MediaType,
            response.Content.Headers.ContentDisposition is { } disposition ? (disposition.FileNameStar ?? disposition.FileName)?.Trim('"') : null)
        {
            Address = address,
            Links = response.Headers.TryGetValues("Link", out var links) ? [.. links] : [],
        };
    }

    private static HttpRequestMessage Request(Uri address, HarvestSource source, bool trusted, string? etag, string? lastModified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
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
            // A slow disk is not the network's silence.
            stall.CancelAfter(Timeout.InfiniteTimeSpan);
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
        BrokenBodyException broken => new(FetchCodes.Unreachable, broken.Message),
        _ => null,
    };
}
