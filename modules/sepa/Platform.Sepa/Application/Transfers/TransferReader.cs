namespace Platform.Sepa;

internal static class TransferReader
{
    public static (PartyData Creditor, OrderData Order) Read(CreateTransferDto input, FieldReader fields, DateOnly today)
    {
        var iban = fields.SepaIban(nameof(input.CreditorIban), input.CreditorIban);
        var bic = fields.Optional<Bic>(nameof(input.CreditorBic), input.CreditorBic);
        var isOutsideEea = iban is { IsSepa: true, IsEea: false };
        if (isOutsideEea && bic is null)
            fields.Refuse(nameof(input.CreditorBic), SepaErrorCodes.BicMissing, iban.CountryCode);
        if (!SepaAmount.TryCreate(input.Amount, out var amount, out var code))
            fields.Refuse(nameof(input.Amount), code, $"{input.Amount}");
        if (input.RequestedOn < today)
            fields.Refuse(nameof(input.RequestedOn), SepaErrorCodes.TransferDatePast, $"{input.RequestedOn:yyyy-MM-dd}");
        var creditor = new PartyData(
            fields.Text(nameof(input.CreditorName), input.CreditorName, SepaLengths.Name), iban, bic,
            fields.Address(input.CreditorAddress, required: isOutsideEea));
        return (creditor, new OrderData(
            amount.Cents, input.RequestedOn, fields.Optional<EndToEndId>(nameof(input.EndToEndId), input.EndToEndId)?.Value,
            fields.OptionalText(nameof(input.InvoiceNumber), input.InvoiceNumber, SepaLengths.Identifier),
            fields.OptionalText(nameof(input.RemittanceInformation), input.RemittanceInformation, SepaLengths.Remittance)));
    }
}
