using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[AllowAnonymous]
internal sealed class SignUpLinkModel(ISignUpAppService signUps, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public SignUpInput Input { get; set; } = new();

    public OpenSignUpDto SignUp { get; private set; } = null!;

    public string PasswordRule => Languages.PolicyText(SignUp.PasswordPolicy, texts);

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (!Input.Accepted)
            throw new InputException(new FieldError(nameof(Input.Accepted), IdentityErrorCodes.Required));
        var input = new SignUpDto(Input.Name ?? "", Input.Password ?? "", Input.RepeatPassword ?? "", Terms.Version);
        TempData[SignInModel.EmailKey] = await signUps.CompleteAsync(Token, input, cancellationToken);
        Notify(texts["SignUp:Done"]);
        return LocalRedirect($"~/account/sign-in?returnUrl={Uri.EscapeDataString("/companies/new")}");
    });

    protected override async Task OnReloadAsync() => SignUp = await signUps.GetAsync(Token, HttpContext.RequestAborted);
}

internal sealed class SignUpInput
{
    public string? Name { get; set; }

    public string? Password { get; set; }

    public string? RepeatPassword { get; set; }

    public bool Accepted { get; set; }
}
