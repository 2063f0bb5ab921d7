using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>A sensitive act asks who sits there; afterwards it is done again by hand.</summary>
[Authorize(PlatformPolicies.SignedIn)]
internal sealed class ConfirmModel(ISecondFactorService factors, ICurrentUser user, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool AsksForCode { get; private set; }

    public string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (!await factors.ProveAsync(Proof ?? "", cancellationToken))
        {
            await OnReloadAsync();
            ModelState.AddModelError(nameof(Proof), texts[AsksForCode ? IdentityErrorCodes.CodeWrong : IdentityErrorCodes.PasswordWrong]);
            return await ReloadAsync();
        }

        Notify(texts["Confirm:Done"]);
        return LocalRedirect(Target);
    });

    protected override async Task OnReloadAsync() => AsksForCode = await factors.IsRequiredAsync(user.Id!.Value, HttpContext.RequestAborted);
}
