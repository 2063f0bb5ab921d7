using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>A new role, or an existing one.</summary>
[Authorize(IdentityPermissions.Roles.Manage)]
internal sealed class RolePageModel(
    IRoleAppService roles, IRightLimitAppService limits, PermissionGroups groups, IFreshProof proof, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public RoleForm Input { get; set; } = new();

    [BindProperty]
    public LimitForm Limits { get; set; } = new();

    public IReadOnlyList<LimitChoiceDto> Choices { get; private set; } = [];

    public RoleDto? Role { get; private set; }

    public IReadOnlyList<SelectListItem> Views => [.. Enum.GetValues<CustomerView>().Select(v => new SelectListItem(texts[$"CustomerView:{v}"], v.ToString()))];

    public IReadOnlyList<PermissionGroup> Groups => groups.Get();

    // Before anything is typed that the way to the confirmation and back would lose.
    public Task<IActionResult> OnGetAsync() => TryAsync(async () =>
    {
        if (Id is null)
        {
            await proof.RequireAsync(HttpContext.RequestAborted);
        }

        await OnReloadAsync();
        if (Role is not null)
        {
            Input = new RoleForm { Name = Role.Name, Permissions = [.. Role.Permissions], ConcurrencyStamp = Role.ConcurrencyStamp, Customers = Role.Customers };
            Limits = LimitForm.Of(await limits.GetOfRoleAsync(Role.Id, HttpContext.RequestAborted));
        }

        return Page();
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var input = new RoleInput(Input.Name ?? "", Input.Permissions, Input.ConcurrencyStamp, Input.Customers);
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

    public Task<IActionResult> OnPostLimitsAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await limits.SetOfRoleAsync(Id ?? throw new EntityNotFoundException(), Limits.Read(), cancellationToken);
        Notify(texts["Limits:Saved"]);
        return LocalRedirect($"~{TenantUrl($"roles/{Id}")}");
    });

    public Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await roles.DeleteAsync(Id ?? throw new EntityNotFoundException(), cancellationToken);
        Notify(texts["Roles:Deleted"]);
        return LocalRedirect($"~{TenantUrl("roles")}");
    });

    protected override async Task OnReloadAsync()
    {
        Role = Id is { } id ? await roles.GetAsync(id, HttpContext.RequestAborted) : null;
        Choices = await limits.GetChoicesAsync(HttpContext.RequestAborted);
    }
}

internal sealed class RoleForm
{
    public string? Name { get; set; }

    public List<string> Permissions { get; set; } = [];

    public CustomerView Customers { get; set; }

    public Guid? ConcurrencyStamp { get; set; }
}
