namespace Platform.Sepa;

/// <summary>What a bank's profile says about its direct-debit files.</summary>
internal sealed record Pain008Options(
    Pain008Version Version = Pain008Version.V08,
    AddressStyle AddressStyle = AddressStyle.Structured,
    NewDebtorAccountPlace NewDebtorAccountPlace = NewDebtorAccountPlace.OriginalDebtorAccount);
