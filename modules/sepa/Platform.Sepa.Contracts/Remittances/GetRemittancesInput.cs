namespace Platform.Sepa;

/// <summary>Which remittances.</summary>
/// <param name="Status">Only these.</param>
/// <param name="Search">Part of number or title.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
/// <param name="ForMe">Only those that whoever asks may approve now: submitted, prepared by others, not approved by them yet.</param>
/// <param name="ToSign">Only those that wait for their hand-over, have fewer signatures than required, or none, and none of the current person, who may sign.</param>
/// <param name="ToHandOver">Only those whose file waits for its hand-over: approved, not handed over, no answer of the bank.</param>
/// <param name="Stage">Only those that have come this far.</param>
/// <param name="CreditorAccountId">Only of this account.</param>
/// <param name="Scheme">Only of this scheme.</param>
/// <param name="From">First collection on or after this day.</param>
/// <param name="To">First collection on or before this day.</param>
/// <param name="MinAmount">Total of at least so many euros.</param>
/// <param name="MaxAmount">Total of at most so many euros.</param>
public sealed record GetRemittancesInput(
    RemittanceStatus? Status = null, string? Search = null, string? Cursor = null, int PageSize = 25, bool ForMe = false,
    bool ToHandOver = false, bool ToSign = false, RemittanceStage? Stage = null, Guid? CreditorAccountId = null, PaymentScheme? Scheme = null, DateOnly? From = null,
    DateOnly? To = null, decimal? MinAmount = null, decimal? MaxAmount = null);

/// <summary>Sums of some remittances.</summary>
/// <param name="Count">Remittances.</param>
/// <param name="Orders">Their orders.</param>
/// <param name="Total">Euro.</param>
public sealed record RemittanceTotalDto(int Count, int Orders, decimal Total);
