using System.Security.Cryptography;
using System.Text;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Invoice and serial numbers as keyed hashes, each with the customer code in it: who sees the database cannot try them out, for the key
/// of each login is sealed under the host's key ring.
/// </summary>
internal sealed class LegacyNumbers(IStringEncryptionService encryption) : ISingletonDependency
{
    private const int KeyBytes = 32;
    private const int HashChars = 43;

    public void Set(LegacyAccount account, string customerCode, IEnumerable<string> numbers)
    {
        if (account.NumbersKey.Length == 0)
            account.NumbersKey = encryption.Encrypt(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)), PlaceOf(account));
        var key = KeyOf(account);
        account.Numbers = string.Join(' ', numbers.Select(n => Hash(key, customerCode, n)).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Every stored hash is compared, in the same time.</summary>
    public bool Matches(LegacyAccount account, string customerCode, string number)
    {
        var given = Encoding.ASCII.GetBytes(Hash(KeyOf(account), customerCode, number));
        var found = false;
        foreach (var stored in account.Numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            found |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(stored));
        return found;
    }

    /// <summary>As people write them: case and spaces do not count.</summary>
    public static string Normalize(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static string Hash(byte[] key, string customerCode, string number) =>
        System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Normalize(customerCode)}\n{Normalize(number)}")))[..HashChars];

    private byte[] KeyOf(LegacyAccount account) => Convert.FromBase64String(encryption.Decrypt(account.NumbersKey, PlaceOf(account)));

    private static string PlaceOf(LegacyAccount account) => $"IdentityLegacyAccounts.Numbers.{account.Id:N}";
}
