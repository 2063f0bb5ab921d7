namespace Platform.Sepa;

/// <summary>A direct-debit order.</summary>
/// <param name="Id">Key.</param>
/// <param name="MandateId">Mandate it is collected on.</param>
/// <param name="MandateReference">Its reference.</param>
/// <param name="Scheme">The mandate's scheme.</param>
/// <param name="DebtorName">Debtor.</param>
/// <param name="DebtorIban">Normal form: mask it in lists.</param>
/// <param name="Amount">Euro, two decimals.</param>
/// <param name="RequestedOn">Wanted collection date; null for the earliest possible.</param>
/// <param name="EndToEndId">Unique in the company.</param>
/// <param name="InvoiceNumber">Invoice collected, if known.</param>
/// <param name="RemittanceInformation">What the debtor reads, at most 140 characters.</param>
/// <param name="Status">State.</param>
/// <param name="RemittanceId">Remittance it stands in.</param>
/// <param name="ImportBatchId">Import it came with.</param>
/// <param name="BankState">What the bank said of it; null before it is issued.</param>
/// <param name="BankStateOn">Day of the answer or booking.</param>
/// <param name="BankReason">Why it failed, in words.</param>
/// <param name="RetryOfId">The failed collection of which it is the second attempt.</param>
/// <param name="RetriedById">The second attempt, where there is one.</param>
/// <param name="CollectionDate">As in the remittance.</param>
/// <param name="Reversal">Its reversal, where there is one that was not taken back.</param>
/// <param name="ReversibleUntil">Last day on which the bank must have a reversal; null where it cannot be given back, or no longer.</param>
public sealed record CollectionDto(
    Guid Id, Guid MandateId, string MandateReference, SddScheme Scheme, string DebtorName, string DebtorIban, decimal Amount,
    DateOnly? RequestedOn, string EndToEndId, string? InvoiceNumber, string? RemittanceInformation, OrderStatus Status,
    Guid? RemittanceId, Guid? ImportBatchId, BankState? BankState = null, DateOnly? BankStateOn = null, BankReasonDto? BankReason = null,
    Guid? RetryOfId = null, Guid? RetriedById = null, DateOnly? CollectionDate = null,
    CollectionReversalDto? Reversal = null, DateOnly? ReversibleUntil = null);

/// <summary>What became of the money of a collection that is given back.</summary>
/// <param name="Id">Key of the reversal.</param>
/// <param name="Status">Its state.</param>
/// <param name="BankState">What the bank said of it; null for nothing.</param>
/// <param name="BankStateOn">Day of the answer or booking.</param>
public sealed record CollectionReversalDto(Guid Id, OrderStatus Status, BankState? BankState, DateOnly? BankStateOn)
{
    /// <summary>The money is on its way back or has arrived: not one that the bank refused.</summary>
    public bool IsLive => BankState is not (Platform.Sepa.BankState.Rejected or Platform.Sepa.BankState.Returned or Platform.Sepa.BankState.Refunded);
}

/// <summary>A collection entered by hand.</summary>
/// <param name="MandateId">An existing mandate.</param>
/// <param name="Amount">Euro, 0.01 to 999,999,999.99, at most two decimals.</param>
/// <param name="RequestedOn">Null for the earliest possible date.</param>
/// <param name="EndToEndId">Made up when absent.</param>
/// <param name="InvoiceNumber">At most 35 characters.</param>
/// <param name="RemittanceInformation">At most 140 characters.</param>
/// <param name="SequenceType">Only to say FNAL or to insist on another; null for what follows from mandate and bank.</param>
public sealed record CreateCollectionDto(
    Guid MandateId, decimal Amount, DateOnly? RequestedOn = null, string? EndToEndId = null, string? InvoiceNumber = null,
    string? RemittanceInformation = null, SequenceType? SequenceType = null);

/// <summary>Which collections.</summary>
/// <param name="Search">Part of end-to-end reference, invoice number, debtor, mandate reference, or number or title of the remittance.</param>
/// <param name="Status">Only these; null for all.</param>
/// <param name="Scheme">Only on mandates of this scheme.</param>
/// <param name="ImportBatchId">Only of this import.</param>
/// <param name="MandateId">Only on this mandate.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
/// <param name="BankState">Only issued ones of which the bank said this.</param>
/// <param name="From">Collected, or wanted, on or after this day.</param>
/// <param name="To">Collected, or wanted, on or before this day.</param>
/// <param name="MinAmount">At least so many euros.</param>
/// <param name="MaxAmount">At most so many euros.</param>
/// <param name="IsExpected">Only those that are still to come: neither cancelled nor settled nor failed.</param>
public sealed record GetCollectionsInput(
    string? Search = null, OrderStatus? Status = OrderStatus.Waiting, SddScheme? Scheme = null, Guid? ImportBatchId = null,
    Guid? MandateId = null, string? Cursor = null, int PageSize = 25, BankState? BankState = null,
    DateOnly? From = null, DateOnly? To = null, decimal? MinAmount = null, decimal? MaxAmount = null,
    bool IsExpected = false);
