using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[AllowAnonymous]
internal sealed class InvitationModel(IInvitationAppService invitations, ISignOnService signOn, SignOnCookie cookie, ICurrentUser user, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public NewAccountInput Input { get; set; } = new();

    public OpenInvitationDto Invitation { get; private set; } = null!;

    public string? SignedInAs => user.Info.Email;

    public bool IsForSignedIn => string.Equals(SignedInAs, Invitation.Email, StringComparison.OrdinalIgnoreCase);

    public string PasswordRule => Languages.PolicyText(Invitation.PasswordPolicy, texts);

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        Input.Name = Invitation.Name;
        if (Invitation.AccountExists)
            TempData[SignInModel.EmailKey] = Invitation.Email;
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var company = (await invitations.GetAsync(Token, cancellationToken)).Company;
        var slug = await invitations.AcceptAsync(Token, cancellationToken);
        Notify(texts["Invitation:Joined", company]);
        return LocalRedirect($"~/t/{slug}");
    });

    public Task<IActionResult> OnPostCreateAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var invitation = await invitations.GetAsync(Token, cancellationToken);
        var slug = await invitations.AcceptAsNewAsync(Token, new NewAccountDto(Input.Name ?? "", Input.Password ?? "", Input.RepeatPassword ?? ""), cancellationToken);
        Notify(texts["Invitation:Welcome"]);
        TempData[SignInModel.EmailKey] = invitation.Email;
        return LocalRedirect($"~/account/sign-in?returnUrl={Uri.EscapeDataString($"/t/{slug}")}");
    });

    /// <summary>A link and no form: where a form's answer leads is limited to this site.</summary>
    public Task<IActionResult> OnGetProviderAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var provider = (await invitations.GetAsync(Token, cancellationToken)).SignOn ?? throw new BusinessException(IdentityErrorCodes.InvitationInvalid);
        var question = await signOn.BeginAsync(new SignOnRequest(provider.ProviderId, "/", SignOnPurpose.Invitation, Token), cancellationToken);
        cookie.Keep(question);
        return Redirect(question.Address);
    });

    protected override async Task OnReloadAsync() => Invitation = await invitations.GetAsync(Token, HttpContext.RequestAborted);
}

internal sealed class NewAccountInput
{
    public string? Name { get; set; }

    public string? Password { get; set; }

    public string? RepeatPassword { get; set; }
}
