using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Platform.Identity;

/// <summary>
/// A network address or a network as of RFC 4632 and RFC 4291, always in its one canonical form: "192.0.2.1/32", "2001:db8::/32". IPv4
/// written in IPv6 ("::ffff:192.0.2.1") is IPv4.
/// </summary>
internal static class AddressRange
{
    /// <summary>The longest IPv6 address with its prefix.</summary>
    public const int TextLength = 64;

    private const int MappedBits = 96;

    /// <summary>The network, or why the text is none.</summary>
    /// <returns>On refusal a code of <see cref="IdentityErrorCodes"/> and what stands in its text.</returns>
    public static (IPNetwork? Network, string? Code, string? Value) Read(string text)
    {
        var parts = text.Trim().Split('/');
        if (parts.Length > 2 || Address(parts[0]) is not { } address)
            return Refuse(IdentityErrorCodes.AddressFormat, text);
        var bits = address.GetAddressBytes().Length * 8;
        if (parts.Length == 2 && !(int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out bits) && bits <= address.GetAddressBytes().Length * 8))
            return Refuse(IdentityErrorCodes.AddressFormat, text);
        if (address.IsIPv4MappedToIPv6)
        {
            if (bits <= MappedBits)
                return Refuse(IdentityErrorCodes.AddressTooWide, text);
            (address, bits) = (address.MapToIPv4(), bits - MappedBits);
        }

        if (bits == 0)
            return Refuse(IdentityErrorCodes.AddressTooWide, text);
        var network = NetworkOf(address, bits);
        return network.BaseAddress.Equals(address) ? (network, null, null) : Refuse(IdentityErrorCodes.AddressHostBits, network.ToString());
    }

    /// <summary>The canonical text of a network was made here: it always reads back.</summary>
    public static IPNetwork Parse(string canonical) => IPNetwork.Parse(canonical);

    /// <summary>The address a client is seen at, or null when there is none.</summary>
    public static IPAddress? ClientOf(string? address) => IPAddress.TryParse(address, out var parsed)
        ? parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed
        : null;

    /// <summary>Whether one network lies in another or is the same.</summary>
    public static bool Covers(this IPNetwork outer, IPNetwork inner) => outer.PrefixLength <= inner.PrefixLength && outer.Contains(inner.BaseAddress);

    private static (IPNetwork?, string?, string?) Refuse(string code, string value) => (null, code, value.Length > 100 ? value[..100] : value);

    // What .NET reads besides: "1", "127.1", "0x7f.0.0.1", "010.0.0.1" and scopes. None of it is what somebody means here.
    private static IPAddress? Address(string text)
    {
        if (!IPAddress.TryParse(text, out var address) || text.Contains('%', StringComparison.Ordinal) || text.Contains('[', StringComparison.Ordinal))
            return null;
        return address.AddressFamily == AddressFamily.InterNetwork && address.ToString() != text ? null : address;
    }

    private static IPNetwork NetworkOf(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = bits; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new IPNetwork(new IPAddress(bytes), bits);
    }
}
