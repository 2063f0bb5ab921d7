using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

[AllowAnonymous]
internal sealed class ForgotModel(IPasswordResetAppService resets) : PlatformPageModel
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Says the same whether there is such an account or not.</summary>
    public bool IsSent { get; private set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await resets.RequestAsync(Email ?? "", cancellationToken);
        IsSent = true;
        return Page();
    });
}
