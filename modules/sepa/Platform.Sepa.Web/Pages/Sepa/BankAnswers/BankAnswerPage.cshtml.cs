using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.BankAnswers.Default)]
internal sealed class BankAnswerPageModel(IBankAnswerAppService answers, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts)
    : AnswerItemsModel(answers, permissions, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public BankAnswerDto Answer { get; private set; } = null!;

    public override string Path => $"bank-answers/{Id}";

    protected override Guid? AnswerId => Id;

    protected override async Task OnReloadAsync()
    {
        Answer = await Answers.GetAsync(Id, HttpContext.RequestAborted);
        await base.OnReloadAsync();
    }
}
