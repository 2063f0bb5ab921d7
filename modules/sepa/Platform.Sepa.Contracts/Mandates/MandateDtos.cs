using Platform.Customers;

namespace Platform.Sepa;

/// <summary>State of a mandate.</summary>
public enum MandateStatus
{
    /// <summary>Entered, not signed.</summary>
    Draft,

    /// <summary>Signed and usable.</summary>
    Active,

    /// <summary>Not used until resumed.</summary>
    Suspended,

    /// <summary>Ended by debtor or creditor, for good.</summary>
    Cancelled,

    /// <summary>Lapsed: 36 months without a collection (EPC016-06, 4.1).</summary>
    Expired,
}

/// <summary>How often a mandate may be used.</summary>
public enum MandateType
{
    /// <summary>Any number of times (RCUR).</summary>
    Recurrent,

    /// <summary>Once (OOFF).</summary>
    OneOff,
}

/// <summary>A line of the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Reference">Unique mandate reference.</param>
/// <param name="Scheme">CORE or B2B.</param>
/// <param name="Type">Recurrent or one-off.</param>
/// <param name="Status">Expired also when 36 months have passed since <paramref name="LastCollectedOn"/>.</param>
/// <param name="SignedOn">Date of signature; null while a draft.</param>
/// <param name="DebtorName">Name.</param>
/// <param name="DebtorIban">Normal form: mask it in lists.</param>
/// <param name="LastCollectedOn">Latest collection date of an approved remittance.</param>
/// <param name="LapsesOn">First day on which it has lapsed; null while a draft.</param>
public sealed record MandateListDto(
    Guid Id, string Reference, SddScheme Scheme, MandateType Type, MandateStatus Status, DateOnly? SignedOn, string DebtorName,
    string DebtorIban, DateOnly? LastCollectedOn, DateOnly? LapsesOn);

/// <summary>A mandate in full.</summary>
/// <param name="Id">Key.</param>
/// <param name="Reference">Unique mandate reference.</param>
/// <param name="Creditor">Creditor identifier without check digits and business code: what the reference is unique for.</param>
/// <param name="Scheme">CORE or B2B.</param>
/// <param name="Type">Recurrent or one-off.</param>
/// <param name="Status">State.</param>
/// <param name="SignedOn">Date of signature.</param>
/// <param name="DebtorName">Name.</param>
/// <param name="DebtorIban">Normal form.</param>
/// <param name="DebtorBic">Normal form, if known.</param>
/// <param name="Address">Debtor's address; empty members when unknown.</param>
/// <param name="Email">Debtor's e-mail address.</param>
/// <param name="Language">Two letters, ISO 639-1.</param>
/// <param name="LastCollectedOn">Latest collection date of an approved remittance.</param>
/// <param name="LapsesOn">First day on which it has lapsed.</param>
/// <param name="ImportBatchId">The import it came with.</param>
/// <param name="Timeline">What happened to it, oldest first.</param>
/// <param name="ConcurrencyStamp">Give it back when saving.</param>
/// <param name="Customer">Whose mandate it is, where that is known and shown to the reader.</param>
/// <param name="Amendment">What the next collection will tell the debtor's bank; null for nothing.</param>
/// <param name="IsUsed">A collection was issued: another reference or account is an amendment.</param>
public sealed record MandateDto(
    Guid Id, string Reference, string Creditor, SddScheme Scheme, MandateType Type, MandateStatus Status, DateOnly? SignedOn,
    string DebtorName, string DebtorIban, string? DebtorBic, AddressDto Address, string? Email, string? Language,
    DateOnly? LastCollectedOn, DateOnly? LapsesOn, Guid? ImportBatchId, IReadOnlyList<MandateEventDto> Timeline, Guid ConcurrencyStamp,
    CustomerReferenceDto? Customer = null, MandateAmendmentDto? Amendment = null, bool IsUsed = false);

/// <summary>What the debtor's bank still knows instead of the present values; null where it knows them.</summary>
/// <param name="OriginalReference">OrgnlMndtId.</param>
/// <param name="OriginalDebtorIban">The account that was debited; banks are told "SMNDA", or this number within one bank.</param>
/// <param name="OriginalCreditorIdentifier">OrgnlCdtrSchmeId/Id.</param>
/// <param name="OriginalCreditorName">OrgnlCdtrSchmeId/Nm.</param>
public sealed record MandateAmendmentDto(
    string? OriginalReference, string? OriginalDebtorIban, string? OriginalCreditorIdentifier, string? OriginalCreditorName);

