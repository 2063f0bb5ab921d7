using System.Globalization;
using System.Text;

namespace Platform.Sepa.Tests;

/// <summary>CSV files of many good rows.</summary>
internal static class VolumeFiles
{
    public static byte[] Mandates(int count) => Write(
        "mandate_reference;signature_date;debtor_name;iban", count, i => $"VOL-{i:D6};2026-01-15;Débiteur {i:D6};FR7616958230040009668127476");

    public static byte[] Collections(int count) => Write(
        "mandate_reference;amount;end_to_end_id;remittance_information", count,
        i => string.Create(CultureInfo.InvariantCulture, $"VOL-{i:D6};{Cents(i) / 100m:0.00};E2E-{i:D6};Facture {i:D6}"));

    public static long TotalCents(int count) => Enumerable.Range(1, count).Sum(Cents);

    private static long Cents(int i) => 1001 + i % 5000;

    private static byte[] Write(string header, int count, Func<int, string> row)
    {
        var text = new StringBuilder(header).Append('\n');
        for (var i = 1; i <= count; i++)
            text.Append(row(i)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
