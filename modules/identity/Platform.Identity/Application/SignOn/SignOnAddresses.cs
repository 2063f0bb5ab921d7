using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Addresses told to providers: of the configured host, whatever a request says of itself. Each company and group has a redirect address of
/// its own, so that no provider's answer can be passed off as another's (RFC 9700, 4.4.2).
/// </summary>
internal sealed class SignOnAddresses(IConfiguration configuration) : ISingletonDependency
{
    public string Redirect(Guid place) => $"{Root}/account/sso/callback/{place:D}";

    public string SignIn(string slug) => $"{Root}/account/sso/{slug}";

    private string Root => configuration["App:BaseUrl"] is { Length: > 0 } root
        ? root.TrimEnd('/')
        : throw new InvalidOperationException("App:BaseUrl is not configured: providers need the public address of this host.");

    /// <summary>S256 (RFC 7636, 4.2).</summary>
    public static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