/// <summary>An amendment as a person enters it: each value as it shall be.</summary>
/// <param name="Reference">1 to 35 characters, unique for the creditor identifier.</param>
/// <param name="DebtorIban">Of a SEPA country.</param>
/// <param name="DebtorBic">Optional.</param>
/// <param name="ConcurrencyStamp">As read.</param>
public sealed record AmendMandateDto(string? Reference, string? DebtorIban, string? DebtorBic, Guid ConcurrencyStamp);

/// <summary>A step in a mandate's life.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">UTC for acts; midnight for days.</param>
/// <param name="ByName">Who, if a person did it.</param>
/// <param name="Note">Reason, or the remittance's number.</param>
/// <param name="Before">The amended value as it was.</param>
/// <param name="After">The amended value as it is since.</param>
public sealed record MandateEventDto(
    MandateEventKind Kind, DateTime At, string? ByName, string? Note, string? Before = null, string? After = null);

/// <summary>Steps of <see cref="MandateEventDto"/>.</summary>
public enum MandateEventKind
{
    /// <summary>Entered by hand.</summary>
    Created,

    /// <summary>Came with a file.</summary>
    Imported,

    /// <summary>Signed and made usable.</summary>
    Activated,

    /// <summary>Not usable for now.</summary>
    Suspended,

    /// <summary>Usable again.</summary>
    Resumed,

    /// <summary>Ended.</summary>
    Cancelled,

    /// <summary>Lapsed after 36 months.</summary>
    Expired,

    /// <summary>Data changed.</summary>
    Changed,

    /// <summary>Collected in an approved remittance.</summary>
    Collected,

    /// <summary>New reference.</summary>
    ReferenceAmended,

    /// <summary>New debtor account.</summary>
    DebtorAccountAmended,

    /// <summary>The creditor has a new identifier.</summary>
    CreditorIdentifierAmended,

    /// <summary>The creditor has a new name.</summary>
    CreditorNameAmended,

    /// <summary>An approved remittance told the bank of the amendment.</summary>
    AmendmentSent,

    /// <summary>The bank rejected the collection that told of the amendment.</summary>
    AmendmentRejected,

    /// <summary>A signed paper was added.</summary>
    DocumentAdded,

    /// <summary>A signed paper was removed.</summary>
    DocumentRemoved,

    /// <summary>The debtor was sent a link to sign.</summary>
    SignatureAsked,

    /// <summary>The debtor signed through that link.</summary>
    SignedOnline,
}

/// <summary>A mandate as a person enters it.</summary>
/// <param name="Reference">1 to 35 characters; once active, only an amendment changes it.</param>
/// <param name="CreditorAccountId">Gives the creditor identifier; null when the company has only one.</param>
/// <param name="Scheme">CORE or B2B.</param>
/// <param name="Type">Recurrent or one-off.</param>
/// <param name="SignedOn">Not in the future; null keeps it a draft.</param>
/// <param name="DebtorName">At most 70 characters.</param>
/// <param name="DebtorIban">Of a SEPA country; another one for a used mandate is an amendment.</param>
/// <param name="DebtorBic">Optional.</param>
/// <param name="Address">Optional inside the European Economic Area.</param>
/// <param name="Email">Optional.</param>
/// <param name="Language">Two letters, optional.</param>
/// <param name="ConcurrencyStamp">As read; null for a new mandate.</param>
/// <param name="CustomerCode">Of a customer whom the person sees; needed by who does not see all of them.</param>
public sealed record SaveMandateDto(
    string? Reference, Guid? CreditorAccountId, SddScheme Scheme, MandateType Type, DateOnly? SignedOn, string? DebtorName, string? DebtorIban,
    string? DebtorBic = null, AddressDto? Address = null, string? Email = null, string? Language = null, Guid? ConcurrencyStamp = null,
    string? CustomerCode = null);

/// <summary>Which mandates.</summary>
/// <param name="Search">Part of reference, debtor or IBAN; accents and case do not matter.</param>
/// <param name="Status">Only these.</param>
/// <param name="Scheme">Only these.</param>
/// <param name="ImportBatchId">Only of this import.</param>
/// <param name="Sort">Order.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
public sealed record GetMandatesInput(
    string? Search = null, MandateStatus? Status = null, SddScheme? Scheme = null, Guid? ImportBatchId = null,
    MandateSort Sort = MandateSort.Newest, string? Cursor = null, int PageSize = 25);

/// <summary>Order of mandates.</summary>
public enum MandateSort
{
    /// <summary>Last entered first.</summary>
    Newest,

    /// <summary>By reference.</summary>
    Reference,

    /// <summary>By debtor name.</summary>
    Debtor,
}
