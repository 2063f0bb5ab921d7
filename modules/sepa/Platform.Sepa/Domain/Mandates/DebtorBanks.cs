using System.Collections.Frozen;

namespace Platform.Sepa;

/// <summary>Whether two accounts are certainly of one bank, by the bank identifier that begins the national account number.</summary>
internal static class DebtorBanks
{
    // SWIFT IBAN registry; countries where identifiers stand elsewhere or are shared are left out.
    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>
    {
        ["AT"] = 5,
        ["BE"] = 3,
        ["DE"] = 8,
        ["ES"] = 4,
        ["FR"] = 5,
        ["IE"] = 4,
        ["LU"] = 3,
        ["MC"] = 5,
        ["NL"] = 4,
        ["PT"] = 4,
    }.ToFrozenDictionary();

    public static bool AreSame(string iban, string other) =>
        Lengths.TryGetValue(iban[..2], out var length) && other.StartsWith(iban[..2], StringComparison.Ordinal)
        && iban.AsSpan(4, length).SequenceEqual(other.AsSpan(4, length));
}
