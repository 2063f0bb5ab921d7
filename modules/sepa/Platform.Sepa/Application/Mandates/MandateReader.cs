namespace Platform.Sepa;

internal static class MandateReader
{
    public static (MandateReference Reference, Iban Iban, Bic? Bic) Read(AmendMandateDto input)
    {
        var fields = new FieldReader();
        var values = (
            fields.Value<MandateReference>(nameof(input.Reference), input.Reference), fields.SepaIban(nameof(input.DebtorIban), input.DebtorIban),
            fields.Optional<Bic>(nameof(input.DebtorBic), input.DebtorBic));
        fields.ThrowIfAny();
        return values;
    }

    public static MandateData Read(SaveMandateDto input, DateOnly today)
    {
        var fields = new FieldReader();
        var iban = fields.SepaIban(nameof(input.DebtorIban), input.DebtorIban);
        if (input.SignedOn > today)
            fields.Refuse(nameof(input.SignedOn), SepaErrorCodes.SignedInFuture, $"{input.SignedOn:yyyy-MM-dd}");
        var data = new MandateData(
            fields.Value<MandateReference>(nameof(input.Reference), input.Reference),
            input.Scheme,
            input.Type,
            input.SignedOn,
            fields.Text(nameof(input.DebtorName), input.DebtorName, SepaLengths.Name),
            iban,
            fields.Optional<Bic>(nameof(input.DebtorBic), input.DebtorBic),
            fields.Address(input.Address, required: iban is { IsSepa: true, IsEea: false }),
            fields.Email(nameof(input.Email), input.Email),
            fields.Language(nameof(input.Language), input.Language));
        fields.ThrowIfAny();
        return data;
    }
}
