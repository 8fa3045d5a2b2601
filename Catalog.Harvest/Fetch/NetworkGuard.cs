using System.Net;
using System.Net.Sockets;

namespace Catalog.Harvest.Fetch;

/// <summary>
/// Keeps harvested addresses out of the machine's own network. The check is on the address that is really connected
/// to, so that neither a redirect nor a name that resolves inward gets by.
/// </summary>
internal static class NetworkGuard
{
    /// <summary>Connects to public addresses only.</summary>
    public static async ValueTask<Stream> ConnectOutwardAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        IPAddress[] addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct);
        var usable = addresses.Where(address => !IsPrivate(address)).ToArray();
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
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? IsPrivateV6(bytes) : IsPrivateV4(bytes);
    }

    private static bool IsPrivateV4(ReadOnlySpan<byte> b) => b[0] switch
    {
        0 or 10 or 127 or >= 224 => true,
        100 => b[1] is >= 64 and < 128,
        169 => b[1] == 254,
        172 => b[1] is >= 16 and < 32,
        192 => b[1] == 168 || (b[1] == 0 && b[2] is 0 or 2) || (b[1] == 88 && b[2] == 99),
        198 => b[1] is 18 or 19 || (b[1] == 51 && b[2] == 100),
        203 => b[1] == 0 && b[2] == 113,
        _ => false,
    };

    /// <summary>
    /// Public is global unicast, 2000::/3, less what IANA set aside in it: protocol assignments with Teredo (2001::/23),
    /// documentation (2001:db8::/32, 3fff::/20) and 6to4 (2002::/16), whose tunnels can end in any IPv4 network.
    /// </summary>
    private static bool IsPrivateV6(ReadOnlySpan<byte> b)
    {
        // NAT64 (RFC 6052 §2.1): in a network without IPv4 every public host looks like this; what counts is who is behind.
        if (b.StartsWith(Nat64)) return IsPrivateV4(b[12..]);
        if ((b[0] & 0xE0) != 0x20) return true;
        return (b[0], b[1]) switch
        {
            (0x20, 0x01) => b[2] < 2 || (b[2] == 0x0D && b[3] == 0xB8),
            (0x20, 0x02) => true,
            (0x3F, 0xFF) => b[2] < 0x10,
            _ => false,
        };
    }

    /// <summary>64:ff9b::/96.</summary>
    private static ReadOnlySpan<byte> Nat64 => [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0];
}

/// <summary>The host resolves to private addresses only.</summary>
internal sealed class PrivateAddressException(string host) : IOException($"{host} is in a private network")
{
    public string Host { get; } = host;
}
