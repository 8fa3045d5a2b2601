using System.Net;
using System.Net.Sockets;

namespace Catalog.Harvest.Fetch;

/// <summary>
/// Keeps harvested addresses out of the machine's own network. The check is on the address that is really connected
/// to, so that neither a redirect nor a name that resolves inward gets by.
/// </summary>
internal static class NetworkGuard
{
    /// <summary>Marks a request whose host the config allows by name although it is private.</summary>
    public static readonly HttpRequestOptionsKey<IReadOnlyCollection<string>> AllowedHosts = new("catalog.allowed-private-hosts");

    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        var allowed = context.InitialRequestMessage.Options.TryGetValue(AllowedHosts, out var hosts) && hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        var usable = allowed ? addresses : [.. addresses.Where(address => !IsPrivate(address))];
        if (usable.Length == 0) throw new PrivateAddressException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(usable, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Loopback, private, link-local, shared, reserved and multicast ranges (IANA special-purpose registries).</summary>
    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        var b = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal
                || address.Equals(IPAddress.IPv6Any) || (b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && b[3] == 0xb8)
                || (b[0] == 0x00 && b[1] == 0x64 && b[2] == 0xff && b[3] == 0x9b);
        return b[0] switch
        {
            0 or 10 or 127 or >= 224 => true,
            100 => b[1] is >= 64 and < 128,
            169 => b[1] == 254,
            172 => b[1] is >= 16 and < 32,
            192 => b[1] == 168 || (b[1] == 0 && b[2] is 0 or 2),
            198 => b[1] is 18 or 19 || (b[1] == 51 && b[2] == 100),
            203 => b[1] == 0 && b[2] == 113,
            _ => false,
        };
    }
}

/// <summary>The host resolves to private addresses only.</summary>
internal sealed class PrivateAddressException(string host) : IOException($"{host} is in a private network")
{
    public string Host { get; } = host;
}
