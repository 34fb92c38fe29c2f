using System.Net;

namespace WhatsAppBots.Access;

/// <summary>Addresses and networks that may use a key.</summary>
public static class AddressList
{
    /// <summary>Largest number of entries.</summary>
    public const int Most = 50;

    /// <summary>The first entry that is neither an address nor a network such as <c>10.1.0.0/16</c>; null where all are.</summary>
    public static string? Wrong(IEnumerable<string> list) => list.FirstOrDefault(entry => !TryRead(entry, out _));

    /// <summary>Tells whether an address is in the list.</summary>
    public static bool Has(IEnumerable<string> list, IPAddress? address)
    {
        if (address is null) return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return list.Any(entry =>
            TryRead(entry, out var network) && network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    private static bool TryRead(string entry, out IPNetwork network)
    {
        if (IPNetwork.TryParse(entry, out network)) return true;
        if (!IPAddress.TryParse(entry, out var address)) return false;
        network = new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128);
        return true;
    }
}
