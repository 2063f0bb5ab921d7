namespace Platform.Sepa;

/// <summary>Whether an item that names a collection may speak of its reversal.</summary>
internal enum ReversalSign
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Money went out and nothing says that somebody else took it back.</summary>
    Possible,

    /// <summary>The bank says so.</summary>
    Certain,
}

internal static class ReversalSigns
{
    public const string Message = "pain.007";

    // ISO 20022: reversal due to a payment reversal, and to a cancellation request, as opposed to unpaid (UPDD).
    private static readonly string[] Reversed = ["PRDD", "RCDD"];

    private static readonly string[] Reasons = [.. Enum.GetValues<ReversalReason>().Select(r => r.ToCode())];

    /// <summary>AM05 and MS02 are reasons of returns as well: which it is shows beside the reversal.</summary>
    public static ReversalSign Of(AnswerItem item) => item.Entry is { } entry
        ? OfBooking(item, item.IsCredit ?? entry.IsCredit, item.BankCode ?? "")
        : item.OriginalMessage?.StartsWith(Message, StringComparison.Ordinal) == true ? ReversalSign.Certain : ReversalSign.None;

    private static ReversalSign OfBooking(AnswerItem item, bool isCredit, string code) => isCredit || code.EndsWith("UPDD", StringComparison.Ordinal)
        ? ReversalSign.None
        : Array.Exists(Reversed, code.EndsWith)
            ? ReversalSign.Certain
            : !item.HasReturn || item.Reasons.Exists(r => Reasons.Contains(r.Code)) ? ReversalSign.Possible : ReversalSign.None;
}
