namespace Platform.Sepa;

/// <summary>State of a remittance.</summary>
public enum RemittanceStatus
{
    /// <summary>Being prepared.</summary>
    Draft,

    /// <summary>Waits for its approvers; fixed.</summary>
    Submitted,

    /// <summary>Approved: its file exists and never changes.</summary>
    Approved,

    /// <summary>Given up; its collections wait again.</summary>
    Cancelled,
}

/// <summary>How far a remittance has come, from the first draft to the money.</summary>
public enum RemittanceStage
{
    /// <summary>Being prepared.</summary>
    Draft,

    /// <summary>Waits for its approvers.</summary>
    Submitted,

    /// <summary>Approved; the file waits.</summary>
    Approved,

    /// <summary>Somebody signed the file; it waits.</summary>
    Signed,

    /// <summary>A connector has it.</summary>
    HandingOver,

    /// <summary>The bank has it.</summary>
    HandedOver,

    /// <summary>The bank accepted every order.</summary>
    Accepted,

    /// <summary>The bank accepted some orders, or has not answered for all.</summary>
    PartlyAccepted,

    /// <summary>The bank accepted no order.</summary>
    Rejected,

    /// <summary>Booked, as far as it was accepted.</summary>
    Settled,

    /// <summary>Given up.</summary>
    Cancelled,
}

/// <summary>Weight of a finding.</summary>
public enum FindingSeverity
{
    /// <summary>Must be acknowledged.</summary>
    Warning,

    /// <summary>Blocks.</summary>
    Error,
}

/// <summary>A line of the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Per company and year without gaps: "SDD-2026-00012", "SCT-2026-00013".</param>
/// <param name="Title">What the preparer calls it.</param>
/// <param name="Scheme">Direct debits, transfers or reversals, and which.</param>
/// <param name="Status">State.</param>
/// <param name="CreditorAccountName">Account of the company.</param>
/// <param name="Count">Orders.</param>
/// <param name="Total">Euro.</param>
/// <param name="ErrorCount">Orders or totals that block.</param>
/// <param name="WarningCount">Findings to acknowledge.</param>
/// <param name="FirstExecutionOn">Earliest collection or execution date.</param>
/// <param name="CreatedByName">Preparer.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Stage">How far it has come.</param>
public sealed record RemittanceListDto(
    Guid Id, string Number, string Title, PaymentScheme Scheme, RemittanceStatus Status, string CreditorAccountName, int Count, decimal Total,
    int ErrorCount, int WarningCount, DateOnly? FirstExecutionOn, string? CreatedByName, DateTime CreatedAt, RemittanceStage Stage);

/// <summary>A remittance in full, lines apart.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Per company and year without gaps.</param>
/// <param name="Title">What the preparer calls it.</param>
/// <param name="Scheme">Direct debits or transfers, and which.</param>
/// <param name="Status">State.</param>
/// <param name="Account">Account of the company: it receives collections, transfers leave it.</param>
/// <param name="Count">Orders.</param>
/// <param name="Total">Euro.</param>
/// <param name="Blocks">Payment blocks in file order; their sums are the totals.</param>
/// <param name="ErrorCount">Findings that block.</param>
/// <param name="WarningCount">Findings to acknowledge.</param>
/// <param name="Warnings">Acknowledgement of the present warnings.</param>
/// <param name="Created">Who prepared it.</param>
/// <param name="Submitted">Who submitted it; null while a draft.</param>
/// <param name="Rejected">The last rejection, while a draft.</param>
/// <param name="RequiredApprovals">1 or 2.</param>
/// <param name="Approvals">Of the present submission.</param>
/// <param name="CanApprove">The person asking may approve it now.</param>
/// <param name="ContentHash">SHA-256 of all that is approved; null while a draft.</param>
/// <param name="File">The bank file, once approved.</param>
/// <param name="ApproveBefore">UTC: last moment at which the bank can keep the earliest date.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="ConcurrencyStamp">Give it back with each act.</param>
public sealed record RemittanceDto(
    Guid Id, string Number, string Title, PaymentScheme Scheme, RemittanceStatus Status, CreditorAccountDto Account, int Count, decimal Total,
    IReadOnlyList<RemittanceBlockDto> Blocks, int ErrorCount, int WarningCount, RemittanceActDto? Warnings, RemittanceActDto Created,
    RemittanceActDto? Submitted, RemittanceActDto? Rejected, int RequiredApprovals, IReadOnlyList<RemittanceApprovalDto> Approvals,
    bool CanApprove, string? ContentHash, RemittanceFileDto? File, DateTime? ApproveBefore, RemittanceStage Stage, Guid ConcurrencyStamp);

/// <summary>Who did something, and when.</summary>
/// <param name="UserId">Person.</param>
/// <param name="Name">Name at that time.</param>
/// <param name="At">UTC.</param>
/// <param name="Note">Reason, if one was given.</param>
public sealed record RemittanceActDto(Guid UserId, string? Name, DateTime At, string? Note = null);

/// <summary>An approval.</summary>
/// <param name="UserId">Approver.</param>
/// <param name="Name">Name at that time.</param>
/// <param name="At">UTC.</param>
/// <param name="ContentHash">What was approved.</param>
/// <param name="OnBehalfOf">Whose right it was, where it was lent; else null.</param>
public sealed record RemittanceApprovalDto(Guid UserId, string? Name, DateTime At, string ContentHash, string? OnBehalfOf = null);

