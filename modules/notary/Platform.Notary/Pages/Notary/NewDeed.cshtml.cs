using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Notary;

/// <summary>An office opens a deed in the company of its client.</summary>
[Authorize(NotaryPermissions.Deeds.Prepare)]
internal sealed class NewDeedModel(DeedAppService deeds, IStringLocalizer<NotaryResource> texts) : PlatformPageModel
{
    [BindProperty]
    public OpenDeedDto Input { get; set; } = new();

    public string Company => Tenant.Name;

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var deed = await deeds.OpenAsync(Input, cancellationToken);
        Notify(texts["Deeds:IsOpen", deed.Reference]);
        return LocalRedirect(this.Link($"notary/{deed.Id}"));
    });
}
