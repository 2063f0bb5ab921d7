using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace Platform.Identity;

/// <summary>
/// Password hashes that an import may bring: version 3 of ASP.NET Core Identity, and bcrypt. Bounded, so that no imported hash makes
/// signing in expensive.
/// </summary>
internal static partial class LegacyPasswordHash
{
    /// <summary>Checking any bcrypt hash is stretched to the time of this cost.</summary>
    public const int BcryptCost = 12;

    private const int Version3 = 1;
    private const int MostIterations = 1_000_000;
    private const int HeaderBytes = 13;
    private const int LeastBytes = HeaderBytes + 16 + 16;
    private const int MostBytes = 180;
    private const int CostAt = 4;

    public static bool IsBcrypt(string? hash) => hash is not null && hash.StartsWith("$2", StringComparison.Ordinal);

    public static bool IsAccepted(string hash) => IsBcrypt(hash) ? Bcrypt().IsMatch(hash) && CostOf(hash) <= BcryptCost : IsVersion3(hash);

    public static int CostOf(string bcrypt) => int.Parse(bcrypt.AsSpan(CostAt, 2), System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsVersion3(string hash)
    {
        var bytes = new byte[MostBytes];
        if (!Convert.TryFromBase64String(hash, bytes, out var length) || length < LeastBytes || bytes[0] != Version3)
            return false;
        var (algorithm, iterations, salt) = (Number(1), Number(5), Number(9));
        return algorithm is 1 or 2 && iterations is > 0 and <= MostIterations && salt >= 16 && salt <= length - HeaderBytes - 16;

        uint Number(int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
    }

    [GeneratedRegex(@"^\$2[aby]\$(0[4-9]|1[0-9])\$[./A-Za-z0-9]{53}$")]
    private static partial Regex Bcrypt();
}
