using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>Letters to print, each on a sheet of its own.</summary>
[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class LettersModel(IPreNotificationAppService notifications, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Remittance { get; set; }

    /// <summary>Those that stood on the page: what came since is not taken for posted.</summary>
    [BindProperty]
    public List<Guid> Ids { get; set; } = [];

    public IReadOnlyList<PreNotificationLetterDto> Letters { get; private set; } = [];

    public bool CanAct { get; private set; }

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await notifications.ToldOtherwiseAsync(new ToldOtherwiseDto(Ids, PreNotificationWay.Letter), cancellationToken);
        Notify(texts["PreNotifications:IsTold"]);
        return LocalRedirect(this.Link("pre-notifications", ("remittance", Remittance)));
    });

    protected override async Task OnReloadAsync()
    {
        Letters = await notifications.GetLettersAsync(Remittance, HttpContext.RequestAborted);
        CanAct = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, HttpContext.RequestAborted);
    }
}
