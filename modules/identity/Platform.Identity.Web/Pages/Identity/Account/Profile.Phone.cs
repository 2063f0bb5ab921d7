using Microsoft.AspNetCore.Mvc;

namespace Platform.Identity.Web;

/// <summary>The telephone on the profile: entered, then confirmed by a code.</summary>
internal sealed partial class ProfileModel
{
    [BindProperty]
    public PhoneInput PhoneForm { get; set; } = new();

    public PhoneDto Phone { get; private set; } = null!;

    public Task<IActionResult> OnPostPhoneAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await phones.SetAsync(PhoneForm.Number, cancellationToken);
        Notify(texts["Phone:Sent"]);
        return LocalRedirect("~/account/profile");
    });

    public Task<IActionResult> OnPostConfirmPhoneAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await phones.ConfirmAsync(PhoneForm.Code, cancellationToken);
        Notify(texts["Phone:Confirmed"]);
        return LocalRedirect("~/account/profile");
    });

    public Task<IActionResult> OnPostRemovePhoneAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await phones.RemoveAsync(cancellationToken);
        Notify(texts["Phone:Removed"]);
        return LocalRedirect("~/account/profile");
    });
}

internal sealed class PhoneInput
{
    public string? Number { get; set; }

    public string? Code { get; set; }
}
