namespace Platform.Sepa;

/// <summary>What an item makes of an order.</summary>
/// <param name="Effect">Null for nothing.</param>
/// <param name="IsCertain">It means a direct debit of ours whatever is found; else only when an order is found that fits in everything.</param>
internal readonly record struct AnswerMeaning(BankState? Effect, bool IsCertain)
{
    private const string DirectDebits = "PMNT-IDDT";

    // ISO 20022 bank transaction codes of issued direct debits: unpaid, reversed on payment or on cancellation.
    private static readonly string[] TakenBack = ["UPDD", "PRDD", "RCDD"];

    /// <param name="item">As read.</param>
    /// <param name="inherited">Status of the level above, where the item has none of its own.</param>
    public static AnswerMeaning Of(AnswerItem item, string? inherited = null) => item.Entry is { } entry
        ? OfBooking(item, entry)
        : OfStatus(item, item.Status ?? inherited);

    private static AnswerMeaning OfStatus(AnswerItem item, string? status)
    {
        // Answers to credit transfers and to transport orders (EBICS) are no matter of collections.
        if (item.OriginalMessage is { } message && !message.StartsWith("pain.008", StringComparison.Ordinal) && message.StartsWith("pain.", StringComparison.Ordinal))
            return default;
        BankState? effect = status switch
        {
            "RJCT" => BankState.Rejected,
            "ACCP" or "ACTC" or "ACSP" or "ACWC" or "ACWP" or "ACFC" => BankState.Accepted,
            "ACSC" or "ACCC" => BankState.Settled,
            _ => null,
        };
        return new AnswerMeaning(effect, effect is not null);
    }

    private static AnswerMeaning OfBooking(AnswerItem item, AnswerEntry entry)
    {
        if (entry.Status is not (null or "BOOK"))
            return default;
        var isCredit = item.IsCredit ?? entry.IsCredit;
        var code = item.BankCode ?? "";
        var isOurs = code.StartsWith(DirectDebits, StringComparison.Ordinal);
        var isTakenBack = item.HasReturn || (isOurs && (entry.IsReversal || Array.Exists(TakenBack, code.EndsWith)));
        if (isTakenBack)
            return isCredit ? default : new AnswerMeaning(BankState.Returned, isOurs || IsUnclear(code));
        // A booking with the bank's own code may be of an order; one with a code of other payments is not.
        return isOurs || IsUnclear(code) ? new AnswerMeaning(isCredit ? BankState.Settled : BankState.Returned, isOurs && item.Level == BankAnswerLevel.Detail) : default;
    }

    private static bool IsUnclear(string code) => !code.StartsWith("PMNT-", StringComparison.Ordinal);
}
