namespace Platform.Sepa;

/// <summary>What one bank wants for one account.</summary>
internal sealed record BankProfile(
    Pain008Version Version, AddressStyle AddressStyle, NewDebtorAccountPlace NewDebtorAccountPlace, bool BatchBooking, bool BicRequired,
    bool UsesFrst, TimeOnly CutOff, string TimeZone, int LeadDays)
{
    public CollectionSchedule Schedule() => new(CutOff, LeadDays, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}

/// <summary>Everything of an account that a person enters, checked.</summary>
internal sealed record CreditorAccountData(
    string Name, Iban Iban, Bic? Bic, string BankName, string CreditorName, CreditorIdentifier CreditorIdentifier, PostalAddress Address,
    BankProfile Profile, long? SecondApprovalAboveCents);
