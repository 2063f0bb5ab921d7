using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(PlatformPolicies.SignedIn)]
internal sealed partial class ProfileModel(IAccountAppService account, IPhoneAppService phones, IUnitOfWork unitOfWork, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty]
    public PersonInput Person { get; set; } = new();

    [BindProperty]
    public PasswordInput Password { get; set; } = new();

    public ProfileDto Profile { get; private set; } = null!;

    public string PasswordRule { get; private set; } = "";

    public IReadOnlyList<SelectListItem> LanguageOptions => Languages.Options(texts);

    public async Task OnGetAsync()
    {
        await OnReloadAsync();
        Person = new PersonInput { Name = Profile.Name, Language = Profile.Language };
    }

    public Task<IActionResult> OnPostPersonAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await account.UpdateAsync(new UpdateProfileDto(Person.Name ?? "", Person.Language ?? ""), cancellationToken);
        Notify(texts["Saved"]);
        return LocalRedirect(Languages.Switch(Person.Language!, "/account/profile"));
    });

    public Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await account.ChangePasswordAsync(
            new ChangePasswordDto(Password.CurrentPassword ?? "", Password.NewPassword ?? "", Password.RepeatPassword ?? ""), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        await HttpContext.RenewSessionAsync();
        Notify(texts["Profile:PasswordChanged"]);
        return LocalRedirect("~/account/profile");
    });

    protected override async Task OnReloadAsync()
    {
        Profile = await account.GetAsync(HttpContext.RequestAborted);
        Phone = await phones.GetAsync(HttpContext.RequestAborted);
        PasswordRule = Languages.PolicyText(await account.GetPasswordPolicyAsync(HttpContext.RequestAborted), texts);
        Person = Person.Name is null && Person.Language is null ? new PersonInput { Name = Profile.Name, Language = Profile.Language } : Person;
    }
}

internal sealed class PersonInput
{
    public string? Name { get; set; }

    public string? Language { get; set; }
}

internal sealed class PasswordInput
{
    public string? CurrentPassword { get; set; }

    public string? NewPassword { get; set; }

    public string? RepeatPassword { get; set; }
}
