namespace Platform.Sepa;

/// <summary>A mandate as a file gives it; its texts fit into the bank file once converted.</summary>
internal sealed record MandateDraft(
    MandateReference Reference, DateOnly SignedOn, string DebtorName, Iban DebtorIban, Bic? DebtorBic, SddScheme Scheme,
    SequenceType? SequenceType, PostalAddress? Address, string? Email = null, string? Language = null, string? CustomerCode = null);

internal static class MandateRow
{
    public static ImportRow<MandateDraft> Parse(FileRow row, ColumnMap columns)
    {
        if (row.Errors.Count > 0)
            return new(row.Line, null, row.Errors, []);
        var cells = new ImportRowReader(row, columns, DecimalSign.Unknown);
        var reference = cells.Value<MandateReference>(ImportField.MandateReference, required: true);
        var signedOn = cells.Date(ImportField.SignedOn);
        var name = cells.Text(ImportField.DebtorName, SepaLengths.Name, required: true);
        var iban = cells.SepaIban(ImportField.DebtorIban);
        var bic = cells.Value<Bic>(ImportField.DebtorBic);
        var scheme = cells.Choice(ImportField.Scheme, ImportChoices.Schemes, SepaErrorCodes.SchemeUnknown);
        var sequence = cells.Choice(ImportField.SequenceType, ImportChoices.SequenceTypes, SepaErrorCodes.SequenceTypeUnknown);
        var address = AddressCells.Read(cells);
        var email = cells.Email(ImportField.Email);
        var language = cells.Language(ImportField.Language);
        var customer = cells.Text(ImportField.CustomerCode, SepaLengths.Identifier);
        return cells.Result(() => new MandateDraft(
            reference!.Value, signedOn!.Value, name!, iban!.Value, bic, scheme ?? SddScheme.Core, sequence, address, email, language, customer));
    }
}
