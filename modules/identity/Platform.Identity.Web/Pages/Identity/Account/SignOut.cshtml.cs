using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

[AllowAnonymous]
[DespiteObligation]
[OpenToLimitedSessions]
internal sealed class SignOutModel(IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(PlatformAuthenticationSchemes.Session);
        Notify(texts["SignOut:Done"]);
        return LocalRedirect("~/account/sign-in");
    }
}
