namespace Platform.Sepa;

/// <summary>A collection as a file gives it; texts are fit for the bank file.</summary>
internal sealed record CollectionDraft(
    MandateReference MandateReference, SepaAmount Amount, DateOnly CollectionDate, EndToEndId? EndToEndId, string? RemittanceText,
    SequenceType? SequenceType);

internal static class CollectionRow
{
    public static ImportRow<CollectionDraft> Parse(CsvRow row, ColumnMap columns, DecimalSign decimalSign)
    {
        if (row.Errors.Count > 0)
            return new(row.Line, null, row.Errors, []);
        var cells = new ImportRowReader(row, columns, decimalSign);
        var reference = cells.Value<MandateReference>(ImportField.MandateReference, required: true);
        var amount = cells.Amount(ImportField.Amount);
        var date = cells.Date(ImportField.CollectionDate);
        var endToEndId = cells.Value<EndToEndId>(ImportField.EndToEndId);
        var text = cells.Text(ImportField.RemittanceText, SepaLengths.Remittance);
        var sequence = cells.Choice(ImportField.SequenceType, ImportChoices.SequenceTypes, SepaErrorCodes.SequenceTypeUnknown);
        return cells.Result(() => new CollectionDraft(reference!.Value, amount!.Value, date!.Value, endToEndId, text, sequence));
    }
}
