namespace Platform.Sepa;

/// <summary>A transfer as a file gives it; no date means as early as possible.</summary>
internal sealed record TransferDraft(
    PartyData Creditor, SepaAmount Amount, DateOnly? ExecutionDate, EndToEndId? EndToEndId, string? InvoiceNumber, string? RemittanceText);

internal static class TransferRow
{
    public static ImportRow<TransferDraft> Parse(FileRow row, ColumnMap columns, DecimalSign decimalSign)
    {
        if (row.Errors.Count > 0)
            return new(row.Line, null, row.Errors, []);
        var cells = new ImportRowReader(row, columns, decimalSign);
        var name = cells.Text(ImportField.CreditorName, SepaLengths.Name, required: true);
        var iban = cells.SepaIban(ImportField.CreditorIban);
        var bic = cells.Value<Bic>(ImportField.CreditorBic);
        var address = AddressCells.Read(cells);
        var amount = cells.Amount(ImportField.Amount);
        var date = cells.Date(ImportField.ExecutionDate, required: false);
        var endToEndId = cells.Value<EndToEndId>(ImportField.EndToEndId);
        var invoice = cells.Text(ImportField.InvoiceNumber, SepaLengths.Identifier);
        var text = cells.Text(ImportField.RemittanceText, SepaLengths.Remittance);
        return cells.Result(() => new TransferDraft(new PartyData(name!, iban!.Value, bic, address), amount!.Value, date, endToEndId, invoice, text));
    }
}
