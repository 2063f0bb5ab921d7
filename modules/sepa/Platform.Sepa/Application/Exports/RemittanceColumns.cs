using System.Globalization;

namespace Platform.Sepa;

internal static class RemittanceColumns
{
    public static readonly IReadOnlyList<CsvColumn<RemittanceListDto>> Csv =
    [
        new("Number", (r, _) => r.Number),
        new("Title", (r, _) => r.Title),
        new("Scheme", (r, texts) => texts[$"PaymentScheme:{r.Scheme}"]),
        new("CreditorAccount", (r, _) => r.CreditorAccountName),
        new("FirstExecutionOn", (r, _) => r.FirstExecutionOn?.ToString("d", CultureInfo.CurrentCulture) ?? ""),
        new("Orders", (r, _) => r.Count.ToString(CultureInfo.InvariantCulture)),
        new("Total", (r, _) => r.Total.ToString("0.00", CultureInfo.CurrentCulture)),
        new("Status", (r, texts) => texts[$"RemittanceStage:{r.Stage}"]),
        new("PreparedBy", (r, _) => r.CreatedByName ?? ""),
    ];
}