/// <summary>One payment block of the file (PmtInf).</summary>
/// <param name="SequenceType">Of all its collections; transfers have none.</param>
/// <param name="ExecutionDate">Collection date, or requested execution date of transfers.</param>
/// <param name="Count">Orders.</param>
/// <param name="Total">Euro.</param>
public sealed record RemittanceBlockDto(SequenceType? SequenceType, DateOnly ExecutionDate, int Count, decimal Total);

/// <summary>The frozen bank file.</summary>
/// <param name="FileName">To save it under.</param>
/// <param name="MessageId">MsgId.</param>
/// <param name="Format">Message: "pain.008.001.08".</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 hexadecimal digits.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record RemittanceFileDto(string FileName, string MessageId, string Format, long Size, string Sha256, DateTime CreatedAt);

/// <summary>An order of a remittance, with what was found in it.</summary>
/// <param name="Id">Key of the order.</param>
/// <param name="MandateId">Mandate of a collection.</param>
/// <param name="MandateReference">Its reference.</param>
/// <param name="PartyName">Debtor of a collection or reversal, creditor of a transfer.</param>
/// <param name="PartyIban">Normal form: mask it.</param>
/// <param name="Amount">Euro.</param>
/// <param name="SequenceType">Of a collection, as in the file.</param>
/// <param name="ExecutionDate">Collection date, or requested execution date of a transfer, as in the file.</param>
/// <param name="EndToEndId">Reference.</param>
/// <param name="InvoiceNumber">Invoice, if known.</param>
/// <param name="RemittanceInformation">What the other side reads.</param>
/// <param name="Findings">Errors first.</param>
/// <param name="BankState">What the bank said of it; null for nothing.</param>
/// <param name="BankReason">Why it failed, in words with the next step.</param>
public sealed record RemittanceLineDto(
    Guid Id, Guid? MandateId, string? MandateReference, string PartyName, string PartyIban, decimal Amount, SequenceType? SequenceType,
    DateOnly ExecutionDate, string EndToEndId, string? InvoiceNumber, string? RemittanceInformation, IReadOnlyList<CheckFindingDto> Findings,
    BankState? BankState = null, BankReasonDto? BankReason = null);

/// <summary>Something a check found.</summary>
/// <param name="Code">One of <see cref="SepaErrorCodes"/>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Message">In the language of the request, naming place, value and rule.</param>
/// <param name="Source">Rulebook or guideline the rule comes from.</param>
public sealed record CheckFindingDto(string Code, FindingSeverity Severity, string Message, string Source);

/// <summary>A new remittance.</summary>
/// <param name="Id">Chosen by the caller (UUID): a repetition answers the first one's result.</param>
/// <param name="CreditorAccountId">An approved account.</param>
/// <param name="Title">At most 70 characters; null for the month.</param>
/// <param name="Scheme">Direct debits or transfers, and which.</param>
/// <param name="Selection">Which orders.</param>
public sealed record CreateRemittanceDto(Guid Id, Guid CreditorAccountId, string? Title, PaymentScheme Scheme, OrderSelectionDto Selection);

/// <summary>What a remittance would hold.</summary>
/// <param name="Count">Orders.</param>
/// <param name="Total">Euro.</param>
/// <param name="Dates">By collection or execution date.</param>
public sealed record RemittancePreviewDto(int Count, decimal Total, IReadOnlyList<RemittancePreviewDateDto> Dates);

/// <summary>Orders of one date.</summary>
/// <param name="ExecutionDate">Collection or execution date.</param>
/// <param name="Count">Orders.</param>
/// <param name="Total">Euro.</param>
public sealed record RemittancePreviewDateDto(DateOnly ExecutionDate, int Count, decimal Total);

/// <summary>Which orders of a remittance.</summary>
/// <param name="Severity">Only orders with such a finding.</param>
/// <param name="SequenceType">Only of this block.</param>
/// <param name="ExecutionDate">Only of this block.</param>
/// <param name="Search">Part of debtor, creditor, mandate or end-to-end reference.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 500.</param>
public sealed record GetRemittanceLinesInput(
    FindingSeverity? Severity = null, SequenceType? SequenceType = null, DateOnly? ExecutionDate = null, string? Search = null,
    string? Cursor = null, int PageSize = 50);

/// <summary>An act on a remittance as it was read.</summary>
/// <param name="ConcurrencyStamp">As read: refused with status 409 when it changed since.</param>
public sealed record RemittanceActInput(Guid ConcurrencyStamp);

/// <summary>Approves what was read.</summary>
/// <param name="ContentHash">As shown: the approval holds for exactly this content.</param>
public sealed record ApproveRemittanceDto(string ContentHash);

/// <summary>Sends a remittance back.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record RejectRemittanceDto(string Reason);

/// <summary>A verified bank file being read; dispose it.</summary>
/// <param name="File">What it is.</param>
/// <param name="Content">The very bytes that were approved.</param>
public sealed record RemittanceDownload(RemittanceFileDto File, Stream Content);
