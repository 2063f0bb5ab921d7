using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Platform.Tenancy;

/// <summary>One member state's way to write and to check its numbers, without the prefix.</summary>
internal sealed record VatRule(Regex Format, Func<string, bool> HasCheckDigits);

/// <summary>The table of member states: formats as published with VIES, check digits as the states define them.</summary>
internal static class VatRules
{
    private static readonly FrozenDictionary<string, VatRule> Rules = new Dictionary<string, VatRule>
    {
        ["AT"] = Rule("U[0-9]{8}", VatChecks.Austria),
        ["BE"] = Rule("[01][0-9]{9}", VatChecks.Belgium),
        ["BG"] = Rule("[0-9]{9,10}", VatChecksEast.Bulgaria),
        ["CY"] = Rule("(?!12)[0-9]{8}[A-Z]", VatChecks.Cyprus),
        ["CZ"] = Rule("[0-9]{8,10}", VatChecksEast.Czechia),
        ["DE"] = Rule("[1-9][0-9]{8}", VatMath.Mod11And10),
        ["DK"] = Rule("[1-9][0-9]{7}", n => VatMath.Sum(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
        ["EE"] = Rule("[0-9]{9}", n => VatMath.Sum(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0),
        ["EL"] = Rule("[0-9]{9}", n => VatMath.Sum(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == n[8] - '0'),
        ["ES"] = Rule("([0-9KLMXYZ][0-9]{7}[A-Z]|[A-HJNP-SUVW][0-9]{7}[0-9A-J])", VatChecksSpain.Check),
        ["FI"] = Rule("[0-9]{8}", n => VatMath.Sum(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0),
        ["FR"] = Rule("[0-9A-HJ-NP-Z]{2}[0-9]{9}", VatChecks.France),
        ["HR"] = Rule("[0-9]{11}", VatMath.Mod11And10),
        ["HU"] = Rule("[0-9]{8}", n => VatMath.Sum(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0),
        ["IE"] = Rule("([0-9]{7}[A-W][A-IW]?|[0-9][A-Z+*][0-9]{5}[A-W])", VatChecks.Ireland),
        ["IT"] = Rule("(?!0000000)[0-9]{7}(0[0-9][1-9]|0[1-9]0|100|12[01]|888|999)[0-9]", VatMath.Luhn),
        ["LT"] = Rule("([0-9]{7}1[0-9]|[0-9]{10}1[0-9])", VatChecksEast.Lithuania),
        ["LU"] = Rule("[0-9]{8}", n => VatMath.Number(n[..6]) % 89 == VatMath.Number(n[6..])),
        ["LV"] = Rule("[0-9]{11}", VatChecksEast.Latvia),
        ["MT"] = Rule("[1-9][0-9]{7}", n => 37 - (VatMath.Sum(n, 3, 4, 6, 7, 8, 9) % 37) == VatMath.Number(n[6..])),
        ["NL"] = Rule("[0-9]{9}B(?!00)[0-9]{2}", VatChecks.Netherlands),
        ["PL"] = Rule("[0-9]{10}", n => VatMath.Sum(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == n[9] - '0'),
        ["PT"] = Rule("[1-9][0-9]{8}", n => (11 - (VatMath.Sum(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11)) % 11 % 10 == n[8] - '0'),
        ["RO"] = Rule("[1-9][0-9]{1,9}", VatChecksEast.Romania),
        ["SE"] = Rule("[0-9]{10}(0[1-9]|[1-8][0-9]|9[0-4])", n => VatMath.Luhn(n[..10])),
        ["SI"] = Rule("[1-9][0-9]{7}", VatChecksEast.Slovenia),
        ["SK"] = Rule("[1-9][0-9][2-46-9][0-9]{7}", n => VatMath.Number(n) % 11 == 0),
        ["XI"] = Rule("([0-9]{9}|[0-9]{12}|GD[0-4][0-9]{2}|HA[5-9][0-9]{2})", VatChecks.NorthernIreland),
    }.ToFrozenDictionary();

    public static VatRule? Find(string prefix) => Rules.GetValueOrDefault(prefix);

    private static VatRule Rule(string format, Func<string, bool> hasCheckDigits) =>
        new(new Regex($@"\A{format}\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), hasCheckDigits);
}
