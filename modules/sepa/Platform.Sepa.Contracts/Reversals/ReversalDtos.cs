namespace Platform.Sepa;

/// <summary>An order to give a collection back.</summary>
/// <param name="Id">Key.</param>
/// <param name="CollectionId">What is given back.</param>
/// <param name="CollectionEndToEndId">Its reference.</param>
/// <param name="CollectedOn">Its due date.</param>
/// <param name="OriginalRemittanceId">The remittance it was collected with.</param>
/// <param name="LastDay">Last day on which the bank must have the reversal.</param>
/// <param name="DebtorName">Who gets the money back.</param>
/// <param name="DebtorIban">Normal form: mask it in lists.</param>
/// <param name="Amount">Euro; always all that was collected.</param>
/// <param name="Reason">Why.</param>
/// <param name="EndToEndId">Its own reference (RvslId), unique in the company.</param>
/// <param name="Status">State.</param>
/// <param name="RemittanceId">Remittance of reversals it stands in.</param>
/// <param name="BankState">What the bank said of it; null before it is issued.</param>
/// <param name="BankStateOn">Day of the answer or booking.</param>
/// <param name="BankReason">Why it failed, in words.</param>
/// <param name="RetryOfId">The failed reversal of which it is the second attempt.</param>
public sealed record ReversalDto(
    Guid Id, Guid CollectionId, string CollectionEndToEndId, DateOnly CollectedOn, Guid OriginalRemittanceId, DateOnly LastDay, string DebtorName,
    string DebtorIban, decimal Amount, ReversalReason Reason, string EndToEndId, OrderStatus Status, Guid? RemittanceId, BankState? BankState = null,
    DateOnly? BankStateOn = null, BankReasonDto? BankReason = null, Guid? RetryOfId = null);

/// <summary>Collections to be given back.</summary>
/// <param name="CollectionIds">1 to 1,000 collections.</param>
/// <param name="Reason">Why, of all of them.</param>
public sealed record CreateReversalsDto(IReadOnlyList<Guid>? CollectionIds, ReversalReason? Reason);

/// <summary>Reversals that wait for a remittance.</summary>
/// <param name="OriginalRemittanceId">The remittance whose collections are given back.</param>
/// <param name="Number">Its number.</param>
/// <param name="CreditorAccountId">Its bank account, which is also that of the reversals.</param>
/// <param name="Scheme">Of the remittance to be made.</param>
/// <param name="Total">Number and sum.</param>
/// <param name="LastDay">Last day on which the bank must have the first of them.</param>
public sealed record WaitingReversalsDto(
    Guid OriginalRemittanceId, string Number, Guid CreditorAccountId, PaymentScheme Scheme, OrderTotalDto Total, DateOnly LastDay);

/// <summary>Which reversals.</summary>
/// <param name="Search">Part of a reference, of the reversal or its collection, or of the debtor's name.</param>
/// <param name="Status">Only these; null for all.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
/// <param name="BankState">Only issued ones of which the bank said this.</param>
/// <param name="From">To be at the bank on or after this day.</param>
/// <param name="To">To be at the bank on or before this day.</param>
/// <param name="IsExpected">Only those that are still to go: neither cancelled nor settled nor failed.</param>
public sealed record GetReversalsInput(
    string? Search = null, OrderStatus? Status = OrderStatus.Waiting, string? Cursor = null, int PageSize = 25, BankState? BankState = null,
    DateOnly? From = null, DateOnly? To = null, bool IsExpected = false);
