using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(IdentityPermissions.Users.Manage)]
internal sealed class InviteModel(IUserAppService users, IRoleAppService roles, IFreshProof proof, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public IReadOnlyList<RoleReferenceDto> Roles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> LanguageOptions => Languages.Options(texts);

    // Before anything is typed that the way to the confirmation and back would lose.
    public Task<IActionResult> OnGetAsync() => TryAsync(async () =>
    {
        await proof.RequireAsync(HttpContext.RequestAborted);
        Input.Language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        await OnReloadAsync();
        return Page();
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await users.InviteAsync(new InviteUserDto(Input.Email ?? "", Input.Name ?? "", Input.Language ?? "", Input.RoleIds), cancellationToken);
        Notify(texts["Users:Invited", Input.Name!.Trim()]);
        return LocalRedirect($"~{TenantUrl("users")}");
    });

    protected override async Task OnReloadAsync() => Roles = await roles.GetReferencesAsync(HttpContext.RequestAborted);
}

internal sealed class InviteInput
{
    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? Language { get; set; }

    public List<Guid> RoleIds { get; set; } = [];
}
