namespace Platform.Sepa;

/// <summary>
/// A collection as a file gives it; no date means as early as possible. The debtor's account is only compared: the mandate says which it is.
/// </summary>
internal sealed record CollectionDraft(
    MandateReference MandateReference, SepaAmount Amount, DateOnly? CollectionDate, EndToEndId? EndToEndId, string? InvoiceNumber,
    string? RemittanceText, SequenceType? SequenceType, string? DebtorIban = null);

internal static class CollectionRow
{
    public static ImportRow<CollectionDraft> Parse(FileRow row, ColumnMap columns, DecimalSign decimalSign)
    {
        if (row.Errors.Count > 0)
            return new(row.Line, null, row.Errors, []);
        var cells = new ImportRowReader(row, columns, decimalSign);
        var reference = cells.Value<MandateReference>(ImportField.MandateReference, required: true);
        var amount = cells.Amount(ImportField.Amount);
        var date = cells.Date(ImportField.CollectionDate, required: false);
        var endToEndId = cells.Value<EndToEndId>(ImportField.EndToEndId);
        var invoice = cells.Text(ImportField.InvoiceNumber, SepaLengths.Identifier);
        var text = cells.Text(ImportField.RemittanceText, SepaLengths.Remittance);
        var sequence = cells.Choice(ImportField.SequenceType, ImportChoices.SequenceTypes, SepaErrorCodes.SequenceTypeUnknown);
        var iban = cells.Compact(ImportField.DebtorIban);
        return cells.Result(() => new CollectionDraft(reference!.Value, amount!.Value, date, endToEndId, invoice, text, sequence, iban));
    }
}
