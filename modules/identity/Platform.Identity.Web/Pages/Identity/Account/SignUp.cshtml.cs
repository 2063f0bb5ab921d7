using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Tenancy;

namespace Platform.Identity.Web;

[AllowAnonymous]
internal sealed class SignUpModel(ISignUpAppService signUps, ICompanyFoundingAppService founding) : PlatformPageModel
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Says the same whether there is such an account or not.</summary>
    public bool IsSent { get; private set; }

    public int TrialDays => founding.TrialDays;

    public IActionResult OnGet() => signUps.IsOpen ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await signUps.RequestAsync(Email ?? "", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cancellationToken);
        IsSent = true;
        return Page();
    });
}
