using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>The queue opens with what waits; "all" in the address shows everything.</summary>
[Authorize(SepaPermissions.BankAnswers.Default)]
internal sealed class UnmatchedModel(IBankAnswerAppService answers, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts)
    : AnswerItemsModel(answers, permissions, texts)
{
    public override string Path => "bank-answers/unmatched";

    public override bool IsFiltered => !string.IsNullOrEmpty(Q) || State != BankAnswerItemState.Unmatched;

    protected override Task OnReloadAsync()
    {
        if (!Request.Query.ContainsKey("state"))
            State = BankAnswerItemState.Unmatched;
        return base.OnReloadAsync();
    }
}
