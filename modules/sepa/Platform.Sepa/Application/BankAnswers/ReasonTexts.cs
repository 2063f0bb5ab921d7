using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// R-transaction reasons in words: "Reason:AC04", "Reason:AC04.Next" (EPC173-14, guidance on reason codes for SEPA direct debits). The same code
/// speaks of the other side's account where a transfer failed: "Reason:AC04.Transfer" (EPC135-18, guidance for SEPA credit transfers).
/// </summary>
internal sealed class ReasonTexts(IStringLocalizer<SepaResource> texts) : IScopedDependency
{
    /// <summary>Null without a code; the code itself where it is none of the schemes'.</summary>
    public BankReasonDto? Of(string? code, OrderKind kind = OrderKind.Collection)
    {
        if (code is null)
            return null;
        if (kind == OrderKind.Reversal)
            return OfReversal(code);
        var key = kind == OrderKind.Transfer ? $"Reason:{code}.Transfer" : $"Reason:{code}";
        var (text, next) = (texts[key], texts[$"{key}.Next"]);
        return new BankReasonDto(code, text.ResourceNotFound ? texts["Reason:Own", code] : text.Value, next.ResourceNotFound ? null : next.Value);
    }

    // Whatever the reason: what cannot go back this way goes back by a transfer.
    private BankReasonDto OfReversal(string code)
    {
        var text = texts[$"Reason:{code}"];
        return new BankReasonDto(code, text.ResourceNotFound ? texts["Reason:Own", code] : text.Value, texts["Reversals:FailedNext"]);
    }
}
