using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>A sensitive act asks who sits there; afterwards it is done again by hand.</summary>
[Authorize(PlatformPolicies.SignedIn)]
[DespiteObligation]
[OpenToLimitedSessions]
internal sealed class ConfirmModel(
    ISecondFactorService factors, IPasskeyService passkeys, PasskeyCookie cookie, ICurrentUser user, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public FactorMeans Means { get; private set; } = new(App: false, Passkey: false);

    public bool OffersPasskey => passkeys.IsAvailable && Means.Passkey;

    public string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (await factors.ProveAsync(Proof ?? "", cancellationToken))
            return await DoneAsync();
        await OnReloadAsync();
        ModelState.AddModelError(nameof(Proof), texts[Means.Any ? IdentityErrorCodes.CodeWrong : IdentityErrorCodes.PasswordWrong]);
        return await ReloadAsync();
    });

    public async Task<IActionResult> OnPostPasskeyQuestionAsync(CancellationToken cancellationToken) =>
        cookie.Ask(await passkeys.AskAsync(user.Id, cancellationToken));

    public Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellationToken) => TryAsync(async () =>
        await passkeys.ProveAsync(cookie.Take(credential), cancellationToken) ? await DoneAsync() : throw new BusinessException(IdentityErrorCodes.PasskeyRefused));

    protected override async Task OnReloadAsync() => Means = await factors.GetMeansAsync(user.Id!.Value, HttpContext.RequestAborted);

    private async Task<IActionResult> DoneAsync()
    {
        await HttpContext.RenewSessionAsync();
        Notify(texts["Confirm:Done"]);
        return LocalRedirect(Target);
    }
}
