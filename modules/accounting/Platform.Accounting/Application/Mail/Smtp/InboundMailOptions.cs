using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace Platform.Accounting;

/// <summary>Where and what mail comes in.</summary>
/// <param name="EndPoint">Null: no mail is received. Port 0 is a free one.</param>
/// <param name="Domain">Behind the @ of every inbox's address, in small letters.</param>
/// <param name="MaxMessageBytes">Largest message as it is on its way.</param>
/// <param name="Certificate">For STARTTLS; null for none.</param>
internal sealed record InboundMailOptions(IPEndPoint? EndPoint, string Domain, int MaxMessageBytes, X509Certificate2? Certificate)
{
    private const int DefaultBytes = 25 * 1024 * 1024;

    public bool IsOn => EndPoint is not null;

    /// <exception cref="InvalidOperationException">A value is wrong or missing: the host does not start.</exception>
    public static InboundMailOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("InboundMail");
        var bytes = section.GetValue("MaxMessageBytes", DefaultBytes);
        if (string.IsNullOrWhiteSpace(section["Port"]))
            return new InboundMailOptions(null, "", bytes, null);
        if (!IPAddress.TryParse(section["Address"] ?? "127.0.0.1", out var address))
            throw new InvalidOperationException($"InboundMail:Address is '{section["Address"]}'; it is a network address of this machine.");
        if (string.IsNullOrWhiteSpace(section["Domain"]) || Uri.CheckHostName(section["Domain"]) != UriHostNameType.Dns)
            throw new InvalidOperationException($"InboundMail:Domain is '{section["Domain"]}'; with InboundMail:Port it is the domain of the inboxes' addresses.");
        return bytes > 0
            ? new InboundMailOptions(new IPEndPoint(address, section.GetValue<int>("Port")), section["Domain"]!.ToLowerInvariant(), bytes, ReadCertificate(section))
            : throw new InvalidOperationException($"InboundMail:MaxMessageBytes is {bytes}; it is more than 0.");
    }

    private static X509Certificate2? ReadCertificate(IConfiguration section) =>
        section["CertificatePath"] is { Length: > 0 } path ? X509Certificate2.CreateFromPemFile(path, section["CertificateKeyPath"]) : null;
}
