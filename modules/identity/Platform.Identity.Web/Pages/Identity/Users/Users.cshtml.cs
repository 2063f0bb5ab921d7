using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(IdentityPermissions.Users.Default)]
internal sealed class UsersModel(
    IUserAppService users, IRoleAppService roles, ILegacyLoginAppService legacy, IPermissionChecker permissions, IStringLocalizer<IdentityResource> texts)
    : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<UserListItemDto> Users { get; private set; } = new([], null);

    public IReadOnlyList<InvitationDto> Invitations { get; private set; } = [];

    public IReadOnlyList<RoleReferenceDto> Roles { get; private set; } = [];

    public bool CanManage { get; private set; }

    public bool HasLegacy { get; private set; }

    public IEnumerable<UserListItemDto> Blocked => Users.Items.Where(u => u.Block is not null);

    public string ListUrl => this.Link("users");

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx("users-list") ? Partial("_UserTable", this) : Page();
    }

    public Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken cancellationToken) =>
        RunAsync(() => users.LiftBlockAsync(id, cancellationToken), "Users:Lifted");

    public Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancellationToken) =>
        RunAsync(() => users.ResendInvitationAsync(id, cancellationToken), "Users:Resent");

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken) =>
        RunAsync(() => users.WithdrawInvitationAsync(id, cancellationToken), "Users:Withdrawn");

    public string? NextUrl => Users.NextCursor is { } next
        ? $"{ListUrl}?q={Uri.EscapeDataString(Q ?? "")}&role={Role}&cursor={Uri.EscapeDataString(next)}"
        : null;

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Users = await users.GetListAsync(new UserListInput(Q, Role, Cursor), aborted);
        Invitations = await users.GetInvitationsAsync(aborted);
        Roles = await roles.GetReferencesAsync(aborted);
        HasLegacy = (await legacy.GetListAsync(cancellationToken: aborted)).Count > 0;
        CanManage = await permissions.IsGrantedAsync(IdentityPermissions.Users.Manage, aborted);
    }

    private Task<IActionResult> RunAsync(Func<Task> act, string notice) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return LocalRedirect(ListUrl);
    });
}
