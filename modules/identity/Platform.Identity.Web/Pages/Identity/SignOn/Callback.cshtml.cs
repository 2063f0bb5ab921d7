using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>Where providers send people back: an address of its own for each company and group.</summary>
[AllowAnonymous]
internal sealed class CallbackModel(
    ISignOnService signOn, SignOnCookie cookie, PasswordAccepted accepted, IPlatformTexts platformTexts, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Place { get; set; }

    /// <summary>Stable code of a refusal.</summary>
    public string? Code { get; private set; }

    public string Message { get; private set; } = "";

    public SignOnOutcome? Outcome { get; private set; }

    /// <summary>The page that asks for the second factor; null elsewhere.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, string? state, string? error, string? iss, CancellationToken cancellationToken)
    {
        try
        {
            Outcome = await signOn.FinishAsync(new SignOnAnswer(Place, code, state, error, iss, cookie.Take()), cancellationToken);
            return await GoOnAsync(Outcome);
        }
        catch (BusinessException e)
        {
            (Code, Message) = (e.Code, platformTexts.Get(e.Code, e.Data));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }

    private async Task<IActionResult> GoOnAsync(SignOnOutcome outcome)
    {
        switch (outcome.Step)
        {
            case SignOnStep.Enter:
                await HttpContext.BeginSessionAsync(outcome.Person!, rememberMe: false, bySecondFactor: false, outcome.Entry);
                return LocalRedirect(Languages.Switch(outcome.Person!.Language, outcome.ReturnUrl));
            case SignOnStep.Linked:
                Notify(texts["SignOn:LinkedNow", outcome.Provider]);
                return LocalRedirect(outcome.ReturnUrl);
            case SignOnStep.Factor:
                accepted.Remember(outcome.Person!, rememberMe: false, outcome.Entry);
                // From a page of this site: cookies for this site alone are not sent where another one leads.
                Next = Url.Content($"~/account/code?returnUrl={Uri.EscapeDataString(outcome.ReturnUrl)}");
                Response.Headers["Refresh"] = $"0;url={Next}";
                return Page();
            default:
                cookie.KeepPending(outcome.Pending!);
                return Page();
        }
    }
}
