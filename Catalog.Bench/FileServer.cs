using System.Net;
using System.Net.Sockets;

namespace Catalog.Bench;

/// <summary>Gives one file over HTTP on loopback, as it is at the moment of asking.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly string _path;

    private FileServer(HttpListener listener, string path, string url)
    {
        _listener = listener;
        _path = path;
        Url = url;
    }

    public string Url { get; }

    public static FileServer Start(string path)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        var server = new FileServer(listener, path, $"http://127.0.0.1:{port}/data.json");
        _ = server.ServeAsync();
        return server;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            await using var file = File.OpenRead(_path);
            context.Response.ContentLength64 = file.Length;
            await file.CopyToAsync(context.Response.OutputStream);
            context.Response.Close();
        }
    }
}
