using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class PreNotificationSettingsModel(
    IPreNotificationSettingsAppService settings, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty]
    public PreNotificationSettingsInput Input { get; set; } = new();

    public bool CanSave { get; private set; }

    public IEnumerable<SelectListItem> Languages => PreNotificationLanguages.All.Select(l => new SelectListItem(texts[$"PreNotificationLanguage:{l}"], l));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var current = await settings.GetAsync(cancellationToken);
        Input = new PreNotificationSettingsInput { IsEnabled = current.IsEnabled, NoticeDays = current.NoticeDays, Language = current.Language, Contact = current.Contact };
        await OnReloadAsync();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await settings.SaveAsync(new PreNotificationSettingsDto(Input.IsEnabled, Input.NoticeDays ?? 0, Input.Language, Input.Contact), cancellationToken);
        Notify(texts["PreNotifications:SettingsSaved"]);
        return this.Go("pre-notifications/settings");
    });

    protected override async Task OnReloadAsync() => CanSave = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, HttpContext.RequestAborted);
}

internal sealed record PreNotificationSettingsInput
{
    public bool IsEnabled { get; init; }

    public int? NoticeDays { get; init; }

    public string? Language { get; init; }

    public string? Contact { get; init; }
}
