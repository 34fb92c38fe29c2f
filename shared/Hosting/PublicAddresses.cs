using System.Net;
using System.Net.Sockets;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Guard against server-side request forgery: connections to addresses that somebody else named go to public hosts alone. Otherwise a
/// provider's response could make us fetch from the machine itself, its neighbours, or the cloud's metadata service. Names are resolved
/// and checked at each connection, so a name that resolves to another address a moment later gains nothing.
/// </summary>
public static class PublicAddresses
{
    // https://www.iana.org/assignments/iana-ipv4-special-registry and multicast.
    private static readonly IPNetwork[] _special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // https://www.iana.org/assignments/iana-ipv6-special-registry: what of the global unicast addresses is not public.
    private static readonly IPNetwork _global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] _notGlobal =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(network => IPNetwork.Parse(network))];

    // Networks without IPv4 reach IPv4 hosts by these; the IPv4 address is the last four bytes.
    private static readonly IPNetwork _nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Tells whether an address is public, so that anybody on the Internet reaches it.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork) return !_special.Any(network => network.Contains(address));
        if (_nat64.Contains(address)) return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return _global.Contains(address) && !_notGlobal.Any(network => network.Contains(address));
    }

    /// <summary>Tells whether a URL may lead to a public host; a name is resolved only by <see cref="ConnectAsync"/>.</summary>
    public static bool MayBePublic(Uri url) => !IPAddress.TryParse(url.IdnHost, out var address) || IsPublic(address);

    /// <summary>Makes a callback like <see cref="ConnectAsync"/> that also allows one private server, set by the operator.</summary>
    /// <param name="own">The server: its host and port count.</param>
    public static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> ConnectExcept(Uri own) =>
        (context, cancellationToken) =>
        {
            var host = context.DnsEndPoint.Host.Trim('[', ']');
            var isOwn = host.Equals(own.IdnHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase) && context.DnsEndPoint.Port == own.Port;
            return ConnectAsync(context, isOwn, cancellationToken);
        };

    /// <summary>
    /// Connects to a host's public addresses alone: a <see cref="SocketsHttpHandler.ConnectCallback"/>. With a proxy, set by the operator,
    /// the connection goes to the proxy, which decides itself what it reaches.
    /// </summary>
    /// <exception cref="PrivateAddressException">The host has no public address.</exception>
    public static ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        ConnectAsync(context, isOwn: false, cancellationToken);

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, bool isOwn, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        var isProxy = context.InitialRequestMessage.RequestUri is { } url
            && (url.IdnHost.Trim('[', ']') != host.Trim('[', ']') || url.Port != port);
        var allowed = isOwn || isProxy ? addresses : [.. addresses.Where(IsPublic)];
        if (allowed.Length == 0) throw new PrivateAddressException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Signals a host without a public address.</summary>
public sealed class PrivateAddressException(string host) : IOException($"{host} has no public address.");
