namespace Platform.Sepa;

/// <summary>What an item makes of an order.</summary>
/// <param name="Effect">Null for nothing.</param>
/// <param name="IsCertain">It means an order of ours whatever is found; else only when an order is found that fits in everything.</param>
internal readonly record struct AnswerMeaning(BankState? Effect, bool IsCertain)
{
    private const string DirectDebits = "PMNT-IDDT";

    // Issued credit transfers, and issued real-time ones.
    private static readonly string[] Transfers = ["PMNT-ICDT", "PMNT-IRCT"];

    private static readonly string[] Initiations = ["pain.008", "pain.001", ReversalSigns.Message];

    // ISO 20022 bank transaction codes of issued direct debits: unpaid, reversed on payment or on cancellation.
    private static readonly string[] TakenBack = ["UPDD", "PRDD", "RCDD"];

    /// <param name="item">As read.</param>
    /// <param name="inherited">Status of the level above, where the item has none of its own.</param>
    public static AnswerMeaning Of(AnswerItem item, string? inherited = null) => item.Entry is { } entry
        ? OfBooking(item, entry)
        : OfStatus(item, item.Status ?? inherited);

    private static AnswerMeaning OfStatus(AnswerItem item, string? status)
    {
        // Answers to transport orders (EBICS) are no matter of payments.
        if (item.OriginalMessage is { } message && !Array.Exists(Initiations, message.StartsWith) && message.StartsWith("pain.", StringComparison.Ordinal))
            return default;
        BankState? effect = status switch
        {
            "RJCT" => BankState.Rejected,
            "ACCP" or "ACTC" or "ACSP" or "ACWC" or "ACWP" or "ACFC" => BankState.Accepted,
            // Whether the money of a reversal has gone is what its booking says: any other day of the same would look like a second one.
            "ACSC" or "ACCC" => ReversalSigns.Of(item) == ReversalSign.Certain ? BankState.Accepted : BankState.Settled,
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
        if (Array.Exists(Transfers, code.StartsWith))
            return OfTransfer(item, entry, isCredit);
        var isOurs = code.StartsWith(DirectDebits, StringComparison.Ordinal);
        var isTakenBack = item.HasReturn || (isOurs && (entry.IsReversal || Array.Exists(TakenBack, code.EndsWith)));
        if (isTakenBack)
            return isCredit ? default : new AnswerMeaning(BankState.Returned, isOurs || IsUnclear(code));
        // A booking with the bank's own code may be of an order; one with a code of other payments is not.
        return isOurs || IsUnclear(code) ? new AnswerMeaning(isCredit ? BankState.Settled : BankState.Returned, isOurs && item.Level == BankAnswerLevel.Detail) : default;
    }

    // Transfers are ordered in other ways too, so a booking that fits none of ours says nothing; money that comes back asks for a look.
    private static AnswerMeaning OfTransfer(AnswerItem item, AnswerEntry entry, bool isCredit) => isCredit
        ? new AnswerMeaning(BankState.Returned, true)
        : item.HasReturn || entry.IsReversal ? default : new AnswerMeaning(BankState.Settled, false);

    public static bool IsUnclear(string? code) => code?.StartsWith("PMNT-", StringComparison.Ordinal) != true;
}
