using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Identity;

/// <summary>Random keys and the hashes kept in their place. 256 random bits need no salt and no slow hash.</summary>
internal static class Secrets
{
    public const int HashLength = 64;
    private const int KeyBytes = 32;

    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool Matches(string hash, string otherHash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(otherHash));
}
