using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Platform.Accounting;

/// <summary>Where the ClamAV daemon listens.</summary>
/// <param name="EndPoint">Null: nothing is scanned.</param>
/// <param name="Timeout">Longest wait for the connection, for taking a piece, and for the verdict.</param>
internal sealed record VirusScanOptions(EndPoint? EndPoint, TimeSpan Timeout)
{
    private const int DefaultPort = 3310;
    private const int DefaultSeconds = 120;

    /// <exception cref="InvalidOperationException">The address is not one: the host does not start.</exception>
    public static VirusScanOptions Read(IConfiguration configuration)
    {
        var seconds = configuration["VirusScan:TimeoutSeconds"] is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : DefaultSeconds;
        return new VirusScanOptions(Parse(configuration["VirusScan:Address"]), TimeSpan.FromSeconds(seconds));
    }

    private static EndPoint? Parse(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return null;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri switch
        {
            { Scheme: "tcp", Host.Length: > 0 } => new DnsEndPoint(uri.IdnHost.Trim('[', ']'), uri.Port < 0 ? DefaultPort : uri.Port),
            { Scheme: "unix", AbsolutePath.Length: > 1 } => new UnixDomainSocketEndPoint(Uri.UnescapeDataString(uri.AbsolutePath)),
            _ => throw Wrong(address),
        } : throw Wrong(address);
    }

    private static InvalidOperationException Wrong(string address) =>
        new($"VirusScan:Address is '{address}'; it is tcp://host:3310 or unix:///run/clamav/clamd.ctl, or empty for no scan.");
}
