namespace Platform.Sepa;

internal static class CreditorAccountReader
{
    private static readonly TimeOnly Noon = new(12, 0);

    public static CreditorAccountData Read(SaveCreditorAccountDto input)
    {
        var fields = new FieldReader();
        var iban = fields.SepaIban(nameof(input.Iban), input.Iban);
        var bic = fields.Optional<Bic>(nameof(input.Bic), input.Bic);
        if (iban is { IsSepa: true, IsEea: false } && bic is null)
            fields.Refuse(nameof(input.Bic), SepaErrorCodes.BicMissing, iban.CountryCode);
        var data = new CreditorAccountData(
            fields.Text(nameof(input.Name), input.Name, SepaLengths.Name),
            iban,
            bic,
            fields.Text(nameof(input.BankName), input.BankName, SepaLengths.Name),
            fields.Text(nameof(input.CreditorName), input.CreditorName, SepaLengths.Name),
            fields.Optional<CreditorIdentifier>(nameof(input.CreditorIdentifier), input.CreditorIdentifier),
            fields.Address(input.Address, required: true),
            Profile(fields, input.Profile ?? new BankProfileDto()),
            Limit(fields, input.SecondApprovalAbove));
        fields.ThrowIfAny();
        return data;
    }

    private static BankProfile Profile(FieldReader fields, BankProfileDto input)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(input.TimeZone, out _))
            fields.Refuse(nameof(input.TimeZone), SepaErrorCodes.TimeZoneUnknown, input.TimeZone);
        return new BankProfile(
            input.Version, input.AddressStyle, input.NewDebtorAccountPlace, input.BatchBooking, input.BicRequired, input.UsesFrst,
            input.CutOff ?? Noon, input.TimeZone, fields.Number(nameof(input.LeadDays), input.LeadDays, 0, 30), input.TransferVersion,
            input.TransferCutOff ?? Noon);
    }

    private static long? Limit(FieldReader fields, decimal? euros)
    {
        if (euros is not { } value)
            return null;
        if (value < 0 || value > SepaAmount.MaxCents / 100m * 1000 || decimal.Round(value, 2) != value)
            fields.Refuse(nameof(SaveCreditorAccountDto.SecondApprovalAbove), SepaErrorCodes.NumberRange, $"{value}");
        return (long)(value * 100);
    }
}

internal static class CreditorAccountMapping
{
    public static CreditorAccountDto ToDto(this CreditorAccount a) => new(
        a.Id, a.Name, a.Iban, a.Bic, a.BankName, a.CreditorName, a.CreditorIdentifier, a.Address().ToDto(),
        new BankProfileDto(a.Version, a.BatchBooking, a.BicRequired, a.UsesFrst, a.CutOff, a.TimeZone, a.LeadDays, a.AddressStyle, a.NewDebtorAccountPlace,
            a.TransferVersion, a.TransferCutOff),
        a.SecondApprovalAboveCents / 100m, a.Status, a.LastEditedBy == Guid.Empty ? null : a.LastEditedBy, a.LastEditedByName,
        a.ApprovedByName, a.ApprovedAt, a.ConcurrencyStamp);
}
