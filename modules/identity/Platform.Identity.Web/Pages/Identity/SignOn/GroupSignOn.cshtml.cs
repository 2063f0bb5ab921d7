using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(PlatformPolicies.SignedIn)]
internal sealed class GroupSignOnModel(ISignOnProviderAppService providers, IFreshProof proof, IStringLocalizer<IdentityResource> texts)
    : SignOnPageModel(providers, proof, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public override SettingPlace Place => SettingPlace.Group(Id);

    protected override string Path => $"~/account/groups/{Id}/sso";
}
