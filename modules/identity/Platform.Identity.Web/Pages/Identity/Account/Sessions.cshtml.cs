using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

[Authorize(PlatformPolicies.SignedIn)]
internal sealed class SessionsModel(ISessionAppService sessions, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    public IReadOnlyList<SessionDto> Sessions { get; private set; } = [];

    public bool HasOthers => Sessions.Any(s => !s.IsCurrent);

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await sessions.SignOutAsync(id, cancellationToken);
        Notify(texts["Sessions:Ended"]);
        return LocalRedirect("~/account/sessions");
    });

    public Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        Notify(texts["Sessions:OthersEnded", await sessions.SignOutOthersAsync(cancellationToken)]);
        return LocalRedirect("~/account/sessions");
    });

    protected override async Task OnReloadAsync() => Sessions = await sessions.GetListAsync(HttpContext.RequestAborted);

    public string DeviceOf(SessionDto session) => DeviceName.Of(session.Device) ?? texts["Sessions:UnknownDevice"];
}
