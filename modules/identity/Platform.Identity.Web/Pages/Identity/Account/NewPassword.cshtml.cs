using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>Where a session is led whose password is older than a company allows.</summary>
[Authorize(PlatformPolicies.SignedIn)]
[DespiteObligation]
internal sealed class NewPasswordModel(IAccountAppService account, ICurrentUser user, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty]
    public PasswordInput Password { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Email => user.Info.Email;

    public string PasswordRule { get; private set; } = "";

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await account.ChangePasswordAsync(
            new ChangePasswordDto(Password.CurrentPassword ?? "", Password.NewPassword ?? "", Password.RepeatPassword ?? ""), cancellationToken);
        Notify(texts["Profile:PasswordChanged"]);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    });

    protected override async Task OnReloadAsync() =>
        PasswordRule = Languages.PolicyText(await account.GetPasswordPolicyAsync(HttpContext.RequestAborted), texts);
}
