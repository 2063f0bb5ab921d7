using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(IdentityPermissions.Security.Default)]
internal sealed class CompanySignOnModel(ISignOnProviderAppService providers, IFreshProof proof, IPermissionChecker permissions, IStringLocalizer<IdentityResource> texts)
    : SignOnPageModel(providers, proof, texts)
{
    public override SettingPlace Place => SettingPlace.Entity;

    protected override string Path => $"~{TenantUrl("security/sso")}";

    protected override async Task OnReloadAsync()
    {
        await base.OnReloadAsync();
        CanChange = await permissions.IsGrantedAsync(IdentityPermissions.Security.Manage, HttpContext.RequestAborted);
        Edit &= CanChange;
    }
}
