using Microsoft.AspNetCore.Mvc;

namespace Platform.Identity.Web;

internal sealed partial class SecondFactorModel
{
    [BindProperty]
    public PasskeyInput Passkey { get; set; } = new();

    public IReadOnlyList<PasskeyDto> Passkeys { get; private set; } = [];

    public bool PasskeysAreAvailable => site.IsAvailable;

    public Task<IActionResult> OnPostPasskeyQuestionAsync(CancellationToken cancellationToken) => TryAsync(async () =>
        cookie.Ask(await passkeys.BeginAsync(Passkey.Name ?? "", cancellationToken)));

    public Task<IActionResult> OnPostAddPasskeyAsync(CancellationToken cancellationToken) => ShowCodesAsync(async () =>
    {
        var codes = await passkeys.AddAsync(new NewPasskeyDto(Passkey.Name ?? "", cookie.Take(Passkey.Credential)), cancellationToken);
        Notify(texts["Passkey:Added"]);
        return codes;
    }, cancellationToken);

    public Task<IActionResult> OnPostRemovePasskeyAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await passkeys.RemoveAsync(id, cancellationToken);
        Notify(texts["Passkey:Removed"]);
        return LocalRedirect(Here);
    });

    public Task<IActionResult> OnPostRenewByPasskeyAsync(CancellationToken cancellationToken) =>
        ShowCodesAsync(() => passkeys.RenewRecoveryCodesAsync(cancellationToken), cancellationToken);
}

/// <summary>A passkey to be added.</summary>
internal sealed class PasskeyInput
{
    public string? Name { get; set; }

    public string? Credential { get; set; }
}
