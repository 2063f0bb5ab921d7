using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>A new role, or an existing one.</summary>
[Authorize(IdentityPermissions.Roles.Manage)]
internal sealed class RolePageModel(IRoleAppService roles, PermissionGroups groups, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public RoleForm Input { get; set; } = new();

    public RoleDto? Role { get; private set; }

    public IReadOnlyList<PermissionGroup> Groups => groups.Get();

    public async Task OnGetAsync()
    {
        await OnReloadAsync();
        if (Role is not null)
        {
            Input = new RoleForm { Name = Role.Name, Permissions = [.. Role.Permissions], ConcurrencyStamp = Role.ConcurrencyStamp };
        }
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var input = new RoleInput(Input.Name ?? "", Input.Permissions, Input.ConcurrencyStamp);
        if (Id is { } id)
        {
            await roles.UpdateAsync(id, input, cancellationToken);
        }
        else
        {
            await roles.CreateAsync(input, cancellationToken);
        }

        Notify(texts["Roles:Saved"]);
        return LocalRedirect($"~{TenantUrl("roles")}");
    });

    public Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await roles.DeleteAsync(Id ?? throw new EntityNotFoundException(), cancellationToken);
        Notify(texts["Roles:Deleted"]);
        return LocalRedirect($"~{TenantUrl("roles")}");
    });

    protected override async Task OnReloadAsync() => Role = Id is { } id ? await roles.GetAsync(id, HttpContext.RequestAborted) : null;
}

internal sealed class RoleForm
{
    public string? Name { get; set; }

    public List<string> Permissions { get; set; } = [];

    public Guid? ConcurrencyStamp { get; set; }
}
