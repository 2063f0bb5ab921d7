using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>For a company's administrator: its old logins, the profile of each, and how far they are.</summary>
[Authorize(IdentityPermissions.Users.Default)]
internal sealed class LegacyLoginsModel(ILegacyLoginAppService logins, IRoleAppService roles, IPermissionChecker permissions, IStringLocalizer<IdentityResource> texts)
    : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public LegacyState? State { get; set; }

    public IReadOnlyList<LegacyLoginDto> Logins { get; private set; } = [];

    public bool CanManage { get; private set; }

    public IReadOnlyList<SelectListItem> States => LegacyStates.Options(texts, State);

    private IReadOnlyList<RoleReferenceDto> Roles { get; set; } = [];

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostProfileAsync(Guid id, Guid roleId, CancellationToken cancellationToken) =>
        RunAsync(() => logins.SetProfileAsync(id, new LegacyProfileDto(roleId), cancellationToken), "Legacy:ProfileSaved");

    public Task<IActionResult> OnPostRemindAsync(Guid id, CancellationToken cancellationToken) => RunAsync(() => logins.RemindAsync(id, cancellationToken), "Legacy:Reminded");

    /// <summary>With an empty choice where the login holds no role or several: saving must not choose one unasked.</summary>
    public IEnumerable<SelectListItem> ProfilesOf(LegacyLoginDto login) =>
    [
        .. login.Roles.Count == 1 ? Array.Empty<SelectListItem>() : [new SelectListItem(string.Join(", ", login.Roles.Select(r => r.Name)) is { Length: > 0 } held ? held : "–", "")],
        .. Roles.Select(r => new SelectListItem(r.Name, r.Id.ToString(), login.Roles is [var only] && only.Id == r.Id)),
    ];

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Logins = await logins.GetListAsync(State, aborted);
        Roles = await roles.GetReferencesAsync(aborted);
        CanManage = await permissions.IsGrantedAsync(IdentityPermissions.Users.Manage, aborted);
    }

    private Task<IActionResult> RunAsync(Func<Task> act, string notice) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return LocalRedirect(this.Link("users/legacy"));
    });
}
