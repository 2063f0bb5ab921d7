using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>Second step of signing in. The session begins here, and not before.</summary>
[AllowAnonymous]
internal sealed class CodeModel(
    ISecondFactorService factors, IPasskeyService passkeys, PasswordAccepted accepted, PasskeyCookie cookie, IStringLocalizer<IdentityResource> texts)
    : PlatformPageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public FactorMeans Means { get; private set; } = new(App: true, Passkey: false);

    public bool OffersPasskey => passkeys.IsAvailable && Means.Passkey;

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return accepted.Find() is null ? LocalRedirect("~/account/sign-in") : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => EnterAsync(
        person => factors.VerifyAsync(person, Code ?? "", cancellationToken), nameof(Code), IdentityErrorCodes.CodeWrong, cancellationToken);

    public async Task<IActionResult> OnPostPasskeyQuestionAsync(CancellationToken cancellationToken) => accepted.Find() is { } found
        ? cookie.Ask(await passkeys.AskAsync(found.UserId, cancellationToken))
        : BadRequest();

    public Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellationToken) => EnterAsync(
        person => passkeys.VerifyAsync(person, cookie.Take(credential), cancellationToken), "", IdentityErrorCodes.PasskeyRefused, cancellationToken);

    protected override async Task OnReloadAsync() =>
        Means = accepted.Find() is { } found ? await factors.GetMeansAsync(found.UserId, HttpContext.RequestAborted) : Means;

    private Task<IActionResult> EnterAsync(Func<Guid, Task<bool>> verify, string field, string refusal, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (accepted.Find() is not { } found || await factors.FindPersonAsync(found.UserId, cancellationToken) is not { } person)
            throw new BusinessException(IdentityErrorCodes.SignInExpired);
        if (!await verify(found.UserId))
        {
            ModelState.AddModelError(field, texts[refusal]);
            return await ReloadAsync();
        }

        accepted.Forget();
        await HttpContext.BeginSessionAsync(person, found.RememberMe, bySecondFactor: true, found.SignOn);
        return LocalRedirect(Languages.Switch(found.Language, Target));
    });
}
