using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>Signs an old login in by a mailed link. A button uses it up, so that no program that opens links in mails does.</summary>
[AllowAnonymous]
internal sealed class LegacyModel(ILegacyLinkService links, ISecondFactorService factors, PasswordAccepted accepted) : PlatformPageModel
{
    private const string Assistant = "/account/migration";

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public Task OnGetAsync(CancellationToken cancellationToken) => links.CheckAsync(Token, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await links.EnterAsync(Token, cancellationToken);
        if (await factors.IsRequiredAsync(person.UserId, cancellationToken))
        {
            accepted.Remember(person, rememberMe: false);
            return LocalRedirect(Languages.Switch(person.Language, $"/account/code?returnUrl={Uri.EscapeDataString(Assistant)}"));
        }

        await HttpContext.BeginSessionAsync(person, rememberMe: false, bySecondFactor: false);
        return LocalRedirect(Languages.Switch(person.Language, Assistant));
    }
}
