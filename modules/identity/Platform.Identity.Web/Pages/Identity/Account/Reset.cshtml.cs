using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

[AllowAnonymous]
internal sealed class ResetModel(IPasswordResetAppService resets, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public ResetInput Input { get; set; } = new();

    public string PasswordRule { get; private set; } = "";

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await resets.ResetAsync(Token, new ResetPasswordDto(Input.Password ?? "", Input.RepeatPassword ?? ""), cancellationToken);
        Notify(texts["Profile:PasswordChanged"]);
        return LocalRedirect("~/account/sign-in");
    });

    protected override async Task OnReloadAsync() =>
        PasswordRule = Languages.PolicyText(await resets.GetPolicyAsync(Token, HttpContext.RequestAborted), texts);
}

internal sealed class ResetInput
{
    public string? Password { get; set; }

    public string? RepeatPassword { get; set; }
}
