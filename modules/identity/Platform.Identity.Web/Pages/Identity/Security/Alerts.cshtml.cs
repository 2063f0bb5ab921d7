using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>Attempts at unauthorised access. Blocks, sessions and accounts are dealt with on the person's page.</summary>
[Authorize(IdentityPermissions.Users.Manage)]
internal sealed class AlertsModel(ISecurityAlertAppService alerts, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    public IReadOnlyList<SecurityAlertDto> Alerts { get; private set; } = [];

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await alerts.SettleAsync(id, cancellationToken);
        Notify(texts["Saved"]);
        return LocalRedirect($"~{TenantUrl("security/alerts")}");
    });

    protected override async Task OnReloadAsync() => Alerts = await alerts.GetListAsync(HttpContext.RequestAborted);
}
