namespace Platform.Sepa;

/// <summary>What one bank wants for one account.</summary>
internal sealed record BankProfile(
    Pain008Version Version, AddressStyle AddressStyle, NewDebtorAccountPlace NewDebtorAccountPlace, bool BatchBooking, bool BicRequired,
    bool UsesFrst, TimeOnly CutOff, string TimeZone, int LeadDays, Pain001Version TransferVersion, TimeOnly TransferCutOff)
{
    /// <summary>The earliest date that a file handed over now may ask for; instant transfers know no closing hours.</summary>
    public DateOnly EarliestDate(PaymentScheme scheme, DateTime utcNow) => scheme == PaymentScheme.SctInst
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utcNow, Zone()))
        : Schedule(scheme).EarliestCollectionDate(utcNow);

    /// <summary>The first moment (UTC) that is too late for this date.</summary>
    public DateTime Deadline(PaymentScheme scheme, DateOnly date) => scheme == PaymentScheme.SctInst
        ? TimeZoneInfo.ConvertTimeToUtc(date.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), Zone())
        : Schedule(scheme).Deadline(date);

    private CollectionSchedule Schedule(PaymentScheme scheme) =>
        scheme.IsTransfer() ? new CollectionSchedule(TransferCutOff, 0, Zone()) : new CollectionSchedule(CutOff, scheme.IsReversal() ? 0 : LeadDays, Zone());

    private TimeZoneInfo Zone() => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>Everything of an account that a person enters, checked.</summary>
internal sealed record CreditorAccountData(
    string Name, Iban Iban, Bic? Bic, string BankName, string CreditorName, CreditorIdentifier? CreditorIdentifier, PostalAddress Address,
    BankProfile Profile, long? SecondApprovalAboveCents);
