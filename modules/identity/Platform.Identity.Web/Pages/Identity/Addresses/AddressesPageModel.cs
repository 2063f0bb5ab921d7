using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>The list of allowed addresses of a company or of a group.</summary>
internal abstract class AddressesPageModel(IAllowedAddressAppService addresses, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty]
    public AddressInput Input { get; set; } = new();

    public AllowedAddressesDto List { get; private set; } = null!;

    public bool CanChange { get; protected set; } = true;

    public abstract SettingPlace Place { get; }

    public abstract string SettingsPath { get; }

    protected abstract string Path { get; }

    public async Task OnGetAsync()
    {
        await OnReloadAsync();
        Input = new AddressInput { Network = List.IsCurrentAllowed ? null : List.CurrentAddress };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var added = await addresses.AddAsync(Place, new NewAllowedAddressDto(Input.Network, Input.Label, Input.ExpiresOn), cancellationToken);
        Notify(added.CoveredBy is { } cover ? texts["Addresses:AddedCovered", added.Network, cover] : texts["Addresses:Added", added.Network]);
        return LocalRedirect(Path);
    });

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await addresses.RemoveAsync(Place, id, cancellationToken);
        Notify(texts["Addresses:Removed"]);
        return LocalRedirect(Path);
    });

    protected override async Task OnReloadAsync() => List = await addresses.GetAsync(Place, HttpContext.RequestAborted);
}

internal sealed class AddressInput
{
    public string? Network { get; set; }

    public string? Label { get; set; }

    public DateOnly? ExpiresOn { get; set; }
}
