using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>Second step of signing in. The session begins here, and not before.</summary>
[AllowAnonymous]
internal sealed class CodeModel(ISecondFactorService factors, PasswordAccepted accepted, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    public IActionResult OnGet() => accepted.Find() is null ? LocalRedirect("~/account/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await TryAsync(async () =>
    {
        if (accepted.Find() is not { } found || await factors.FindPersonAsync(found.UserId, cancellationToken) is not { } person)
            throw new BusinessException(IdentityErrorCodes.SignInExpired);
        if (!await factors.VerifyAsync(found.UserId, Code ?? "", cancellationToken))
        {
            ModelState.AddModelError(nameof(Code), texts[IdentityErrorCodes.CodeWrong]);
            return await ReloadAsync();
        }

        accepted.Forget();
        var properties = new AuthenticationProperties { IsPersistent = found.RememberMe };
        properties.Items[SessionHandler.BySecondFactor] = "true";
        await HttpContext.SignInAsync(
            PlatformAuthenticationSchemes.Session, Principals.Of(person, sessionId: null, PlatformAuthenticationSchemes.Session), properties);
        return LocalRedirect(Languages.Switch(found.Language, Target));
    });
}
