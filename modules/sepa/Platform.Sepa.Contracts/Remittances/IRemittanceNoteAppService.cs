using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// What people sign, print or fax beside a bank file (SEP-07). Account and creditor are read from the file itself, whose hash is verified
/// first: a note never says something else than its file. Needs <see cref="SepaPermissions.Remittances.Default"/> for the account.
/// </summary>
public interface IRemittanceNoteAppService : IApplicationService
{
    /// <summary>The note that goes with the file to the bank.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of reach.</exception>
    /// <exception cref="BusinessException">Sepa:RemittanceNotApproved; Sepa:FileAltered.</exception>
    Task<AccompanyingNoteDto> GetAccompanyingNoteAsync(Guid remittanceId, CancellationToken cancellationToken = default);

    /// <summary>The note of what the bank made of the file so far.</summary>
    /// <exception cref="EntityNotFoundException">As above.</exception>
    /// <exception cref="BusinessException">As above.</exception>
    Task<ConfirmationNoteDto> GetConfirmationNoteAsync(Guid remittanceId, CancellationToken cancellationToken = default);
}

/// <summary>Limits of notes.</summary>
public static class RemittanceNoteLimits
{
    /// <summary>Failed orders that a note lists; it says how many there are.</summary>
    public const int FailedOrders = 500;
}

/// <summary>Note that goes with a file to the bank.</summary>
/// <param name="Number">Of the remittance.</param>
/// <param name="Title">What the preparer called it.</param>
/// <param name="Count">Orders.</param>
/// <param name="Total">Euro.</param>
/// <param name="Account">Account and holder.</param>
/// <param name="File">The file.</param>
/// <param name="Blocks">In file order; their sums are the totals.</param>
/// <param name="Approvals">Who approved it.</param>
/// <param name="Signatures">Who signed the file.</param>
/// <param name="HandOver">How it was handed over; null while it was not.</param>
public sealed record AccompanyingNoteDto(
    string Number, string Title, int Count, decimal Total, NoteAccountDto Account, RemittanceFileDto File, IReadOnlyList<RemittanceBlockDto> Blocks,
    IReadOnlyList<RemittanceApprovalDto> Approvals, IReadOnlyList<RemittanceSignatureDto> Signatures, RemittanceHandOverDto? HandOver);

/// <summary>Account of a note.</summary>
/// <param name="BankName">As the account names it now.</param>
/// <param name="HolderName">In the file.</param>
/// <param name="Address">Of the holder, as the account names it now.</param>
/// <param name="Iban">In the file; normal form.</param>
/// <param name="Bic">In the file; null where it names none.</param>
/// <param name="CreditorIdentifier">In the file; null where it names none.</param>
public sealed record NoteAccountDto(string BankName, string HolderName, AddressDto Address, string Iban, string? Bic, string? CreditorIdentifier);

/// <summary>Note of what the bank made of a file.</summary>
/// <param name="Number">Of the remittance.</param>
/// <param name="Title">What the preparer called it.</param>
/// <param name="Count">Orders.</param>
/// <param name="Total">Euro.</param>
/// <param name="Account">Account and holder.</param>
/// <param name="File">The file.</param>
/// <param name="Outcome">In one word.</param>
/// <param name="States">Orders by state; their sums are the totals.</param>
/// <param name="Failed">Orders without money, in file order, at most <see cref="RemittanceNoteLimits.FailedOrders"/>.</param>
/// <param name="FailedCount">How many there are.</param>
public sealed record ConfirmationNoteDto(
    string Number, string Title, int Count, decimal Total, NoteAccountDto Account, RemittanceFileDto File, RemittanceOutcome Outcome,
    IReadOnlyList<NoteStateDto> States, IReadOnlyList<FailedOrderDto> Failed, int FailedCount);

/// <summary>Orders of one state.</summary>
/// <param name="State">What the bank said of them.</param>
/// <param name="Count">Orders.</param>
/// <param name="Total">Euro.</param>
public sealed record NoteStateDto(BankState State, int Count, decimal Total);

/// <summary>An order that the bank refused or took back.</summary>
/// <param name="EndToEndId">Reference.</param>
/// <param name="MandateReference">Mandate.</param>
/// <param name="PartyName">The other side.</param>
/// <param name="PartyIban">Normal form: mask it.</param>
/// <param name="Amount">Euro.</param>
/// <param name="State">What the bank said.</param>
/// <param name="On">Day of the answer or booking.</param>
/// <param name="Reason">In words, with the next step.</param>
public sealed record FailedOrderDto(
    string EndToEndId, string? MandateReference, string PartyName, string PartyIban, decimal Amount, BankState State, DateOnly? On, BankReasonDto? Reason);
