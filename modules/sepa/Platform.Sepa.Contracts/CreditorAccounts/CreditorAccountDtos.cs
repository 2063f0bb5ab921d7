namespace Platform.Sepa;

/// <summary>A bank account of the company that receives collections and pays transfers, with the agreement its bank holds about it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">What the company calls it.</param>
/// <param name="Iban">Normal form.</param>
/// <param name="Bic">Normal form, if known.</param>
/// <param name="BankName">For people only.</param>
/// <param name="CreditorName">The company as written to bank files, at most 70 characters.</param>
/// <param name="CreditorIdentifier">Normal form; null where the account only pays.</param>
/// <param name="Address">The creditor's address.</param>
/// <param name="Profile">What the bank wants.</param>
/// <param name="SecondApprovalAbove">Euro: remittances above it need two approvers; null never.</param>
/// <param name="Status">Only approved accounts are used.</param>
/// <param name="LastEditedBy">May not approve it.</param>
/// <param name="LastEditedByName">Name at that time.</param>
/// <param name="ApprovedByName">Who approved the present data.</param>
/// <param name="ApprovedAt">UTC.</param>
/// <param name="ConcurrencyStamp">Give it back when saving.</param>
public sealed record CreditorAccountDto(
    Guid Id, string Name, string Iban, string? Bic, string BankName, string CreditorName, string? CreditorIdentifier, AddressDto Address,
    BankProfileDto Profile, decimal? SecondApprovalAbove, CreditorAccountStatus Status, Guid? LastEditedBy, string? LastEditedByName,
    string? ApprovedByName, DateTime? ApprovedAt, Guid ConcurrencyStamp);

/// <summary>State of a creditor account.</summary>
public enum CreditorAccountStatus
{
    /// <summary>Added or changed, waits for a second person.</summary>
    AwaitingApproval,

    /// <summary>Usable.</summary>
    Approved,

    /// <summary>No longer used; its history stays.</summary>
    Closed,
}

/// <summary>What a bank wants in and around its files.</summary>
/// <param name="Version">Edition of the direct-debit message.</param>
/// <param name="BatchBooking">One entry on the statement per block instead of one per order.</param>
/// <param name="BicRequired">Every order must name the debtor's bank.</param>
/// <param name="UsesFrst">Write FRST for the first collection of a recurrent mandate; else RCUR, allowed since November 2016.</param>
/// <param name="CutOff">Local time of the time zone from which a file counts as the next day's; null means noon.</param>
/// <param name="TimeZone">IANA name, "Europe/Paris".</param>
/// <param name="LeadDays">TARGET days between receipt and collection, 0 to 30.</param>
/// <param name="AddressStyle">How addresses are written.</param>
/// <param name="NewDebtorAccountPlace">Where "same mandate, new debtor account" is written.</param>
/// <param name="TransferVersion">Edition of the credit-transfer message.</param>
/// <param name="TransferCutOff">Local time from which a file of transfers counts as the next day's; null means noon.</param>
public sealed record BankProfileDto(
    Pain008Version Version = Pain008Version.V08, bool BatchBooking = true, bool BicRequired = false, bool UsesFrst = false,
    TimeOnly? CutOff = null, string TimeZone = "Europe/Paris", int LeadDays = 1, AddressStyle AddressStyle = AddressStyle.Structured,
    NewDebtorAccountPlace NewDebtorAccountPlace = NewDebtorAccountPlace.OriginalDebtorAccount,
    Pain001Version TransferVersion = Pain001Version.V09, TimeOnly? TransferCutOff = null);

/// <summary>A creditor account as a person enters it; changing anything but the name asks for a new approval.</summary>
/// <param name="Name">At most 70 characters.</param>
/// <param name="Iban">Of a SEPA country.</param>
/// <param name="Bic">Compulsory outside the European Economic Area.</param>
/// <param name="BankName">At most 70 characters.</param>
/// <param name="CreditorName">At most 70 characters.</param>
/// <param name="CreditorIdentifier">With right check digits; null for an account that only pays.</param>
/// <param name="Address">Town and country at least.</param>
/// <param name="Profile">What the bank wants.</param>
/// <param name="SecondApprovalAbove">Euro, or null.</param>
/// <param name="ConcurrencyStamp">As read; null for a new account.</param>
public sealed record SaveCreditorAccountDto(
    string? Name, string? Iban, string? Bic, string? BankName, string? CreditorName, string? CreditorIdentifier, AddressDto? Address,
    BankProfileDto? Profile, decimal? SecondApprovalAbove = null, Guid? ConcurrencyStamp = null);

/// <summary>A postal address: fully structured, or hybrid (town and country structured plus at most two free lines; EPC, from 15 November 2026).</summary>
/// <param name="Street">StrtNm, 70 characters.</param>
/// <param name="BuildingNumber">BldgNb, 16 characters.</param>
/// <param name="PostalCode">PstCd, 16 characters.</param>
/// <param name="Town">TwnNm, 35 characters.</param>
/// <param name="Country">Ctry, ISO 3166-1.</param>
/// <param name="Line1">AdrLine, 70 characters.</param>
/// <param name="Line2">AdrLine, 70 characters.</param>
public sealed record AddressDto(
    string? Street = null, string? BuildingNumber = null, string? PostalCode = null, string? Town = null, string? Country = null,
    string? Line1 = null, string? Line2 = null);
