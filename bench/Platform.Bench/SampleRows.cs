using System.Globalization;

namespace Platform.Bench;

internal sealed record SampleRow(
    long Cents, string EndToEndId, string MandateId, string Signed, string Name, string Iban, string Bic, string Remittance);

/// <summary>The rows that every contender writes; bench/peers/rows.mjs makes the same ones.</summary>
internal static class SampleRows
{
    private static readonly (string Iban, string Bic)[] Accounts =
    [
        ("DE89370400440532013000", "COBADEFFXXX"), ("FR1420041010050500013M02606", "PSSTFRPPPAR"), ("BE68539007547034", "TRIOBEBB"),
        ("ES9121000418450200051332", "CAIXESBBXXX"), ("NL91ABNA0417164300", "ABNANL2A"), ("IT60X0542811101000000123456", "BLOPIT22"),
        ("AT611904300234573201", "OPSKATWW"), ("LU280019400644750000", "BCEELULL"),
    ];

    public static IEnumerable<SampleRow> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var number = (i + 1).ToString("D6", CultureInfo.InvariantCulture);
            var (iban, bic) = Accounts[i % Accounts.Length];
            yield return new SampleRow(
                CentsOf(i), $"E2E-{number}", $"MANDATE-{number}", "2026-01-15", $"Debtor {number}", iban, bic, $"Invoice {number}");
        }
    }

    public static long TotalCents(int count) => Enumerable.Range(0, count).Sum(CentsOf);

    private static long CentsOf(int index) => 1000 + (index % 9000);
}
