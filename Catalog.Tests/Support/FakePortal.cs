using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Catalog.Tests.Support;

/// <summary>What the portal answers on one path, with a switch for everything that goes wrong in the world.</summary>
public sealed record FakeAnswer
{
    public int Status { get; init; } = 200;
    public byte[] Body { get; init; } = [];
    public string? MediaType { get; init; }
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Answers 304 to a request that has it.</summary>
    public string? ETag { get; init; }

    /// <summary>Answers 304 to a request that has it.</summary>
    public string? LastModified { get; init; }

    public string? Location { get; init; }

    /// <summary>The answer begins when this is done.</summary>
    public Task FirstByte { get; init; } = Task.CompletedTask;

    /// <summary>After so many bytes of the body nothing comes any more.</summary>
    public int? StallAfter { get; init; }

    /// <summary>After so many bytes of the body the connection breaks.</summary>
    public int? CutAfter { get; init; }

    /// <summary>No Content-Length, but chunks.</summary>
    public bool Chunked { get; init; }

    public bool Gzip { get; init; }

    public static FakeAnswer Text(string text, string mediaType = "text/csv") => new() { Body = Encoding.UTF8.GetBytes(text), MediaType = mediaType };

    public static FakeAnswer Redirect(string location, int status = 302) => new() { Status = status, Location = location };
}

/// <summary>A request as it arrived.</summary>
public sealed record FakeRequest(string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>A portal on this machine: a real server on a port of its own.</summary>
public sealed class FakePortal : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, FakeAnswer> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private int _atOnce;
    private int _mostAtOnce;
    private bool _gone;

    private FakePortal(WebApplication server) => _server = server;

    public int Port { get; private set; }

    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>The largest number of requests that were under way at the same time.</summary>
    public int MostAtOnce => _mostAtOnce;

    public static async Task<FakePortal> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var portal = new FakePortal(server);
        server.Run(portal.AnswerAsync);
        await server.StartAsync();
        portal.Port = new Uri(server.Urls.First()).Port;
        return portal;
    }

    /// <summary>What to answer on a path, or on a path with its very query.</summary>
    public FakeAnswer this[string path]
    {
        set => _answers[path] = value;
    }

    /// <summary>The portal has two names, 127.0.0.1 and localhost.</summary>
    public Uri At(string path, string host = "127.0.0.1") => new($"http://{host}:{Port}{path}");

    public int Count(string path) => _requests.Count(request => request.Path == path);

    public async ValueTask DisposeAsync()
    {
        if (_gone) return;
        _gone = true;
        // Answers that stall on purpose would be waited for.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        _requests.Enqueue(new FakeRequest(path, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        var atOnce = Interlocked.Increment(ref _atOnce);
        for (var most = _mostAtOnce; atOnce > most; most = _mostAtOnce) Interlocked.CompareExchange(ref _mostAtOnce, atOnce, most);
        try
        {
            var answer = _answers.GetValueOrDefault(path + context.Request.QueryString) ?? _answers.GetValueOrDefault(path) ?? new FakeAnswer { Status = 404 };
            await answer.FirstByte.WaitAsync(context.RequestAborted);
            await AnswerAsync(context, answer);
        }
        catch (OperationCanceledException)
        {
            // The client hung up, which is what many tests are about.
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    private static async Task AnswerAsync(HttpContext context, FakeAnswer answer)
    {
        var response = context.Response;
        if (answer.ETag is not null) response.Headers.ETag = answer.ETag;
        if (answer.LastModified is not null) response.Headers.LastModified = answer.LastModified;
        if (answer.Location is not null) response.Headers.Location = answer.Location;
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        var asked = context.Request.Headers;
        var known = (answer.ETag is not null && asked.IfNoneMatch == answer.ETag) || (answer.LastModified is not null && asked.IfModifiedSince == answer.LastModified);
        response.StatusCode = known ? 304 : answer.Status;
        if (known || answer.Status is 204 or 304) return;

        var body = answer.Gzip ? Compress(answer.Body) : answer.Body;
        if (answer.Gzip) response.Headers.ContentEncoding = "gzip";
        if (answer.MediaType is not null) response.ContentType = answer.MediaType;
        if (!answer.Chunked) response.ContentLength = body.Length;
        await response.StartAsync(context.RequestAborted);
        var until = answer.StallAfter ?? answer.CutAfter ?? body.Length;
        await response.Body.WriteAsync(body.AsMemory(0, until), context.RequestAborted);
        await response.Body.FlushAsync(context.RequestAborted);
        if (answer.StallAfter is not null) await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        if (answer.CutAfter is not null)
        {
            // What was flushed must be on its way before the connection is gone.
            await Task.Delay(50, context.RequestAborted);
            context.Features.Get<IHttpRequestLifetimeFeature>()!.Abort();
        }
    }

    private static byte[] Compress(byte[] body)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest)) gzip.Write(body);
        return output.ToArray();
    }
}
