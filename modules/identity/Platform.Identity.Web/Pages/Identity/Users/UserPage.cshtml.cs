using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(IdentityPermissions.Users.Default)]
internal sealed class UserPageModel(
    IUserAppService users, IRoleAppService roles, IRightLimitAppService limits, PermissionGroups groups, IPermissionChecker permissions, IStringLocalizer<IdentityResource> texts)
    : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> RoleIds { get; set; } = [];

    [BindProperty]
    public List<string> Permissions { get; set; } = [];

    [BindProperty]
    public LimitForm Limits { get; set; } = new();

    public IReadOnlyList<LimitChoiceDto> Choices { get; private set; } = [];

    public UserDto Person { get; private set; } = null!;

    public IReadOnlyList<RoleReferenceDto> Roles { get; private set; } = [];

    public IReadOnlyList<PermissionGroup> Groups => groups.Get();

    public bool CanManage { get; private set; }

    public async Task OnGetAsync()
    {
        await OnReloadAsync();
        Limits = LimitForm.Of(await limits.GetOfUserAsync(Id, HttpContext.RequestAborted));
    }

    public Task<IActionResult> OnPostLimitsAsync(CancellationToken cancellationToken) =>
        RunAsync(() => limits.SetOfUserAsync(Id, Limits.Read(), cancellationToken), "Limits:Saved");

    public Task<IActionResult> OnPostRolesAsync(CancellationToken cancellationToken) =>
        RunAsync(() => users.SetRolesAsync(Id, new SetRolesDto(RoleIds), cancellationToken), "User:RolesSaved");

    public Task<IActionResult> OnPostGrantsAsync(CancellationToken cancellationToken) =>
        RunAsync(() => users.SetDirectGrantsAsync(Id, new SetDirectGrantsDto(Permissions), cancellationToken), "User:GrantsSaved");

    public Task<IActionResult> OnPostDeactivateAsync(CancellationToken cancellationToken) =>
        RunAsync(() => users.SetActiveAsync(Id, active: false, cancellationToken), "User:Deactivated");

    public Task<IActionResult> OnPostActivateAsync(CancellationToken cancellationToken) =>
        RunAsync(() => users.SetActiveAsync(Id, active: true, cancellationToken), "User:Activated");

    public Task<IActionResult> OnPostResetFactorAsync(CancellationToken cancellationToken) =>
        RunAsync(() => users.ResetSecondFactorAsync(Id, cancellationToken), "Users:FactorReset");

    public Task<IActionResult> OnPostEndSessionsAsync(CancellationToken cancellationToken) =>
        RunAsync(() => users.EndSessionsAsync(Id, cancellationToken), "Users:SessionsEnded");

    public Task<IActionResult> OnPostInvalidateAsync(CancellationToken cancellationToken) =>
        RunAsync(() => users.InvalidatePasswordAsync(Id, cancellationToken), "Users:Invalidated");

    public Task<IActionResult> OnPostLiftAsync(CancellationToken cancellationToken) =>
        RunAsync(() => users.LiftBlockAsync(Id, cancellationToken), "Users:Lifted");

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var name = (await users.GetAsync(Id, cancellationToken)).Name;
        await users.RemoveAsync(Id, cancellationToken);
        Notify(texts["User:Removed", name]);
        return LocalRedirect($"~{TenantUrl("users")}");
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Person = await users.GetAsync(Id, aborted);
        Roles = await roles.GetReferencesAsync(aborted);
        Choices = await limits.GetChoicesAsync(aborted);
        CanManage = await permissions.IsGrantedAsync(IdentityPermissions.Users.Manage, aborted);
    }

    public EffectiveRightDto RightOf(PermissionText permission) => Person.Rights.First(r => r.Permission == permission.Name);

    public IEnumerable<string> OriginsOf(EffectiveRightDto right) =>
        right.Roles.Select(r => texts["User:FromRole", r.Name].Value)
            .Concat(right.IsDirect ? [texts["User:Direct"].Value] : [])
            .Concat(right.Lenders.Select(l => texts["User:FromLender", l.Name].Value));

    private Task<IActionResult> RunAsync(Func<Task> act, string notice) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return LocalRedirect($"~{TenantUrl($"users/{Id}")}");
    });
}
