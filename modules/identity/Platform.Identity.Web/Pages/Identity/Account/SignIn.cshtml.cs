using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[AllowAnonymous]
internal sealed class SignInModel(
    ISignInService signIn, ISecondFactorService factors, IPasskeyService passkeys, PasswordAccepted accepted, PasskeyCookie cookie, DemoPeople people, ISignUpAppService signUps, ICurrentUser user,
    IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    /// <summary>Where a page leaves the address to sign in with: not in the address of this one, which ends up in logs.</summary>
    public const string EmailKey = "Identity.SignInEmail";

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<DemoPerson> Demo => people.All;

    public bool OffersSignUp => signUps.IsOpen;

    public bool OffersPasskey => passkeys.IsAvailable;

    /// <summary>Rendered as the field's value only for a demonstration person.</summary>
    public string? DemoPassword { get; private set; }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    /// <param name="demo">Address of a demonstration person, which is published.</param>
    public IActionResult OnGet(string? demo)
    {
        // Who comes here from a limited session wants one that opens more.
        if (user is { Id: not null, Info.Companies: null })
        {
            return LocalRedirect(Target);
        }

        var person = people.Find(demo);
        Input.Email = person?.Email ?? TempData[EmailKey] as string;
        DemoPassword = person?.Password;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await signIn.SignInAsync(new SignInRequest(Input.Email ?? "", Input.Password ?? "", DeviceCookie.Find(Request)), cancellationToken);
        if (person is null)
        {
            return await RefuseAsync();
        }

        if (await factors.IsRequiredAsync(person.UserId, cancellationToken))
        {
            accepted.Remember(person, Input.RememberMe);
            var code = Target == "/" ? "/account/code" : $"/account/code?returnUrl={Uri.EscapeDataString(Target)}";
            return LocalRedirect(Languages.Switch(person.Language, code));
        }

        return await EnterAsync(person, bySecondFactor: false);
    }

    public async Task<IActionResult> OnPostPasskeyQuestionAsync(CancellationToken cancellationToken) =>
        cookie.Ask(await passkeys.AskAsync(userId: null, cancellationToken));

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellationToken) =>
        await passkeys.SignInAsync(cookie.Take(credential), cancellationToken) is { } person
            ? await EnterAsync(person, bySecondFactor: true)
            : await RefuseAsync();

    public string LinkFor(DemoPerson person) => Url.Page("", new { demo = person.Email, ReturnUrl = Target == "/" ? null : Target })!;

    private async Task<IActionResult> EnterAsync(AuthenticatedPerson person, bool bySecondFactor)
    {
        await HttpContext.BeginSessionAsync(person, Input.RememberMe, bySecondFactor);
        return LocalRedirect(Languages.Switch(person.Language, Target));
    }

    private Task<IActionResult> RefuseAsync()
    {
        ModelState.AddModelError("", texts[IdentityErrorCodes.SignInRefused]);
        return ReloadAsync();
    }
}

/// <summary>What the form holds.</summary>
internal sealed class SignInInput
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public bool RememberMe { get; set; }
}
