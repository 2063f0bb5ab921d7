namespace Platform.Sepa;

/// <summary>What a bank said of an issued collection; a later one in this list always outweighs an earlier one.</summary>
public enum BankState
{
    /// <summary>Nothing yet.</summary>
    Waiting,

    /// <summary>Taken by the bank, not yet paid (pain.002 ACCP and the like).</summary>
    Accepted,

    /// <summary>Paid to the account (camt credit, or pain.002 ACSC).</summary>
    Settled,

    /// <summary>Refused before the payment (pain.002 RJCT; EPC016-06, 4.3.4).</summary>
    Rejected,

    /// <summary>Taken back by the debtor's bank within 5 (CORE) or 3 (B2B) TARGET days.</summary>
    Returned,

    /// <summary>Taken back for the debtor: within 8 weeks without a reason, within 13 months when unauthorised. Not in B2B.</summary>
    Refunded,
}

/// <summary>What the bank made of a remittance, from what it said of its collections.</summary>
public enum RemittanceOutcome
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Every collection is taken.</summary>
    Accepted,

    /// <summary>Some are taken, others refused or not yet answered.</summary>
    PartlyAccepted,

    /// <summary>Every collection is refused.</summary>
    Rejected,

    /// <summary>Every collection came to its end; some may have been taken back.</summary>
    Settled,
}

/// <summary>What became of an item.</summary>
public enum BankAnswerItemState
{
    /// <summary>It speaks of a collection or remittance of the company.</summary>
    Matched,

    /// <summary>It means a direct debit, and nobody knows which: waits for a person.</summary>
    Unmatched,

    /// <summary>A person laid it aside for a reason.</summary>
    SetAside,

    /// <summary>It says nothing of direct debits.</summary>
    NotConcerned,
}

/// <summary>Limits shown before an upload.</summary>
public static class BankAnswerLimits
{
    /// <summary>64 MiB.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;
}

/// <summary>A file from a bank.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">Status report, statement or notification.</param>
/// <param name="Message">Message and edition: "pain.002.001.10".</param>
/// <param name="FileName">As uploaded, without folders.</param>
/// <param name="MessageId">MsgId of its first document.</param>
/// <param name="Sha256">64 hexadecimal digits, unique in the company.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Items">Statuses and bookings.</param>
/// <param name="Matched">Items that speak of a collection or remittance of the company.</param>
/// <param name="Unmatched">Items that wait for a person.</param>
/// <param name="Rejected">Collections that this file made rejected.</param>
/// <param name="Returned">Collections that this file made returned or refunded.</param>
/// <param name="CreatedByName">Who uploaded it.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record BankAnswerDto(
    Guid Id, BankAnswerKind Kind, string Message, string FileName, string MessageId, string Sha256, long Size, int Items, int Matched, int Unmatched,
    int Rejected, int Returned, string? CreatedByName, DateTime CreatedAt);

/// <summary>One status or booking.</summary>
/// <param name="Id">Key.</param>
/// <param name="AnswerId">File it stands in.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Level">What it speaks of.</param>
/// <param name="State">What became of it.</param>
/// <param name="Effect">What it makes of the collections it speaks of; null for nothing.</param>
/// <param name="Status">The bank's own word: RJCT, ACCP, BOOK.</param>
/// <param name="EndToEndId">Reference of the order.</param>
/// <param name="MandateReference">Mandate.</param>
/// <param name="OriginalMessageId">MsgId of the file it answers.</param>
/// <param name="Amount">Euro; null when not given or in another currency.</param>
/// <param name="On">Day of the booking.</param>
/// <param name="Reason">Why, in words with the next step; null without a reason.</param>
/// <param name="Information">What the bank adds.</param>
/// <param name="OrderId">Collection or transfer it was matched with.</param>
/// <param name="PartyName">Its debtor or creditor.</param>
/// <param name="RemittanceId">Remittance of it.</param>
/// <param name="HandledByName">Who assigned it or set it aside.</param>
/// <param name="Note">Why it was set aside.</param>
public sealed record BankAnswerItemDto(
    Guid Id, Guid AnswerId, int Line, BankAnswerLevel Level, BankAnswerItemState State, BankState? Effect, string? Status, string? EndToEndId,
    string? MandateReference, string? OriginalMessageId, decimal? Amount, DateOnly? On, BankReasonDto? Reason, string? Information,
    Guid? OrderId, string? PartyName, Guid? RemittanceId, string? HandledByName, string? Note);

/// <summary>An R-transaction reason in the language of the request.</summary>
/// <param name="Code">ISO external code, or the bank's own.</param>
/// <param name="Text">What it means; the code itself when it is the bank's own.</param>
/// <param name="NextStep">What to do; null when nothing general can be said.</param>
public sealed record BankReasonDto(string Code, string Text, string? NextStep);

/// <summary>What the bank made of a remittance.</summary>
/// <param name="Outcome">In one word.</param>
/// <param name="States">Collections by state; states without collections are left out.</param>
public sealed record RemittanceOutcomeDto(RemittanceOutcome Outcome, IReadOnlyDictionary<BankState, int> States);

/// <summary>A file to import.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Content">Read once, forward only.</param>
public sealed record ImportBankAnswerInput(string FileName, Stream Content);

/// <summary>Which files.</summary>
/// <param name="Kind">Only these.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
public sealed record GetBankAnswersInput(BankAnswerKind? Kind = null, string? Cursor = null, int PageSize = 25);

/// <summary>Which items.</summary>
/// <param name="AnswerId">Only of this file; null for all files.</param>
/// <param name="State">Only these.</param>
/// <param name="Effect">Only these.</param>
/// <param name="Search">The beginning of an end-to-end or mandate reference.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
public sealed record GetBankAnswerItemsInput(
    Guid? AnswerId = null, BankAnswerItemState? State = null, BankState? Effect = null, string? Search = null, string? Cursor = null, int PageSize = 25);

/// <summary>Says by hand which collection an item speaks of.</summary>
/// <param name="EndToEndId">Reference of an issued collection.</param>
public sealed record AssignBankAnswerItemDto(string? EndToEndId);

/// <summary>Lays an item aside.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record SetAsideBankAnswerItemDto(string? Reason);
