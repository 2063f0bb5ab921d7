using System.Security.Cryptography;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// What stands in the address of a link: its company and a random key, sealed together by the key ring for the kind. It says nothing to who
/// holds it, opens as no other kind, and one made elsewhere is recognised without asking the database. Within: 16 bytes of the company's id
/// and 32 of the key, each as base64url.
/// </summary>
internal sealed class LinkTokens(IStringEncryptionService encryption) : ISingletonDependency
{
    /// <summary>Of every token.</summary>
    public const int Length = 219;

    private const int IdLength = 22;
    private const int KeyLength = 43;

    public string Write(string kind, Guid companyId, string key) => encryption.Encrypt(Base64UrlText.Write(companyId.ToByteArray()) + key, PlaceOf(kind));

    /// <summary>Whether it looks like one. What does not, was cut off on its way and is no guess.</summary>
    public static bool HasShape(string? token) => token is { Length: Length } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public bool TryRead(string kind, string token, out Guid companyId, out string key)
    {
        (companyId, key) = (Guid.Empty, "");
        try
        {
            var text = encryption.Decrypt(token, PlaceOf(kind));
            if (text.Length != IdLength + KeyLength || Base64UrlText.Read(text.AsSpan(0, IdLength)) is not { } id)
                return false;
            (companyId, key) = (new Guid(id), text[IdLength..]);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string PlaceOf(string kind) => $"link/{kind}";
}
