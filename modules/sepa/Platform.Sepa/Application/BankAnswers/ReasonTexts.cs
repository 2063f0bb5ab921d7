using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>R-transaction reasons in words (EPC173-14, guidance on reason codes for SEPA direct debits): "Reason:AC04", "Reason:AC04.Next".</summary>
internal sealed class ReasonTexts(IStringLocalizer<SepaResource> texts) : IScopedDependency
{
    /// <summary>Null without a code; the code itself where it is none of the schemes'.</summary>
    public BankReasonDto? Of(string? code)
    {
        if (code is null)
            return null;
        var text = texts[$"Reason:{code}"];
        var next = texts[$"Reason:{code}.Next"];
        return new BankReasonDto(code, text.ResourceNotFound ? texts["Reason:Own", code] : text.Value, next.ResourceNotFound ? null : next.Value);
    }
}
