using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(IdentityPermissions.Security.Bounds)]
internal sealed class BoundsModel(ISecuritySettingsAppService settings, IFreshProof proof, IStringLocalizer<IdentityResource> texts)
    : SecuritySettingsPageModel(settings, proof, texts)
{
    public override SettingPlace Place => SettingPlace.Operator;

    protected override string Path => $"~{TenantUrl("security/bounds")}";
}
