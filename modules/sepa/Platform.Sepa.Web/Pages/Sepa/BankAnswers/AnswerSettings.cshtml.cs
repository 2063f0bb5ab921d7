using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.BankAnswers.Default)]
internal sealed class AnswerSettingsModel(IBankAnswerSettingsAppService settings, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty]
    public List<string> Reasons { get; set; } = [];

    public IReadOnlyList<MandateSuspensionDto> Suspensions { get; private set; } = [];

    public bool CanSave { get; private set; }

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await settings.SaveAsync(Reasons, cancellationToken);
        Notify(texts["BankAnswers:SettingsSaved"]);
        return this.Go("bank-answers/settings");
    });

    protected override async Task OnReloadAsync()
    {
        Suspensions = await settings.GetAsync(HttpContext.RequestAborted);
        CanSave = await permissions.IsGrantedAsync(SepaPermissions.Mandates.Edit, HttpContext.RequestAborted);
    }
}
