using System.Collections.Frozen;
using System.Globalization;

namespace Platform.Sepa;

internal sealed record IbanCountry(string Code, int Length, IReadOnlyList<IbanPart> Bban, bool IsSepa, bool IsEea);

internal readonly record struct IbanPart(int Length, char Kind)
{
    public bool Accepts(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!(Kind switch { 'n' => char.IsAsciiDigit(c), 'a' => char.IsAsciiLetterUpper(c), _ => true }))
                return false;
        }

        return true;
    }
}

/// <summary>
/// SWIFT IBAN registry, release 102: country, length, structure of the part after the check digits (n digits, a letters, c both;
/// neighbouring parts of one kind joined). S: country of the SEPA schemes (EPC409-09 v8.0). E: European Economic Area.
/// </summary>
internal static class IbanRegistry
{
    private const string Data = """
        AD 24 8n12c S | AE 23 19n | AL 28 8n16c S | AT 20 16n SE | AZ 28 4a20c | BA 20 16n | BE 16 12n SE | BG 22 4a6n8c SE
        BH 22 4a14c | BI 27 23n | BR 29 23n1a1c | BY 28 4c4n16c | CH 21 5n12c S | CR 22 18n | CY 28 8n16c SE | CZ 24 20n SE
        DE 22 18n SE | DJ 27 23n | DK 18 14n SE | DO 28 4c20n | EE 20 16n SE | EG 29 25n | ES 24 20n SE | FI 18 14n SE
        FK 18 2a12n | FO 18 14n | FR 27 10n11c2n SE | GB 22 4a14n S | GE 22 2a16n | GI 23 4a15c S | GL 18 14n | GR 27 7n16c SE
        GT 28 24c | HN 28 4a20n | HR 21 17n SE | HU 28 24n SE | IE 22 4a14n SE | IL 23 19n | IQ 23 4a15n | IS 26 22n SE
        IT 27 1a10n12c SE | JO 30 4a4n18c | KW 30 4a22c | KZ 20 3n13c | LB 28 4n20c | LC 32 4a24c | LI 21 5n12c SE
        LT 20 16n SE | LU 20 3n13c SE | LV 21 4a13c SE | LY 25 21n | MC 27 10n11c2n S | MD 24 20c S | ME 22 18n S
        MK 19 3n10c2n S | MN 20 16n | MR 27 23n | MT 31 4a5n18c SE | MU 30 4a19n3a | NI 28 4a20n | NL 18 4a10n SE | NO 15 11n SE
        OM 23 3n16c | PK 24 4a16c | PL 28 24n SE | PS 29 4a21c | PT 25 21n SE | QA 29 4a21c | RO 24 4a16c SE | RS 22 18n S
        RU 33 14n15c | SA 24 2n18c | SC 31 4a20n3a | SD 18 14n | SE 24 20n SE | SI 19 15n SE | SK 24 20n SE | SM 27 1a10n12c S
        SO 23 19n | ST 25 21n | SV 28 4a20n | TL 23 19n | TN 24 20n | TR 26 6n16c | UA 29 6n19c | VA 22 18n S | VG 24 4a16n
        XK 20 16n | YE 30 4a4n18c
        """;

    private static readonly FrozenDictionary<string, IbanCountry> Countries = Data
        .Split(['|', '\n'], StringSplitOptions.TrimEntries)
        .Select(Parse)
        .ToFrozenDictionary(c => c.Code);

    private static readonly FrozenDictionary<string, IbanCountry>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Countries.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IReadOnlyCollection<IbanCountry> All => Countries.Values;

    public static IbanCountry? Find(ReadOnlySpan<char> country) => Lookup.TryGetValue(country, out var found) ? found : null;

    private static IbanCountry Parse(string entry)
    {
        var cells = entry.Split(' ');
        var flags = cells.Length > 3 ? cells[3] : "";
        var length = int.Parse(cells[1], CultureInfo.InvariantCulture);
        return new(cells[0], length, Parts(cells[2]), flags.Contains('S'), flags.Contains('E'));
    }

    private static List<IbanPart> Parts(string structure)
    {
        var parts = new List<IbanPart>();
        var length = 0;
        foreach (var c in structure)
        {
            if (char.IsAsciiDigit(c))
            {
                length = length * 10 + (c - '0');
                continue;
            }

            parts.Add(new(length, c));
            length = 0;
        }

        return parts;
    }
}
