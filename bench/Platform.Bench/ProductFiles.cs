using System.Globalization;
using System.Text;

namespace Platform.Bench;

/// <summary>The sample rows as the CSV files a company would upload: after every hundred good rows a wrong one.</summary>
internal static class ProductFiles
{
    private const int GoodRowsPerWrong = 100;

    public static MemoryStream Mandates(int count) => Write(
        "mandate_reference;signature_date;debtor_name;iban;bic",
        SampleRows.Take(count).Select(row => $"{row.MandateId};{row.Signed};{row.Name};{row.Iban};{row.Bic}"),
        number => $"WRONG-{number};2026-01-15;Wrong {number};DE89370400440532013001;COBADEFFXXX");

    public static MemoryStream Collections(int count) => Write(
        "mandate_reference;amount;end_to_end_id;remittance_information",
        SampleRows.Take(count).Select(row =>
            string.Create(CultureInfo.InvariantCulture, $"{row.MandateId};{row.Cents / 100m:0.00};{row.EndToEndId};{row.Remittance}")),
        number => number % 2 == 0 ? $"UNKNOWN-{number};12.50;WRONG-{number};Invoice" : $"MANDATE-000001;12.505;WRONG-{number};Invoice");

    private static MemoryStream Write(string header, IEnumerable<string> rows, Func<int, string> wrong)
    {
        var file = new MemoryStream();
        using var writer = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true);
        writer.WriteLine(header);
        var written = 0;
        foreach (var row in rows)
        {
            writer.WriteLine(row);
            if (++written % GoodRowsPerWrong == 0)
                writer.WriteLine(wrong(written / GoodRowsPerWrong));
        }
        writer.Flush();
        file.Position = 0;
        return file;
    }
}
