using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>For a group's administrators: everybody else is told that it does not exist.</summary>
[Authorize(PlatformPolicies.SignedIn)]
internal sealed class GroupAddressesModel(IAllowedAddressAppService addresses, IStringLocalizer<IdentityResource> texts) : AddressesPageModel(addresses, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public override SettingPlace Place => SettingPlace.Group(Id);

    public override string SettingsPath => $"~/account/groups/{Id}";

    protected override string Path => $"~/account/groups/{Id}/addresses";
}
