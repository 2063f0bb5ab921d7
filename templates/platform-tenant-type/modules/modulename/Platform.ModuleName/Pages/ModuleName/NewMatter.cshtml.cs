using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.ModuleName;

/// <summary>A firm opens a matter in the company of its client.</summary>
[Authorize(ModuleNamePermissions.Matters.Edit)]
internal sealed class NewMatterModel(MatterAppService matters, IStringLocalizer<ModuleNameResource> texts) : PlatformPageModel
{
    [BindProperty]
    public OpenMatterDto Input { get; set; } = new();

    public string Company => Tenant.Name;

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var matter = await matters.OpenAsync(Input, cancellationToken);
        Notify(texts["Matters:IsOpen", matter.Subject]);
        return LocalRedirect(this.Link("modulename"));
    });
}
