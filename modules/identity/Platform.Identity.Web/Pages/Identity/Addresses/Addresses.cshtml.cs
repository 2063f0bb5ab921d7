using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(IdentityPermissions.Security.Default)]
internal sealed class AddressesModel(IAllowedAddressAppService addresses, IPermissionChecker permissions, IStringLocalizer<IdentityResource> texts)
    : AddressesPageModel(addresses, texts)
{
    public override SettingPlace Place => SettingPlace.Entity;

    public override string SettingsPath => $"~{TenantUrl("security")}";

    protected override string Path => $"~{TenantUrl("security/addresses")}";

    protected override async Task OnReloadAsync()
    {
        await base.OnReloadAsync();
        CanChange = await permissions.IsGrantedAsync(IdentityPermissions.Security.Manage, HttpContext.RequestAborted);
    }
}
