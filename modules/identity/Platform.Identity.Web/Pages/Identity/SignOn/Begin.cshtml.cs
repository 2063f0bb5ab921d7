using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>
/// Where people sign in by their company's own account: found by the address of the company, never by the address of a person. Whoever
/// types an e-mail address learns nothing here, and no company can claim a domain to have people led to its provider.
/// </summary>
[AllowAnonymous]
internal sealed class BeginModel(ISignOnService signOn, SignOnCookie cookie, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Company { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public SignOnOffer? Offer { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Company))
            return Page();
        Offer = await signOn.FindAsync(SlugOf(Company), cancellationToken);
        if (Offer is null)
            ModelState.AddModelError(nameof(Company), texts[IdentityErrorCodes.SignOnUnknown]);
        return Page();
    }

    /// <summary>A link and no form: where a form's answer leads is limited to this site.</summary>
    public Task<IActionResult> OnGetGoAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        Offer = await signOn.FindAsync(SlugOf(Company), cancellationToken) ?? throw new BusinessException(IdentityErrorCodes.SignOnUnknown);
        var question = await signOn.BeginAsync(new SignOnRequest(Offer.ProviderId, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : $"/t/{Offer.Slug}"), cancellationToken);
        cookie.Keep(question);
        return Redirect(question.Address);
    });

    // What people copy from their company's address counts too.
    private static string SlugOf(string? text) => (text ?? "").Trim().TrimEnd('/').Split('/')[^1].ToLowerInvariant();
}
